// An answer -> elements. Everything typed or indexed is written as text, never as markup.
import { fill } from "./fill.js";
import { marks, passage } from "./passage.js";

/** The best results, shown at once; the others of a kind wait behind "more". */
const SHOWN = 5;
/** Of one page at most this many among the best, so that one long page does not hide the others; and of sections with
 * one title on sister pages. */
const OF_ONE_PAGE = 2;
/** What answers less well than this share of the best result comes after all that does not. */
const NEAR_THE_BEST = 0.5;

/**
 * @typedef {import("./rank.js").Hit} Hit
 * @typedef {import("./index.js").Section} Section
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
  /** @type {Map<number | string, number>} */
  const alike = new Map();
  const best = new Set();
  const near = hits.filter((hit) => hit.score >= hits[0].score * NEAR_THE_BEST);
  for (const hit of near) {
    const names = hit.section.page.detail ? [hit.section.page.id, hit.section.title] : [hit.section.page.id];
    if (best.size < SHOWN && names.every((name) => (alike.get(name) ?? 0) < OF_ONE_PAGE)) best.add(hit);
    for (const name of names) alike.set(name, (alike.get(name) ?? 0) + 1);
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
   * @param {boolean} open whether to show the further results too
   * @param {Section[]} sections all there are
   * @returns {HTMLElement}
   */
  group({ kind, best, more }, open, sections) {
    const group = element("section", "hits-group");
    group.dataset.kind = kind;
    group.append(element("h2", "", this.says[`kind_${kind}`]));
    if (best.length) group.append(this.#list(best, sections));
    if (more.length) group.append(this.#more(more, best.length ? this.says.more : this.says.only, open, sections));
    return group;
  }

  /**
   * Draw further results only when they are asked for: there may be hundreds.
   * @param {Hit[]} hits
   * @param {string} label
   * @param {boolean} open
   * @param {Section[]} sections
   */
  #more(hits, label, open, sections) {
    const details = element("details", "more");
    details.append(element("summary", "", fill(label, { count: hits.length })));
    const draw = () => {
      if (details.open && details.childElementCount === 1) details.append(this.#list(hits, sections));
    };
    details.addEventListener("toggle", draw);
    details.open = open;
    draw();
    return details;
  }

  /**
   * @param {Hit[]} hits
   * @param {Section[]} sections
   */
  #list(hits, sections) {
    const list = element("ol", "hits");
    list.append(...hits.map((hit) => this.#hit(hit, sections)));
    return list;
  }

  /**
   * @param {Hit} hit
   * @param {Section[]} sections
   */
  #hit({ section, slots, missing }, sections) {
    const item = element("li");
    const link = element("a", "hits__title");
    link.href = this.root + section.path;
    const name = section.lead ? `${section.title}. ${section.lead}` : section.title;
    link.append(...drawn(marks(name, slots, this.locale)));
    item.append(link);
    const where = this.#where(section);
    if (where.length) item.append(element("p", "hits__where", where.join(" › ")));
    const shown = this.#passage(section, slots, sections);
    if (shown.length) {
      const text = element("p", "hits__passage");
      text.append(...drawn(shown));
      item.append(text);
    }
    if (missing.length) {
      const words = missing.map((word) => `“${word.text}”`).join(", ");
      item.append(element("p", "hits__missing", fill(this.says.lacks, { words })));
    }
    return item;
  }

  /**
   * Return the titles above a section, without what the group's heading says already.
   * @param {Section} section
   */
  #where(section) {
    const titles = [...titlesAbove(section), ...section.headings];
    const rest = section.kind === "about" && titles.length === 1 ? titles : titles.slice(1);
    return rest.filter((title) => title !== this.says[`kind_${section.kind}`]);
  }

  /**
   * Return what a result shows of its text. A page may have been found by what its sections say; then they show it.
   * @param {Section} section
   * @param {import("./forms.js").Slot[]} slots
   * @param {Section[]} sections
   * @returns {Piece[]}
   */
  #passage(section, slots, sections) {
    const own = passage(section.text, section.title, slots, this.locale);
    if (section.page !== section || own.some(({ marked }) => marked)) return own;
    for (let id = section.id + 1; sections[id]?.page === section; id += 1) {
      const below = passage(sections[id].text, sections[id].title, slots, this.locale);
      if (below.some(({ marked }) => marked)) return below;
    }
    return own;
  }
}

/**
 * @param {Section} section
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
