// The search page: a field, and what is found while one types.
import { Component } from "../../js/component.js";
import { shortcutIsOn, turnShortcut } from "../../js/shortcut.js";
import { SearchIndex } from "./index-lunr.js";
import { Language, clean } from "./query.js";
import { rank } from "./rank.js";
import { ResultView, element, grouped } from "./results.js";
import { spelled, suggestions } from "./suggest.js";

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
      const [, titles] = await Promise.all([addScript(this.given.lunr), fetched(`${this.given.index}titles.json`)]);
      this.index = new SearchIndex(/** @type {any} */ (window).lunr, this.given.locale);
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
    document.title = query ? `${said(query)} · ${this.title}` : this.title;
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
    const count = hits.length === 1 ? this.says.one : this.says.many.replace("{count}", String(hits.length));
    this.#say(count);
    this.root.dataset.state = "found";
    const open = new Set([...this.results.querySelectorAll("details[open]")].map((details) => details.parentElement?.dataset.kind));
    const focused = document.activeElement instanceof HTMLAnchorElement ? document.activeElement.href : "";
    const groups = grouped(hits).map((group) => this.view.group(group));
    this.results.replaceChildren(...this.#notices(hits[0], unknown, wordings[0]), ...groups);
    for (const group of groups) if (open.has(group.dataset.kind)) group.querySelector("details")?.setAttribute("open", "");
    if (focused && !document.activeElement?.matches("a, input")) {
      [...this.results.querySelectorAll("a")].find((link) => link.href === focused)?.focus({ preventScroll: true });
    }
  }

  /**
   * Say how what was looked for differs from what was typed.
   * @param {import("./rank.js").Hit} best
   * @param {import("./query.js").Word[]} unknown
   * @param {Wording} typed
   */
  #notices(best, unknown, typed) {
    const index = /** @type {SearchIndex} */ (this.index);
    const lines = [];
    const quoted = (/** @type {string[]} */ words) => words.map((word) => `“${word}”`).join(", ");
    const words = best.slots.map((slot) => slot.word);
    if (words.some((word) => !typed.words.includes(word))) {
      lines.push(this.says.reworded.replace("{words}", quoted([words.map((word) => word.text).join(" ")])));
    } else if (unknown.length) {
      lines.push(this.says.unknown.replace("{words}", quoted(unknown.map((word) => word.text))));
    }
    for (const { word, terms } of best.repaired) {
      const near = terms.map((term) => term.split("_").map((part) => spelled(part, index, this.given.locale)).join(" "));
      lines.push(this.says.near.replace("{word}", quoted([word.text])).replace("{words}", quoted(near)));
    }
    if (index.titlesOnly) lines.push(this.says.titles_only);
    return lines.map((line) => element("p", "search__notice", line));
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
    const near = wordings.length ? suggestions(wordings[0].words, unknown, index, this.given.locale) : [];
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

  /** @param {string} sentence */
  #say(sentence) {
    this.status.textContent = sentence.replace("{query}", said(this.query));
  }

  /** Keep the query in the address, so that coming back finds it again. */
  #remember() {
    const address = new URL(location.href);
    address.hash = "";
    if (this.query) address.searchParams.set("q", this.query);
    else address.searchParams.delete("q");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
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

/** @param {string} query */
function said(query) {
  return query.length > SAID ? `${query.slice(0, SAID)}…` : query;
}

/**
 * @param {string} address
 * @param {RequestCache} [cache]
 */
async function fetched(address, cache = "default") {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * Load a classic script once.
 * @param {string} address
 * @returns {Promise<void>}
 */
function addScript(address) {
  return new Promise((resolve, reject) => {
    if ("lunr" in window) return resolve();
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${address} could not be loaded`));
    });
    document.head.append(script);
  });
}
