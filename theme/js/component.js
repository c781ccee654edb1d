// What components share: a checked root, one start, errors that say who expected what.
export class Component {
  /**
   * @param {HTMLElement} root
   * @param {string} name
   */
  constructor(root, name) {
    this.name = name;
    if (!(root instanceof HTMLElement)) throw this.error("an element", root);
    if ("started" in root.dataset) throw this.error("to start once", root);
    root.dataset.started = "";
    this.root = root;
  }

  /**
   * @template {Element} T
   * @param {string} selector
   * @param {new () => T} type
   * @param {Element} [within]
   * @returns {T}
   */
  find(selector, type, within = this.root) {
    const found = within.querySelector(selector);
    if (!(found instanceof type)) throw this.error(`${type.name} at ${selector}`, found);
    return found;
  }

  /**
   * @param {string} selector
   * @param {Element} [within]
   */
  element(selector, within) {
    return this.find(selector, HTMLElement, within);
  }

  // The root's JSON block.
  data() {
    return JSON.parse(this.find("script", HTMLScriptElement).text);
  }

  error(expected = "", got = Object()) {
    return new TypeError(`${this.name} expected ${expected}, got ${got instanceof Element ? got.outerHTML.slice(0, 80) : got}`);
  }
}
