// The index as the rest of the component sees it: sections, terms, and which terms stand where.
import { exact, fold, tokens } from "./fold.js";
import { Tier } from "./index-lunr.js";

/**
 * @typedef {object} Section a place that search can lead to
 * @property {number} id
 * @property {string} path from the root of the locale's tree, with anchor
 * @property {string} title
 * @property {string} lead how its text begins, where the title is no more than a number
 * @property {string} keys other names, commas between
 * @property {Section | null} above the page it stands in; for a page the one above it, if any
 * @property {string[]} headings headings of its page that it stands under
 * @property {string} kind
 * @property {boolean} detail whether its page goes into the details of another page
 * @property {Section} page the page it stands on; a page's own is itself
 * @property {number} words length of its text
 * @property {string} text its own words, one block a line; empty until the bodies have come
 *
 * @typedef {"title" | "keys" | "trail" | "text"} Field
 * @typedef {Map<number, Field[]>} Places section id -> fields
 *
 * @typedef {object} NameTerm a word of a title or another name
 * @property {string} text
 * @property {boolean} joined
 * @property {string} exact
 * @property {string} folded
 * @property {number} rarity
 *
 * @typedef {import("./index-lunr.js").Packed} Packed
 * @typedef {import("./index-lunr.js").Lunr} Lunr
 */

/** Ways in which a beginning may go on; one letter says too little to look for them all. */
const MOST_EXPANSIONS = 60;
const MOST_OF_ONE_LETTER = 12;

/** Both tiers of one locale's index. */
export class SearchIndex {
  /**
   * @param {Lunr} lunr
   * @param {string} locale
   */
  constructor(lunr, locale) {
    this.lunr = lunr;
    this.locale = locale;
    /** @type {Tier[]} */
    this.tiers = [];
    /** @type {Section[]} */
    this.sections = [];
    /** All terms in order, to find beginnings in. @type {string[]} */
    this.terms = [];
    /** @type {string[]} */
    this.singles = [];
    /** @type {Map<Section, NameTerm[][]>} */
    this.nameTerms = new Map();
    /** @type {Map<Section, Set<string>>} */
    this.trails = new Map();
    /** How often each term stands anywhere. @type {Map<string, number>} */
    this.counts = new Map();
    this.build = "";
    /** Whether all that can be searched is here. */
    this.complete = false;
    /** Whether the bodies could not be had. */
    this.titlesOnly = false;
  }

  /**
   * Take in titles.json.
   * @param {{build: string, kinds: string[], index: Packed,
   *   sections: {path: string, title: string, kind: number, in?: number, trail?: string[], keys?: string, lead?: string, detail?: number,
   *   words: number,
   *   text?: string}[]}} data
   */
  addTitles(data) {
    this.build = data.build;
    for (const [id, entry] of data.sections.entries()) {
      const above = entry.in === undefined ? null : this.sections[entry.in];
      const isPart = entry.path.startsWith("#") && above !== null;
      /** @type {any} */
      const section = { id, above, title: entry.title, headings: entry.trail ?? [], kind: data.kinds[entry.kind],
        words: entry.words, text: entry.text ?? "", keys: entry.keys ?? "",
        lead: entry.lead ?? "", detail: entry.detail === 1 };
      section.page = isPart ? above : section;
      section.path = isPart ? above.path + entry.path : entry.path;
      this.sections.push(section);
    }
    this.#addTier(data.index);
  }

  /**
   * Take in bodies.json.
   * @param {{build: string, texts: string[], index: Packed}} data
   */
  addBodies(data) {
    for (const [id, text] of data.texts.entries()) if (text) this.sections[id].text = text;
    this.#addTier(data.index);
    this.complete = true;
  }

  /** @param {Packed} packed */
  #addTier(packed) {
    const tier = new Tier(this.lunr, packed);
    this.tiers.push(tier);
    for (const term of tier.places.keys()) this.counts.set(term, (this.counts.get(term) ?? 0) + tier.count(term));
    this.terms = [...this.counts.keys()].sort();
    this.singles = this.terms.filter((term) => !term.includes("_") && !term.startsWith("="));
    this.nameTerms.clear();
  }

  /** @param {string} term */
  has(term) {
    return this.counts.has(term);
  }

  /**
   * Count where a term stands.
   * @param {string} term
   */
  count(term) {
    return this.counts.get(term) ?? 0;
  }

  /**
   * Return the names of a section, its title first, as words, without what they say in brackets.
   * @param {Section} section
   */
  names(section) {
    const known = this.nameTerms.get(section);
    if (known) return known;
    // "1271/QĐ-TTg: Quyết định về ..." is known by its number, and by what it is about.
    const [, ...after] = section.title.split(": ");
    const texts = [section.title, ...after, ...section.keys.split(",").filter((text) => text.trim())];
    const names = texts.map((text) => tokens(text.replace(/\([^)]*\)/g, " ")).map(({ text: word, joined }) => {
      const [spelling, folded] = [exact(word, this.locale), fold(word, this.locale)];
      const count = this.count(spelling) || this.count(folded);
      return { text: word, joined, exact: spelling, folded, rarity: Math.log(1 + this.sections.length / (count + 0.5)) };
    }));
    this.nameTerms.set(section, names);
    return names;
  }

  /**
   * Return the words, folded, of all titles above a section.
   * @param {Section} section
   * @returns {Set<string>}
   */
  trailTerms(section) {
    const known = this.trails.get(section);
    if (known) return known;
    const own = [section.above?.title ?? "", ...section.headings].flatMap(tokens).map(({ text }) => fold(text, this.locale));
    const terms = new Set([...own, ...(section.above ? this.trailTerms(section.above) : [])]);
    this.trails.set(section, terms);
    return terms;
  }

  /** Return the terms that are one word without marks. */
  words() {
    return this.singles;
  }

  /**
   * Return terms that begin so, the shortest first.
   * @param {string} beginning
   */
  startingWith(beginning) {
    let low = 0;
    let high = this.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.terms[middle] < beginning) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < this.terms.length && this.terms[low].startsWith(beginning)) found.push(this.terms[low++]);
    return found.sort((a, b) => a.length - b.length).slice(0, beginning.length === 1 ? MOST_OF_ONE_LETTER : MOST_EXPANSIONS);
  }

  /**
   * Return where each of the terms stands.
   * @param {Iterable<string>} terms
   * @returns {Map<string, Places>}
   */
  find(terms) {
    /** @type {Map<string, Places>} */
    const found = new Map();
    for (const term of terms) found.set(term, new Map());
    for (const tier of this.tiers) {
      for (const { id, term, fields } of tier.find(found.keys())) {
        const places = /** @type {Places} */ (found.get(term));
        places.set(id, [...(places.get(id) ?? []), ...fields]);
      }
    }
    return found;
  }
}
