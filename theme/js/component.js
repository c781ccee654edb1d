// What components share: a checked root, one start, errors that say who expected what.
export class Component {
  /**
   * @param {HTMLElement} root
   * @param {string} name as errors call it
   */
  constructor(root, name) {
    const fresh = root instanceof HTMLElement && !("started" in root.dataset);
    if (!fresh) throw new TypeError(`${name} expected an element not started before, got ${root}`);
    root.dataset.started = "";
    this.root = root;
    this.name = name;
  }

  /**
   * The first match, which must be there and of that type.
   * @template {Element} T
   * @param {string} selector
   * @param {new () => T} type
   * @param {Element} [within]
   * @returns {T}
   */
  find(selector, type, within = this.root) {
    const found = within.querySelector(selector);
    if (found instanceof type) return found;
    throw new TypeError(`${this.name} expected ${type.name} at ${selector}, got ${found}`);
  }

  /**
   * The first match as an HTML element.
   * @param {string} selector
   * @param {Element} [within]
   */
  element(selector, within) {
    return this.find(selector, HTMLElement, within);
  }

  /** What the page hands over in the root's JSON block. */
  data() {
    return JSON.parse(this.find("script", HTMLScriptElement).text);
  }
}
