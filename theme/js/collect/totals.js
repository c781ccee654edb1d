// Entries -> counts and means. All sums are of whole numbers, so the order of entries changes nothing.
import { assess } from "../assess.js";

/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("../assess.js").Rules} Rules */

/**
 * @typedef {object} Tally of a group, of a label, of all
 * @property {number} count
 * @property {number} may
 * @property {number} not
 * @property {number} open
 * @property {number} unknown
 * @property {number} complete sheets with every indicator answered
 * @property {number} sum their points
 * @property {number | null} mean of complete sheets; null without any
 *
 * @typedef {object} Scored of an indicator
 * @property {string} id
 * @property {number} count answers
 * @property {number} sum
 * @property {number | null} mean null without an answer
 * @property {number | null} low answers below the floor; null where the floor is not known
 * @property {number | null} share mean as a share of the most, 0 to 1; null where either is not known
 *
 * @typedef {object} Totals
 * @property {Tally} all
 * @property {Map<string, Tally>} groups in the order of the set, those with sheets
 * @property {Map<string, Tally>} labels by name
 * @property {Scored[]} indicators in the order of the set
 */

/**
 * A figure to one decimal, halves away from zero, with the locale's signs.
 * @param {number} value
 * @param {string} decimal
 */
export function written(value, decimal) {
  const size = Math.round(Math.abs(value) * 10) / 10;
  return `${value < 0 && size ? "−" : ""}${String(size).replace(".", decimal)}`;
}

/** A written figure as a change: with a plus where it grew. */
export const signed = (text = "") => (/^\d/.test(text) && text !== "0" ? `+${text}` : text);

/** @returns {Tally} */
const empty = () => ({ count: 0, may: 0, not: 0, open: 0, unknown: 0, complete: 0, sum: 0, mean: null });

/**
 * @param {Iterable<Entry>} entries
 * @param {{groups: string[]}} known
 * @param {Rules} rules
 * @returns {Totals}
 */
export function totals(entries, { groups }, rules) {
  const ids = rules.maxima.map(([id]) => id);
  const all = empty();
  /** @type {Map<string, Tally>} */
  const byGroup = new Map(groups.map((group) => [group, empty()]));
  /** @type {Map<string, Tally>} */
  const byLabel = new Map();
  const counts = ids.map(() => ({ count: 0, sum: 0, low: 0 }));
  for (const { group, label, points } of entries) {
    const given = Object.fromEntries(ids.map((id, at) => [id, points[at] ?? null]));
    const { verdict, total, unanswered } = assess(rules, given);
    if (!byLabel.has(label)) byLabel.set(label, empty());
    for (const tally of [all, byGroup.get(group), byLabel.get(label)]) {
      if (!tally) continue;
      tally.count += 1;
      tally[verdict] += 1;
      if (unanswered.length) continue;
      tally.complete += 1;
      tally.sum += total;
    }
    points.forEach((value, at) => {
      if (value === null || !counts[at]) return;
      counts[at].count += 1;
      counts[at].sum += value;
      if (rules.floor !== null && value < rules.floor) counts[at].low += 1;
    });
  }
  for (const tally of [all, ...byGroup.values(), ...byLabel.values()]) {
    tally.mean = tally.complete ? tally.sum / tally.complete : null;
  }
  for (const [group, { count }] of byGroup) if (!count) byGroup.delete(group);
  const labels = [...byLabel].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const indicators = rules.maxima.map(([id, most], at) => {
    const { count, sum, low } = counts[at];
    const mean = count ? sum / count : null;
    return { id, count, sum, mean, low: rules.floor === null ? null : low, share: mean === null || !most ? null : mean / most };
  });
  return { all, groups: byGroup, labels: new Map(labels), indicators };
}

/**
 * The indicators with the lowest means, for what to teach next.
 * @param {Totals} found
 * @param {number} most
 */
export const weakest = ({ indicators }, most = 3) =>
  indicators
    .filter((one) => one.mean !== null)
    .sort((a, b) => (a.share ?? 0) - (b.share ?? 0) || Number(a.mean) - Number(b.mean))
    .slice(0, most);

/**
 * @typedef {object} Change a count or a mean in two periods; null where it is not known
 * @property {number | null} before
 * @property {number | null} now
 * @property {number | null} change
 */

const tenth = (value = 0) => Math.round(value * 10) / 10;

/**
 * The change is that of the figures as they are written, to a tenth: who subtracts them comes to the same.
 * @returns {Change}
 */
const change = (before = /** @type {number | null} */ (null), now = /** @type {number | null} */ (null)) => ({
  before,
  now,
  change: before === null || now === null ? null : tenth(now) - tenth(before),
});

/**
 * Sheets and "may reach it" in two periods. A group or label of one period only had none in the other.
 * @param {Map<string, Tally>} before
 * @param {Map<string, Tally>} now
 * @returns {{id: string, count: Change, may: Change}[]} those of now first, in their order
 */
export const comparedTallies = (before, now) =>
  [...new Set([...now.keys(), ...before.keys()])].map((id) => {
    const [then, here] = [before.get(id) ?? empty(), now.get(id) ?? empty()];
    return { id, count: change(then.count, here.count), may: change(then.may, here.may) };
  });

/**
 * Means of the indicators in two periods.
 * @param {Totals} before
 * @param {Totals} now
 * @returns {({id: string} & Change)[]}
 */
export const compared = (before, now) =>
  now.indicators.map(({ id, mean }) => ({ id, ...change(before.indicators.find((one) => one.id === id)?.mean, mean) }));
