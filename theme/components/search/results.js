// An answer -> elements. Everything typed or indexed is written as text, never as markup.
import { marks, passage } from "./passage.js";

/** The best results, shown at once; the others of a kind wait behind "more". */
const SHOWN = 5;
/** Of one page at most this many among the best, so that one long page does not hide the others. */
const OF_ONE_PAGE = 2;

/**
 * @typedef {import("./rank.js").Hit} Hit
 * @typedef {import("./passage.js").Piece} Piece
 * @typedef {Record<string, string>} Says
 *
 * @typedef {object} Group results of one kind
 * @property {string} kind
 * @property {Hit[]} best
 * @property {Hit[]} more
 */

/**
 * Group hits by kind, the kind of the best hit first.
 * @param {Hit[]} hits the best first
 * @returns {Group[]}
 */
export function grouped(hits) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  /** @type {Map<number, number>} */
  const ofPage = new Map();
  const best = new Set();
  for (const hit of hits) {
    const count = ofPage.get(hit.section.page.id) ?? 0;
    if (best.size < SHOWN && count < OF_ONE_PAGE) best.add(hit);
    ofPage.set(hit.section.page.id, count + 1);
  }
  for (const hit of hits) if (best.size < SHOWN) best.add(hit);
  for (const hit of [...best, ...hits.filter((hit) => !best.has(hit))]) {
    const { kind } = hit.section;
    const group = groups.get(kind) ?? { kind, best: [], more: [] };
    (best.has(hit) ? group.best : group.more).push(hit);
    groups.set(kind, group);
  }
  return [...groups.values()];
}

/** Draws groups of results. */
export class ResultView {
  /**
   * @param {Says} says
   * @param {string} root address of the locale's tree as seen from the page
   * @param {string} locale
   */
  constructor(says, root, locale) {
    this.says = says;
    this.root = root;
    this.locale = locale;
  }

  /**
   * @param {Group} group
   * @returns {HTMLElement}
   */
  group({ kind, best, more }) {
    const section = element("section", "hits-group");
    section.dataset.kind = kind;
    section.append(element("h2", "", this.says[`kind_${kind}`]));
    if (best.length) section.append(this.#list(best));
    if (more.length) {
      const details = element("details", "more");
      const label = best.length ? this.says.more : this.says.only;
      details.append(element("summary", "", label.replace("{count}", String(more.length))), this.#list(more));
      section.append(details);
    }
    return section;
  }

  /** @param {Hit[]} hits */
  #list(hits) {
    const list = element("ol", "hits");
    list.append(...hits.map((hit) => this.#hit(hit)));
    return list;
  }

  /** @param {Hit} hit */
  #hit({ section, slots, missing }) {
    const item = element("li");
    const link = element("a", "hits__title");
    link.href = this.root + section.path;
    link.append(...drawn(marks(section.title, slots, this.locale)));
    item.append(link);
    const where = [...titlesAbove(section), ...section.headings];
    if (where.length) item.append(element("p", "hits__where", where.join(" › ")));
    const shown = passage(section.text, slots, this.locale);
    if (shown.length) {
      const text = element("p", "hits__passage");
      text.append(...drawn(shown));
      item.append(text);
    }
    if (missing.length) {
      const words = missing.map((word) => `“${word.text}”`).join(", ");
      item.append(element("p", "hits__missing", this.says.lacks.replace("{words}", words)));
    }
    return item;
  }
}

/**
 * @param {import("./index-lunr.js").Section} section
 * @returns {string[]}
 */
function titlesAbove({ above }) {
  return above ? [...titlesAbove(above), above.title] : [];
}

/**
 * @param {Piece[]} pieces
 * @returns {(Text | HTMLElement)[]}
 */
function drawn(pieces) {
  return pieces.map(({ text, marked }) => (marked ? element("mark", "", text) : new Text(text)));
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} [css]
 * @param {string} [text]
 */
export function element(name, css = "", text = "") {
  const made = document.createElement(name);
  if (css) made.className = css;
  made.textContent = text;
  return made;
}
