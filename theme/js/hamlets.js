// What was typed into the target calculator: for each target a year and rows of hamlets, kept as text.
import { readPeople, road } from "./targets.js";

const LONGEST = 80;
const BLANK = 3;

/**
 * @typedef {{name: string, base: string, reached: string}} Typed
 * @typedef {{id: string, short: string, words: string, percent: number, year: number}} Target
 * @typedef {{plan: string, today: number, most_people: number, most_rows: number, longest: number, decimal: string,
 *   thousands: string, targets: Target[], says: Record<string, string>}} Data the page's JSON block
 * @typedef {"base" | "reached"} Column
 */

const text = (/** @type {unknown} */ value) => (typeof value === "string" ? value.slice(0, LONGEST) : "");
const blank = () => ({ name: "", base: "", reached: "" });

/** All that is typed, whatever target is shown; knows nothing of the page. */
export class Hamlets {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    this.target = data.targets[0];
    /** @type {Map<string, {year: string, rows: Typed[]}>} */
    this.sets = new Map();
    this.load(null);
  }

  /**
   * Take up what was kept; whatever is not of the right shape is left out.
   * @param {any} kept
   */
  load(kept) {
    const { targets, most_rows, today } = this.data;
    const value = Object(kept);
    const sets = Object(value.sets);
    this.target = targets.find(({ id }) => id === value.target) ?? targets[0];
    this.sets = new Map();
    for (const { id } of targets) {
      const set = Object(Object.hasOwn(sets, id) ? sets[id] : null);
      const rows = (Array.isArray(set.rows) ? set.rows : []).slice(0, most_rows).map((/** @type {any} */ row) => ({
        name: text(Object(row).name),
        base: text(Object(row).base),
        reached: text(Object(row).reached),
      }));
      while (rows.length < BLANK) rows.push(blank());
      this.sets.set(id, { year: text(set.year) || String(today), rows });
    }
  }

  save() {
    return { target: this.target.id, sets: Object.fromEntries(this.sets) };
  }

  get set() {
    return /** @type {{year: string, rows: Typed[]}} */ (this.sets.get(this.target.id));
  }

  /**
   * Turn to another target; where nothing is typed yet, it gets the same hamlets.
   * @param {string} id
   */
  choose(id) {
    const names = this.set.rows.map(({ name }) => name);
    this.target = this.data.targets.find((one) => one.id === id) ?? this.target;
    const { rows } = this.set;
    if (rows.every((row) => !row.name && !row.base && !row.reached)) this.set.rows = names.map((name) => ({ ...blank(), name }));
  }

  get isFull() {
    return this.set.rows.length >= this.data.most_rows;
  }

  add() {
    if (!this.isFull) this.set.rows.push(blank());
  }

  /** @param {number} at */
  remove(at) {
    this.set.rows.splice(at, 1);
    if (!this.set.rows.length) this.set.rows.push(blank());
  }

  /** The bounds of the year up to which figures stand. */
  get years() {
    return { first: this.target.year - this.data.longest, last: 2100 };
  }

  /** The year typed, or none where it is none. */
  get year() {
    const typed = this.set.year.normalize("NFKC").trim();
    const year = /^\d{4}$/.test(typed) ? Number(typed) : 0;
    return year >= this.years.first && year <= this.years.last ? year : null;
  }

  /**
   * What is wrong with a cell, or nothing.
   * @param {Typed} row
   * @param {Column} column
   */
  problem(row, column) {
    const read = readPeople(row[column], this.data.thousands);
    if ("problem" in read) return read.problem;
    const base = readPeople(row.base, this.data.thousands);
    const isMore = column === "reached" && read.value !== null && "value" in base && base.value !== null && read.value > base.value;
    return isMore ? "more" : "";
  }

  /** The way to the target from all rows that can be read; a row with a wrong figure counts as unknown. */
  road() {
    const counts = this.set.rows.map((row) => {
      const [base, reached] = /** @type {Column[]} */ (["base", "reached"]).map((column) => {
        const read = this.problem(row, column) ? null : readPeople(row[column], this.data.thousands);
        return read && "value" in read ? read.value : null;
      });
      return { base, reached };
    });
    const years = this.year === null ? 0 : Math.max(0, this.target.year - this.year);
    return road(counts, this.target.percent, years);
  }
}
