// One of the two files of an index, in lunr. Only this module knows lunr and the form of the files' "index"
// (hub/search/index.py), so both may change.
//
// Two parts of lunr are not used: its token set, which looks for beginnings and misspellings, costs seconds to build on
// a phone and is replaced by our own list of terms; and its scores, for which the order of results is reckoned in
// rank.js. What a person typed reaches lunr only as terms that are known to be in the index.

/**
 * @typedef {import("./index.js").Field} Field
 *
 * @typedef {object} Packed
 * @property {string} lunr version of lunr it was built for
 * @property {Field[]} fields
 * @property {string} terms in order, a space between
 * @property {number[][][]} columns for each field and term the sections that hold it, as steps
 *
 * @typedef {object} LunrQuery
 * @property {(term: string, options: {usePipeline: boolean}) => void} term
 * @typedef {object} LunrIndex
 * @property {(fill: (query: LunrQuery) => void) => {ref: string, matchData: {metadata: Record<string, Record<string, object>>}}[]} query
 * @typedef {{toArray: () => string[]}} TokenSet
 *
 * @typedef {object} Lunr
 * @property {string} version
 * @property {new (parts: object) => LunrIndex} Index
 * @property {new () => object} Pipeline
 * @property {new () => object} Vector
 */

/** One file's index. */
export class Tier {
  /**
   * @param {Lunr} lunr
   * @param {Packed} packed
   */
  constructor(lunr, packed) {
    if (lunr.version !== packed.lunr) console.warn(`The index was built for lunr ${packed.lunr}, this is ${lunr.version}.`);
    const unscored = new lunr.Vector();
    this.packed = packed;
    /** Where each term stands in the columns. @type {Map<string, number>} */
    this.places = new Map(packed.terms ? packed.terms.split(" ").map((term, at) => [term, at]) : []);
    /** Postings as lunr has them, unpacked when a term is first asked for. @type {Record<string, object>} */
    this.postings = Object.create(null);
    this.index = new lunr.Index({
      fields: packed.fields,
      invertedIndex: this.postings,
      fieldVectors: new Proxy({}, { get: () => unscored }),
      tokenSet: { intersect: (/** @type {TokenSet} */ asked) => asked },
      pipeline: new lunr.Pipeline(),
    });
  }

  /**
   * Count where a term stands.
   * @param {string} term
   */
  count(term) {
    const at = this.places.get(term);
    return at === undefined ? 0 : this.packed.columns.reduce((sum, column) => sum + column[at].length, 0);
  }

  /**
   * Return where the terms stand.
   * @param {Iterable<string>} terms
   * @returns {{id: number, term: string, fields: Field[]}[]}
   */
  find(terms) {
    const wanted = [...terms].filter((term) => this.#unpack(term));
    if (!wanted.length) return [];
    const results = this.index.query((query) => {
      for (const term of wanted) query.term(term, { usePipeline: false });
    });
    return results.flatMap(({ ref, matchData }) => Object.entries(matchData.metadata).map(([term, fields]) => (
      { id: Number(ref), term, fields: /** @type {Field[]} */ (Object.keys(fields)) }
    )));
  }

  /**
   * Make a term's posting; returns whether there is one.
   * @param {string} term
   */
  #unpack(term) {
    const at = this.places.get(term);
    if (at === undefined || term in this.postings) return at !== undefined;
    const fields = this.packed.fields.map((field, column) => {
      let id = 0;
      return [field, Object.fromEntries(this.packed.columns[column][at].map((step) => [(id += step), NOTHING]))];
    });
    this.postings[term] = { _index: at, ...Object.fromEntries(fields) };
    return true;
  }
}

/** lunr keeps facts about each match here; we ask for none. */
const NOTHING = Object.freeze({});
