// Rows typed from paper forms: a group, the points, a label. A wrong cell is told, never dropped.
import { isPoints } from "./read.js";

/** @typedef {import("./entries.js").Known} Known */
/** @typedef {{column: number, reason: "group" | "whole" | "range" | "empty"}} Wrong column 0 is the group */

/** @param {string} text */
const bare = (text) => text.replace(/[đĐ]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

/**
 * Read one row.
 * @param {string[]} cells the group, then one cell an indicator, then the label
 * @param {Known} known
 * @param {{id: string, name: string}[]} groups
 * @returns {{entry: Omit<import("./entries.js").Entry, "id">} | {wrong: Wrong[]} | null} null: nothing is typed there
 */
export function readRow(cells, known, groups) {
  const count = known.ids.length;
  const [group = "", ...rest] = cells.map((cell) => cell.trim());
  const typed = rest.slice(0, count);
  const label = rest[count] ?? "";
  if (!typed.some(Boolean) && !label) return null;
  const found = groups.find(({ id, name }) => bare(id) === bare(group) || bare(name) === bare(group));
  /** @type {Wrong[]} */
  const wrong = found ? [] : [{ column: 0, reason: "group" }];
  const points = known.ids.map((_, at) => {
    const text = typed[at] ?? "";
    if (!text) return null;
    const value = /^\d{1,7}$/.test(text) ? Number(text) : NaN;
    if (Number.isNaN(value)) wrong.push({ column: at + 1, reason: "whole" });
    else if (!isPoints(value, known.maxima[at])) wrong.push({ column: at + 1, reason: "range" });
    return value;
  });
  if (!wrong.length && points.every((value) => value === null)) wrong.push({ column: 1, reason: "empty" });
  return wrong.length || !found ? { wrong } : { entry: { code: "", group: found.id, points, label: label.slice(0, 120) } };
}

/**
 * Cut what was copied from a spreadsheet into cells.
 * @param {string} text
 * @returns {string[][]}
 */
export function splitPaste(text) {
  /** @type {string[][]} */
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows[rows.length - 1];
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') row[row.length - 1] += sign;
      else if (text[at + 1] === '"') {
        row[row.length - 1] += sign;
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && row[row.length - 1] === "") quoted = true;
    else if (sign === "\t") row.push("");
    else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      rows.push([""]);
    } else row[row.length - 1] += sign;
  }
  while (rows.length && rows[rows.length - 1].every((cell) => cell === "")) rows.pop();
  return rows;
}
