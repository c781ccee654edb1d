// Slides full screen: arrows, Page keys, space and a tap on the buttons turn them; Escape or a tap closes.
import { Component } from "../../js/component.js";
import { shortcutIsOn } from "../shortcut/shortcut.js";

export default class Slides extends Component {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, "slides");
    this.slides = [...root.querySelectorAll(".slide")].filter((slide) => slide instanceof HTMLElement);
    this.bar = this.element(".deck__bar");
    this.at = this.element(".deck__at");
    this.opener = this.find("[data-do=open]", HTMLButtonElement);
    this.index = 0;
    this.opener.addEventListener("click", () => this.open());
    this.element("[data-do=back]").addEventListener("click", () => this.turn(-1));
    this.element("[data-do=on]").addEventListener("click", () => this.turn(1));
    this.element("[data-do=close]").addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("fullscreenchange", () => document.fullscreenElement || this.close());
  }

  get isOpen() {
    return this.root.classList.contains("is-open");
  }

  open() {
    const named = this.slides.findIndex((slide) => `#${slide.id}` === location.hash);
    this.root.classList.add("is-open");
    this.bar.hidden = false;
    this.leaveOut(true);
    this.show(Math.max(0, named));
    // A browser may refuse full screen; the slides then fill the window.
    this.root.requestFullscreen?.().catch(() => {});
  }

  close() {
    if (!this.isOpen) return;
    this.root.classList.remove("is-open");
    this.bar.hidden = true;
    this.leaveOut(false);
    // The button cannot have the focus before the slides have given the screen back.
    const left = document.fullscreenElement ? document.exitFullscreen() : Promise.resolve();
    left.finally(() => this.opener.focus());
  }

  /**
   * Keep focus and reading away from what lies behind the slides.
   * @param {boolean} inert
   */
  leaveOut(inert) {
    for (let at = this.root; at !== document.body && at.parentElement; at = at.parentElement) {
      for (const other of at.parentElement.children) {
        if (other instanceof HTMLElement && other !== at) other.inert = inert;
      }
    }
  }

  /** @param {number} step */
  turn(step) {
    this.show(Math.min(this.slides.length - 1, Math.max(0, this.index + step)));
  }

  /** @param {number} index */
  show(index) {
    this.index = index;
    this.slides.forEach((slide, number) => slide.classList.toggle("is-here", number === index));
    this.at.textContent = this.slides[index].getAttribute("aria-label") ?? "";
    this.slides[index].focus();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const typing = event.target instanceof Element && event.target.matches("input,textarea,select");
    if (!this.isOpen) {
      if (event.key.toLowerCase() === "f" && !typing && shortcutIsOn()) this.open();
      return;
    }
    const onButton = event.target instanceof HTMLButtonElement;
    const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)] ?? (event.key === " " && !onButton ? 1 : 0);
    if (step) {
      event.preventDefault();
      this.turn(step);
    } else if (event.key === "Escape") this.close();
    else if (event.key === "Home") this.show(0);
    else if (event.key === "End") this.show(this.slides.length - 1);
  }
}
