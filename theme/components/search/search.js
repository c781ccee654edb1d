// The search page: a field, and what is found while one types.
import { Component } from "../../js/component.js";
import { shortcutIsOn, turnShortcut } from "../shortcut/shortcut.js";
import { fill } from "./fill.js";
import { SearchIndex } from "./index.js";
import { fetched, scripted } from "./load.js";
import { notices } from "./notices.js";
import { Language, clean } from "./query.js";
import { rank } from "./rank.js";
import { ResultView, element, grouped } from "./results.js";
import { suggestions } from "./suggest.js";

/** Longest part of what was typed that is said back. */
const SAID = 60;

/**
 * @typedef {import("./rank.js").Answer} Answer
 * @typedef {import("./query.js").Wording} Wording
 * @typedef {"idle" | "loading" | "found" | "none" | "failed"} State
 */

/** The search page's script; without it the page is the list of all titles. */
export default class Search extends Component {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, "search");
    /** @type {{locale: string, root: string, index: string, lunr: string, says: Record<string, string>}} */
    this.given = this.data();
    this.says = this.given.says;
    this.form = this.find("form", HTMLFormElement);
    this.field = this.find("input[type=search]", HTMLInputElement);
    this.status = this.find("[data-part=status]", HTMLElement);
    this.results = this.find("[data-part=results]", HTMLElement);
    this.view = new ResultView(this.says, this.given.root, this.given.locale);
    /** @type {SearchIndex | null} */
    this.index = null;
    /** @type {Language | null} */
    this.language = null;
    /** @type {Promise<void> | null} */
    this.bodies = null;
    this.shown = "";
    this.waiting = false;
    this.title = document.title;

    this.#listen();
    this.#shortcut();
    this.field.value = this.field.value || new URLSearchParams(location.search).get("q") || "";
    if (!this.query && (location.hash === "#q" || matchMedia("(hover: hover) and (pointer: fine)").matches)) {
      this.field.focus({ preventScroll: true });
    }
    this.#load();
  }

  get query() {
    return clean(this.field.value).trim();
  }

  #listen() {
    this.field.addEventListener("input", () => this.#soon());
    this.field.addEventListener("change", () => this.#remember());
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.field.value) return;
      event.preventDefault();
      this.#ask("");
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#answer();
      this.#remember();
      if (matchMedia("(pointer: coarse)").matches) this.field.blur();
    });
    this.results.addEventListener("click", () => this.#remember());
    this.root.addEventListener("keydown", (event) => this.#arrow(event));
  }

  /** Answer before the next picture is drawn, once for all letters typed until then. */
  #soon() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.#answer();
    });
  }

  /** @param {string} typed */
  #ask(typed) {
    this.field.value = typed;
    this.field.focus();
    this.#answer();
  }

  async #load() {
    this.root.dataset.state = this.query ? "loading" : "idle";
    if (this.query) this.status.textContent = this.says.loading;
    try {
      const [lunr, titles] = await Promise.all([
        scripted(this.given.lunr, "lunr"),
        fetched(`${this.given.index}titles.json`),
      ]);
      this.index = new SearchIndex(lunr, this.given.locale);
      this.index.addTitles(titles);
      this.language = new Language(this.given.locale, titles.stop, titles.synonyms);
    } catch (error) {
      console.warn("The search index could not be loaded.", error);
      this.#failed();
      return;
    }
    this.#answer();
  }

  /** Fetch the texts once there is something to look for in them. */
  #loadBodies() {
    const { index } = this;
    if (this.bodies || !index) return;
    this.bodies = (async () => {
      try {
        const address = `${this.given.index}bodies.json`;
        let bodies = await fetched(address);
        // Titles and texts of two builds do not fit together; one of them came from an old copy.
        if (bodies.build !== index.build) bodies = await fetched(address, "reload");
        if (bodies.build !== index.build) throw new Error("titles.json and bodies.json are of two builds");
        index.addBodies(bodies);
      } catch (error) {
        console.warn("The texts could not be loaded; only titles are searched.", error);
        index.complete = true;
        index.titlesOnly = true;
      }
      this.shown = "";
      this.#answer();
    })();
  }

  #failed() {
    this.root.dataset.state = "failed";
    this.status.textContent = this.says.failed;
    const again = element("button", "btn", this.says.again);
    again.type = "button";
    again.addEventListener("click", () => {
      this.results.replaceChildren();
      this.#load();
    });
    this.results.replaceChildren(again);
  }

  #answer() {
    const { index, language, query } = this;
    if (!index || !language) return;
    document.title = query ? `${query} · ${this.title}` : this.title;
    this.#remember();
    if (!query) {
      this.shown = "";
      this.root.dataset.state = "idle";
      this.status.textContent = "";
      this.results.replaceChildren();
      return;
    }
    this.#loadBodies();
    // The space after a word says that it is whole, so it counts.
    const asked = clean(this.field.value).trimStart();
    if (asked === this.shown) return;
    this.shown = asked;
    const wordings = language.read(asked, index);
    const answer = rank(wordings, index, language);
    if (answer.hits.length) this.#show(answer, wordings);
    else if (index.complete) this.#none(answer, wordings);
    else this.#wait();
    this.root.toggleAttribute("data-complete", index.complete);
  }

  #wait() {
    this.root.dataset.state = "loading";
    this.status.textContent = this.says.loading;
    this.results.replaceChildren();
  }

  /**
   * @param {Answer} answer
   * @param {Wording[]} wordings
   */
  #show({ hits, unknown }, wordings) {
    this.#say(hits.length === 1 ? this.says.one : this.says.many, hits.length);
    this.root.dataset.state = "found";
    const open = new Set([...this.results.querySelectorAll("details[open]")].map((details) => details.parentElement?.dataset.kind));
    const focused = document.activeElement instanceof HTMLAnchorElement ? document.activeElement.href : "";
    const index = /** @type {SearchIndex} */ (this.index);
    const groups = grouped(hits).map((group) => this.view.group(group, open.has(group.kind), index.sections));
    const lines = notices(hits[0], unknown, wordings[0].words, index, this.says);
    this.results.replaceChildren(...lines.map((line) => element("p", "search__notice", line)), ...groups);
    if (focused && !document.activeElement?.matches("a, input")) {
      [...this.results.querySelectorAll("a")].find((link) => link.href === focused)?.focus({ preventScroll: true });
    }
  }

  /**
   * @param {Answer} answer
   * @param {Wording[]} wordings
   */
  #none({ unknown }, wordings) {
    const index = /** @type {SearchIndex} */ (this.index);
    this.#say(this.says.none);
    this.root.dataset.state = "none";
    const box = element("div", "search__empty");
    const near = wordings.length ? suggestions(wordings[0].words, unknown, index) : [];
    if (near.length) {
      const list = element("ul", "search__near");
      list.append(...near.map((text) => {
        const [item, button] = [element("li"), element("button", "btn", text)];
        button.type = "button";
        button.addEventListener("click", () => this.#ask(text));
        item.append(button);
        return item;
      }));
      box.append(element("p", "", this.says.did_you_mean), list);
    }
    box.append(element("p", "", this.says.way_on));
    this.results.replaceChildren(box);
  }

  /**
   * @param {string} sentence
   * @param {number} [count]
   */
  #say(sentence, count = 0) {
    const { query } = this;
    this.status.textContent = fill(sentence, { count, query: query.length > SAID ? `${query.slice(0, SAID)}…` : query });
  }

  /** Keep the query in the address, so that coming back finds it again. */
  #remember() {
    const address = new URL(location.href);
    address.hash = "";
    if (this.query) address.searchParams.set("q", this.query);
    else address.searchParams.delete("q");
    if (address.href === location.href) return;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Some browsers allow only so many changes in a time; leaving the field or choosing a result tries again.
    }
  }

  /** @param {KeyboardEvent} event */
  #arrow(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [this.field, ...this.results.querySelectorAll("a, summary")]
      .filter((stop) => stop instanceof HTMLElement && stop.offsetParent !== null);
    const at = stops.indexOf(/** @type {any} */ (document.activeElement));
    const next = stops[at + step];
    if (at < 0 || !(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  }

  /** A key that a person cannot turn off gets in the way of those who speak to their computer. */
  #shortcut() {
    const line = this.find("[data-part=shortcut]", HTMLElement);
    const button = this.find("[data-part=shortcut] button", HTMLButtonElement);
    const draw = () => {
      button.textContent = shortcutIsOn() ? this.says.key_off : this.says.key_on;
    };
    button.addEventListener("click", () => {
      turnShortcut(!shortcutIsOn());
      draw();
    });
    draw();
    line.hidden = false;
  }
}
