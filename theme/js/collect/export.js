// What was collected -> the report, the workbook and the plain table. The places of the two templates are told in
// hub/documents/office/__init__.py.
import { assess } from "../assess.js";
import { fillZip } from "../zip-fill.js";
import { csv } from "./csv.js";
import { signed, written } from "./totals.js";

/** @typedef {import("./totals.js").Tally} Tally */
/** @typedef {import("../zip-fill.js").Entry} Row */
/**
 * @typedef {object} Collected
 * @property {string} unit
 * @property {string} period
 * @property {string} date as readers write it
 * @property {{id: string, name: string}[]} groups
 * @property {{id: string, name: string, teach: {title: string}}[]} indicators
 * @property {import("../assess.js").Rules} rules
 * @property {import("./entries.js").Entry[]} entries
 * @property {import("./totals.js").Totals} totals
 * @property {import("./totals.js").Scored[]} weakest
 * @property {{name: string, words: string, base: number | null, people: number | null, share: string}[]} targets
 * @property {{name: string, before: number | null, now: number | null, change: number | null}[]} compared
 * @property {Record<string, string>} says
 * @property {string} decimal
 */

const SHEETS = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"];

/**
 * Figures as readers write them, to a tenth.
 * @param {Collected} data
 */
function writer({ decimal }) {
  return (/** @type {number | null} */ value) => (value === null ? "–" : written(value, decimal));
}

/** @param {Collected} data */
function names({ groups, indicators }) {
  const [byGroup, byId] = [new Map(groups.map(({ id, name }) => [id, name])), new Map(indicators.map((one) => [one.id, one]))];
  return { group: (id = "") => byGroup.get(id) ?? id, indicator: (id = "") => byId.get(id)?.name ?? id, teach: (id = "") => byId.get(id)?.teach.title ?? "" };
}

/**
 * A bar of ten, drawn with signs that any program shows and prints.
 * @param {number | null} share 0 to 1; null where it is not known
 */
const drawn = (share) => (share === null ? "" : "█".repeat(Math.round(10 * share)) + "░".repeat(10 - Math.round(10 * share)));

/**
 * Rows of groups or labels, numbers as numbers.
 * @param {[string, Tally][]} tallies
 * @returns {Row[]}
 */
const tallyRows = (tallies) =>
  tallies.map(([NAME, { count, may, not, open, mean }]) => ({ NAME, COUNT: count, MAY: may, BAR: drawn(count ? may / count : null), NOT: not, OPEN: open, MEAN: mean }));

/** @param {Collected} data */
function lists(data) {
  const { group, indicator } = names(data);
  return {
    G: tallyRows([...data.totals.groups].map(([id, tally]) => [group(id), tally])),
    L: tallyRows([...data.totals.labels].map(([label, tally]) => [label || data.says.no_label, tally])),
    I: data.totals.indicators.map(({ id, count, mean, share, low }) => ({ NAME: indicator(id), COUNT: count, MEAN: mean, BAR: drawn(share), LOW: low })),
  };
}

/** @param {Collected} data */
function sheetRows(data) {
  const { group } = names(data);
  return data.entries.map(({ group: of, label, code, points }, at) => {
    const given = Object.fromEntries(data.rules.maxima.map(([id], place) => [id, points[place] ?? null]));
    const { total, verdict } = assess(data.rules, given);
    return { number: at + 1, group: group(of), label, code, points, total, verdict: data.says[verdict] };
  });
}

/**
 * The workbook: figures as figures, text as text.
 * @param {Collected} data
 * @param {Uint8Array} template
 */
export function exportXlsx(data, template) {
  const rows = sheetRows(data).map(({ number, group, label, code, points, total, verdict }) => ({
    NO: number, GROUP: group, LABEL: label, CODE: code, TOTAL: total, VERDICT: verdict, ...Object.fromEntries(points.map((value, at) => [`P${at + 1}`, value])),
  }));
  /** @type {import("../zip-fill.js").Values} */
  const values = new Map([["UNIT", data.unit], ["PERIOD", data.period], ["DATE", data.date]]);
  values.set("COUNT", data.entries.length);
  for (const [name, list] of Object.entries({ ...lists(data), R: rows })) values.set(name, list);
  return fillZip(template, values, SHEETS);
}

/**
 * The report, figures as readers write them.
 * @param {Collected} data
 * @param {Uint8Array} template
 */
export function exportDocx(data, template) {
  const { indicator, teach } = names(data);
  const write = writer(data);
  const worded = (/** @type {Row[]} */ rows) => rows.map(/** @returns {Row} */ (row) => ({ ...row, MEAN: write(/** @type {number | null} */ (row.MEAN)) }));
  const { G, L, I } = lists(data);
  /** @type {import("../zip-fill.js").Values} */
  const values = new Map([["UNIT", data.unit], ["PERIOD", data.period], ["DATE", data.date], ["COUNT", String(data.entries.length)]]);
  values.set("G", worded(G));
  values.set("L", worded(L));
  values.set("I", worded(I));
  values.set("W", data.weakest.map(({ id, mean }) => ({ NAME: indicator(id), MEAN: write(mean), TEACH: teach(id) })));
  values.set("T", data.targets.map(({ name, words, base, people, share }) => ({ NAME: name, WORDS: words, BASE: base ?? "–", PEOPLE: people ?? "–", SHARE: share || "–" })));
  values.set("C", data.compared.map(({ name, before, now, change }) => ({ NAME: name, BEFORE: write(before), NOW: write(now), CHANGE: signed(write(change)) })));
  return fillZip(template, values);
}

/**
 * One row a sheet.
 * @param {Collected} data
 */
export function exportCsv(data) {
  const { says, indicators } = data;
  const heads = [says.number, says.group, says.label, says.code, ...indicators.map(({ name }) => name), says.total, says.verdict];
  const rows = sheetRows(data).map(({ number, group, label, code, points, total, verdict }) => [number, group, label, code, ...points, total, verdict]);
  return csv([heads, ...rows]);
}
