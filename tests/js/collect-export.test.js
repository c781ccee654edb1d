import "./served.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

import { strFromU8, strToU8, unzipSync, zipSync } from "../../node_modules/fflate/esm/browser.js";
import { exportCsv, exportDocx, exportXlsx } from "../../theme/js/collect/export.js";
import { totals, weakest } from "../../theme/js/collect/totals.js";
import { groups, known, people, rules } from "./collecting.mjs";

const says = {
  number: "TT", group: "Nhóm", label: "Nhãn", code: "Mã", total: "Tổng", verdict: "Kết quả", no_label: "(chưa có nhãn)",
  may: "Có thể đạt", not: "Chưa", open: "Chưa đủ câu trả lời", unknown: "Chỉ cộng điểm",
};
const indicators = known.ids.map((id, at) => ({ id, name: `Chỉ số ${at + 1}`, teach: { title: `Bài ${at + 1}` } }));
const entry = (points, more = {}) => ({ id: "1", code: "", group: "nong-dan", points, label: "", ...more });

function collected(entries, more = {}) {
  const found = totals(entries, known, more.rules ?? rules);
  return {
    unit: "Chi hội", period: "quý III", date: "24/11/2026", groups, indicators, rules, entries, totals: found,
    weakest: weakest(found), targets: [], compared: [], says, decimal: ",", ...more,
  };
}

const LISTS = {
  G: ["NAME", "COUNT", "MAY", "BAR", "NOT", "OPEN", "MEAN"], L: ["NAME", "COUNT", "MAY", "BAR", "NOT", "OPEN", "MEAN"],
  I: ["NAME", "COUNT", "MEAN", "BAR", "LOW"],
  W: ["NAME", "MEAN", "TEACH"], T: ["NAME", "WORDS", "BASE", "PEOPLE", "SHARE"], C: ["NAME", "BEFORE", "NOW", "CHANGE"],
};
const wordRow = ([list, fields]) => `<w:tr>${list}|${fields.map((field) => `{{${list}.${field}}}`).join("|")}\n</w:tr>`;
const docx = zipSync({ "word/document.xml": strToU8(`<w:p>{{UNIT}}|{{PERIOD}}|{{DATE}}|{{COUNT}}\n</w:p>${Object.entries(LISTS).map(wordRow).join("")}`) });
const excelCell = (place) => (/NAME|GROUP|LABEL|CODE|VERDICT/.test(place) ? `<is><t>{{${place}}}</t></is>` : `<v>{{#${place}}}</v>`);
const excelRow = (list, fields) => `<row>${list}|${fields.map((field) => excelCell(`${list}.${field}`)).join("|")}</row>`;
const ROWS = ["NO", "GROUP", "LABEL", "CODE", ...known.ids.map((_, at) => `P${at + 1}`), "TOTAL", "VERDICT"];
const xlsx = zipSync({
  "xl/worksheets/sheet1.xml": strToU8(["G", "L", "I"].map((list) => excelRow(list, LISTS[list].filter((field) => field !== "BAR"))).join("")),
  "xl/worksheets/sheet2.xml": strToU8(excelRow("R", ROWS)),
});

/** The lines of the filled report, by what they begin with. */
async function reported(data) {
  const xml = strFromU8(unzipSync(await exportDocx(data, docx))["word/document.xml"]);
  return xml.replace(/<[^>]+>/g, "").split("\n");
}

/** The rows of a filled sheet: a text, or <v> with a number. */
async function worked(data, number) {
  const xml = strFromU8(unzipSync(await exportXlsx(data, xlsx))[`xl/worksheets/sheet${number}.xml`]);
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) => row.replace(/<\/?(is|t)>|<\/v>/g, "").replaceAll("<v>", "#").split("|"));
}

const ten = (value) => Array(10).fill(value);

test("means of groups and labels are of whole sheets, those of indicators of all with points there", async () => {
  const half = [...Array(9).fill(4), null];
  const data = collected([entry(ten(8), { label: "Xóm A" }), entry([9, ...Array(9).fill(8)], { label: "Xóm A" }), entry(half)]);
  const lines = await reported(data);
  assert.equal(lines[0], "Chi hội|quý III|24/11/2026|3");
  assert.ok(lines.includes("G|nông dân|3|2|███████░░░|1|0|80,5"), lines.join("\n"));
  assert.ok(lines.includes("L|Xóm A|2|2|██████████|0|0|80,5"));
  assert.ok(lines.includes("L|(chưa có nhãn)|1|0|░░░░░░░░░░|1|0|–"));
  assert.ok(lines.includes("I|Chỉ số 1|3|7|███████░░░|1"));
  assert.ok(lines.includes("I|Chỉ số 2|3|6,7|███████░░░|1"));
  assert.ok(lines.includes("I|Chỉ số 10|2|8|████████░░|0"));
  assert.ok(lines.includes("W|Chỉ số 2|6,7|Bài 2"));
  const rows = await worked(data, 1);
  assert.deepEqual(rows.find(([list]) => list === "G"), ["G", "nông dân", "#3", "#2", "#1", "#0", "#80.5"]);
  assert.deepEqual(rows.find(([, name]) => name === says.no_label), ["L", says.no_label, "#1", "#0", "#1", "#0", ""]);
  assert.deepEqual(rows.find(([, name]) => name === "Chỉ số 2"), ["I", "Chỉ số 2", "#3", `#${20 / 3}`, "#1"]);
});

test("where the floor is not known, nothing is counted below it", async () => {
  const data = collected([entry(ten(3))], { rules: { ...rules, floor: null } });
  assert.ok((await reported(data)).includes("I|Chỉ số 1|1|3|███░░░░░░░|"));
  assert.deepEqual((await worked(data, 1)).find(([list]) => list === "I"), ["I", "Chỉ số 1", "#1", "#3", ""]);
});

test("targets and two periods stand as they were given, differences with their sign", async () => {
  const lines = await reported(collected([], {
    targets: [{ name: "Người lớn", words: "40 %", base: 1431, people: null, share: "" }, { name: "Khác", words: "w", base: 10, people: 0, share: "0 %" }],
    compared: [
      { name: "Số phiếu", before: 80, now: 120, change: 40 },
      { name: "A", before: 6.25, now: 5, change: -1.25 },
      { name: "B", before: null, now: 5, change: null },
      { name: "C", before: 5, now: 5, change: 0 },
    ],
  }));
  assert.ok(lines.includes("T|Người lớn|40 %|1431|–|–"));
  assert.ok(lines.includes("T|Khác|w|10|0|0 %"));
  assert.deepEqual(lines.filter((line) => line.startsWith("C|")), ["C|Số phiếu|80|120|+40", "C|A|6,3|5|−1,3", "C|B|–|5|–", "C|C|5|5|0"]);
});

test("a sheet is a row: figures as figures, what is unanswered empty, nothing a formula", async () => {
  const points = [7, 0, null, 10, 5, 4, 9, 8, 7, 6];
  const typed = ["=1+1", "+1", "@SUM(A1)", "{{UNIT}}", "$&", "a\u0000b\u000Bc", '<x> & "y"', "hai\ndòng"];
  const rows = await worked(collected(typed.map((label) => entry(points, { label, code: "ABCD-EFGH" }))), 2);
  const numbers = points.map((value) => (value === null ? "" : `#${value}`));
  const shown = ["=1+1", "+1", "@SUM(A1)", "{{UNIT}}", "$&amp;", "abc", "&lt;x&gt; &amp; &quot;y&quot;", "hai&#10;dòng"];
  assert.deepEqual(
    rows,
    shown.map((label, at) => [...`R|#${at + 1}|nông dân`.split("|"), label, "ABCD-EFGH", ...numbers, "#56", "Chưa"]),
  );
});

test("the table file has a row a sheet, a mark of its letters, and nothing that a spreadsheet runs", () => {
  const points = [7, 0, null, 10, 5, 4, 9, 8, 7, 6];
  const text = exportCsv(collected([entry(points, { label: "=1+1" }), entry(ten(9), { label: 'Xóm "B", C', code: "ABCD" })]));
  const lines = text.split("\r\n");
  assert.equal(lines[0], `\uFEFFTT,Nhóm,Nhãn,Mã,${indicators.map(({ name }) => name).join(",")},Tổng,Kết quả`);
  assert.equal(lines[1], "1,nông dân,'=1+1,,7,0,,10,5,4,9,8,7,6,56,Chưa");
  assert.equal(lines[2], `2,nông dân,"Xóm ""B"", C",ABCD,${ten(9).join(",")},90,Có thể đạt`);
  assert.deepEqual(lines.slice(3), [""]);
});

test("five thousand sheets are exported", async () => {
  const entries = people(5000).map(({ group, points, code }, at) => entry(points, { group, code, label: `Xóm ${at % 40}` }));
  const data = collected(entries);
  for (const make of [() => worked(data, 2), () => reported(data), async () => exportCsv(data).split("\r\n")]) {
    assert.ok((await make()).length > 40);
  }
  const rows = await worked(data, 2);
  assert.equal(rows.length, 5000);
  assert.equal(rows[4999][1], "#5000");
  assert.equal(rows[4999][4], entries[4999].code);
});
