// What to learn next, from a self-score: the weak indicators, the plan's rows, and how it was before.
import { FIELDS } from "./sheet.js";

/**
 * @typedef {import("./sheet.js").Sheet} Sheet
 * @typedef {import("./sheet.js").Score} Score
 * @typedef {import("./assess.js").Assessment} Assessment
 */

/**
 * The indicators to work on: those on the nearest way up, else those under the floor, else the three lowest.
 * @param {Sheet} sheet
 * @param {Assessment} result
 */
export function weak(sheet, result) {
  const way = Object.keys(result.way_up);
  if (way.length) return way;
  if (result.below.length) return result.below;
  return [...sheet.answers]
    .filter(([id, { points }]) => points !== null && points < (sheet.most.get(id) ?? Infinity))
    .sort(([, a], [, b]) => Number(a.points) - Number(b.points))
    .slice(0, 3)
    .map(([id]) => id);
}

/**
 * The plan in the set's order: what is weak and not dropped, and what was added; edited words win.
 * @param {Sheet} sheet
 * @param {Assessment} result
 * @param {(id: string) => Record<string, string>} suggest the words to begin with
 */
export function planRows(sheet, result, suggest) {
  const names = weak(sheet, result);
  return [...sheet.known.keys()]
    .filter((id) => {
      const state = sheet.plan.get(id)?.state;
      return state === "added" || (state !== "dropped" && names.includes(id));
    })
    .map((id) => {
      const own = sheet.plan.get(id);
      const begun = suggest(id);
      return { id, fields: Object.fromEntries(FIELDS.map((field) => [field, own?.[field] ?? begun[field] ?? ""])) };
    });
}

/**
 * An earlier score beside today's. Points given to other words are told, not counted as a gain or loss.
 * @param {Score} earlier
 * @param {Sheet} sheet
 */
export function compare(earlier, sheet) {
  const then = new Map(earlier.points.map((one) => [one.indicator, one]));
  return [...sheet.answers].map(([id, { points: now, hash }]) => {
    const { points: before = null, hash: old = hash } = then.get(id) ?? {};
    const edited = before !== null && old !== hash;
    return { id, before, now, edited, difference: before === null || now === null || edited ? null : now - before };
  });
}

/** @param {Score} score */
export function scoreTotal(score) {
  const given = score.points.filter((one) => one.points !== null);
  return { total: given.reduce((sum, one) => sum + Number(one.points), 0), answered: given.length, of: score.points.length };
}
