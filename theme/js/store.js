/**
 * One value on this device, under a key and with the version of its shape. Where storage is blocked or full, memory
 * holds it until the page closes. A value written by a newer version is neither read nor replaced.
 */
export class Store {
  /**
   * @param {string} key
   * @param {number} version
   */
  constructor(key, version) {
    this.key = key;
    this.version = version;
    /** Whether the value is on the device. */
    this.kept = true;
    /** Whether a newer version wrote there. */
    this.newer = false;
    /** @type {any} */
    this.memory = null;
  }

  /** The value, or null. */
  read() {
    if (!this.kept) return this.memory;
    try {
      const { version, value } = Object(JSON.parse(localStorage.getItem(this.key) || "0"));
      this.newer = version > this.version;
      this.kept = !this.newer;
      return version === this.version ? value : null;
    } catch (error) {
      this.kept = error instanceof SyntaxError; // cut off: the next write replaces it
      return null;
    }
  }

  /**
   * Change the value as it stands now: another tab may have written it.
   * @param {(value: any) => any} change
   */
  update(change) {
    const value = (this.memory = change(this.read()));
    this.write((area) => area.setItem(this.key, JSON.stringify({ version: this.version, value })));
  }

  /** Forget the value, on the device too. */
  erase() {
    this.memory = null;
    this.write((area) => area.removeItem(this.key));
  }

  /** @param {(area: Storage) => void} act */
  write(act) {
    try {
      if (!this.newer) act(localStorage);
      this.kept = !this.newer;
    } catch {
      this.kept = false;
    }
  }

  /**
   * Tell when another tab wrote, or the page came back from the back/forward cache.
   * @param {() => void} tell
   */
  watch(tell) {
    addEventListener("storage", ({ key }) => (!key || key === this.key) && tell());
    addEventListener("pageshow", ({ persisted }) => persisted && tell());
  }
}
