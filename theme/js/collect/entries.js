// What an officer has taken in: one entry a person, told apart by the short code.

/**
 * @typedef {object} Entry
 * @property {string} id of this entry, in this collection
 * @property {string} code as it is read aloud; empty where there is none: a sheet typed from paper, or a file without it
 * @property {string} group
 * @property {(number | null)[]} points in the order of the set's indicators; null where there was no answer
 * @property {string} label what the officer calls the place it came from
 * @property {string} [same] of a file without a code: what it is a copy of when it comes again; a sheet typed from paper
 *   is never a copy
 * @property {number} [random] of one with a code: drawn on the device of who scored; few people share one
 *
 * @typedef {object} Known what the hub's criteria set has
 * @property {string} set
 * @property {string[]} groups
 * @property {string[]} ids of the indicators, in order
 * @property {(number | null)[]} maxima null where the most is not known
 * @property {Map<string, string[]>} [hashes] of each group's indicators, in order, what points rest on
 * @property {import("../short-code.js").Known[]} codes what codes may speak of; none where the set cannot be coded
 *
 * @typedef {"taken" | "duplicate" | "broken" | "foreign" | "newer" | "large" | "skipped"} Kind
 * @typedef {{name: string, kind: Kind, reason: string}} Outcome what became of one file or code, and why
 *
 * @typedef {object} Reading
 * @property {Kind} kind
 * @property {string} reason
 * @property {Omit<Entry, "id" | "label">} [entry] what was read, when kind is taken
 */

export class Collection {
  /** @param {Entry[]} entries */
  constructor(entries = []) {
    /** @type {Map<string, Entry>} */
    this.entries = new Map();
    /** @type {Set<string>} */
    this.seen = new Set();
    /** @type {Map<string, number>} how many entries have a group's random number */
    this.randoms = new Map();
    this.last = 0;
    for (const entry of entries) this.add(entry);
  }

  get size() {
    return this.entries.size;
  }

  /** @returns {IterableIterator<Entry>} */
  [Symbol.iterator]() {
    return this.entries.values();
  }

  /**
   * @param {Omit<Entry, "id"> & {id?: string}} entry
   * @returns {"taken" | "alike" | "duplicate"} alike: taken, but another one has the same random number. Perhaps one
   *   person scored twice; among some thousands of people two may share it by chance
   */
  add({ code, group, points, label, same, random }) {
    const name = nameOf({ code, same });
    if (name && this.seen.has(name)) return "duplicate";
    if (name) this.seen.add(name);
    const id = String(++this.last);
    this.entries.set(id, { id, code, group, points: [...points], label, ...(same && { same }), ...(random !== undefined && { random }) });
    if (random === undefined) return "taken";
    const twin = `${group}:${random}`;
    const alike = this.randoms.get(twin) ?? 0;
    this.randoms.set(twin, alike + 1);
    return alike ? "alike" : "taken";
  }

  /** @param {string} id */
  remove(id) {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.seen.delete(nameOf(entry));
    const twin = `${entry.group}:${entry.random}`;
    this.randoms.set(twin, (this.randoms.get(twin) ?? 1) - 1);
    this.entries.delete(id);
  }

  /**
   * @param {Iterable<string>} ids
   * @param {string} label
   */
  relabel(ids, label) {
    for (const id of ids) {
      const entry = this.entries.get(id);
      if (entry) entry.label = label;
    }
  }

  /** Forget everything. */
  clear() {
    this.entries.clear();
    this.seen.clear();
    this.randoms.clear();
  }
}

/** @param {{code: string, same?: string}} entry */
const nameOf = ({ code, same }) => (code ? `code:${code}` : same ? `same:${same}` : "");
