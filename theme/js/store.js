// One value on this device, with the version of its shape. Blocked or full: memory holds it. Newer: left alone.
export class Store {
  constructor(key = "", version = 1) {
    this.key = key;
    this.version = version;
    this.kept = true;
    this.newer = false;
    /** @type {any} */
    this.memory = null;
  }

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

  /** @param {(value: any) => any} change of what another tab may have left */
  update(change) {
    const value = (this.memory = change(this.read()));
    this.write((area) => area.setItem(this.key, JSON.stringify({ version: this.version, value })));
  }

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

  /** @param {() => void} tell that another tab wrote, or the page came back from the cache */
  watch(tell) {
    addEventListener("storage", ({ key }) => (!key || key === this.key) && tell());
    addEventListener("pageshow", ({ persisted }) => persisted && tell());
  }
}
