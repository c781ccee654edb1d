// The whole collection as one file, out and in again.
import { isPoints, readCode, sameAs } from "./read.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./entries.js").Known} Known */
/**
 * @typedef {object} State
 * @property {string} unit what the officer calls the unit
 * @property {string} period
 * @property {Entry[]} entries
 * @property {Record<string, {base: number | null, people: number | null}>} targets what was typed in, by target
 */

const FORMAT = "hub-collection";
const VERSION = 1;
const MOST_LETTERS = 20_000_000;
const MOST_ENTRIES = 50_000;
const MOST_WORDS = 120;

/** A file that cannot be opened: reason is large, broken, foreign, newer, other_set. */
export class StateError extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * @param {State} state
 * @param {Known} known
 */
export function write({ unit, period, entries, targets }, known) {
  const rows = entries.map(({ code, group, points, label, same }) => (code ? { code, label } : { group, points, label, file: Boolean(same) }));
  const typed = Object.entries(targets).map(([id, { base, people }]) => ({ id, base, people }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, set: known.set, indicators: known.ids, unit, period, entries: rows, targets: typed })}\n`;
}

/**
 * @param {string} text
 * @param {Known} known
 * @returns {{state: State, lost: number}} and how many entries in it could not be read
 */
export function read(text, known) {
  if (text.length > MOST_LETTERS) throw new StateError("large");
  let value;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new StateError("broken");
  }
  const { format, version, set, indicators, unit, period, entries, targets } = Object(value);
  if (format !== FORMAT) throw new StateError("foreign");
  if (!Number.isInteger(version) || version < 1 || !Array.isArray(entries)) throw new StateError("broken");
  if (version > VERSION) throw new StateError("newer");
  if (set !== known.set) throw new StateError("other_set");
  // Points stand in the order of the set as it was then.
  const then = Array.isArray(indicators) ? indicators : known.ids;
  const places = known.ids.map((id) => then.indexOf(id));
  const rows = entries.slice(0, MOST_ENTRIES).map((one) => entry(Object(one), known, places));
  /** @type {Entry[]} */
  const kept = [];
  for (const row of rows) if (row) kept.push({ ...row, id: String(kept.length + 1) });
  /** @type {State["targets"]} */
  const typed = Object.create(null);
  for (const one of Array.isArray(targets) ? targets.slice(0, 100) : []) {
    const { id, base, people } = Object(one);
    if (typeof id === "string") typed[id.slice(0, MOST_WORDS)] = { base: count(base), people: count(people) };
  }
  return { state: { unit: words(unit), period: words(period), entries: kept, targets: typed }, lost: entries.length - kept.length };
}

/**
 * @param {any} saved
 * @param {Known} known
 * @param {number[]} places where each indicator's points stand
 * @returns {Omit<Entry, "id"> | null}
 */
function entry({ code, group, points, label, file }, known, places) {
  if (typeof code === "string") {
    const { entry: found } = readCode(code, known);
    return found ? { ...found, label: words(label) } : null;
  }
  if (typeof group !== "string" || !known.groups.includes(group) || !Array.isArray(points)) return null;
  const values = places.map((place, at) => (isPoints(points[place], known.maxima[at]) ? points[place] : null));
  if (values.every((value) => value === null)) return null;
  return { code: "", group, points: values, label: words(label), ...(file === true && { same: sameAs(group, values) }) };
}

/** @param {unknown} value */
const words = (value) => (typeof value === "string" ? value.slice(0, MOST_WORDS) : "");

/** @param {unknown} value */
const count = (value) => (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1e9 ? Number(value) : null);
