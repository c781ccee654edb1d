// What a form of many items shares: one at a time or all, a live region with a way to go on, buttons that act.
import { Component } from "./component.js";
import { Store } from "./store.js";
import { fill } from "./text.js";

export function goTo(element = document.body, top = element) {
  element.focus({ preventScroll: true });
  top.scrollIntoView();
}

// A piece of a page with sentences and named parts; its [data-act] buttons call the method of that name.
export class Piece extends Component {
  /**
   * @param {HTMLElement} root
   * @param {string} name
   * @param {{says: Record<string, string>, decimal: string}} given
   */
  constructor(root, name, given) {
    super(root, name);
    this.words = given;
    root.addEventListener("click", (event) => {
      const button = event.target instanceof Element && event.target.closest("[data-act]");
      const act = button instanceof HTMLElement ? /** @type {any} */ (this)[button.dataset.act ?? ""] : null;
      if (typeof act !== "function") return;
      event.stopPropagation();
      act.call(this, button);
    });
  }

  /** @param {Record<string, number | string>} values */
  say(name = "", values = {}) {
    return fill(this.words.says[name], values, this.words.decimal);
  }

  part(name = "") {
    return this.element(`[data-part="${name}"]`);
  }

  /** @param {string} name @param {string} text */
  write(name, text) {
    const part = this.part(name);
    if (part.textContent !== text) part.textContent = text;
  }
}

export class Worksheet extends Piece {
  /**
   * @param {HTMLElement} root
   * @param {string} name
   * @param {{says: Record<string, string>, decimal: string}} given
   * @param {string} view the view to begin with
   */
  constructor(root, name, given, view) {
    super(root, name, given);
    this.views = new Store(`hub:${name}-view`, 1);
    const kept = this.views.read();
    this.view = kept === "one" || kept === "all" ? kept : view;
  }

  /** @param {HTMLElement} button */
  look(button) {
    this.view = button.dataset.view === "one" ? "one" : "all";
    this.views.update(() => this.view);
  }

  showView() {
    this.root.dataset.view = this.view;
    for (const name of ["all", "one"]) this.part(name).setAttribute("aria-pressed", String(name === this.view));
  }

  // Say something in the live region, with a way to go on.
  tell(text = "", address = "", label = "") {
    const link = this.part("go");
    this.write("said", text);
    link.textContent = label;
    link.setAttribute("href", address);
    link.hidden = !address;
  }
}
