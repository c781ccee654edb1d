import "./served.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";

import { strFromU8, strToU8, unzipSync, zipSync } from "../../node_modules/fflate/esm/browser.js";
import { fillXml, fillZip, xmlText } from "../../theme/js/zip-fill.js";

const text = (place) => `<c t="inlineStr"><is><t xml:space="preserve">${place}</t></is></c>`;
const sheet = (rows) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const word = (body) => `<w:document>${body}</w:document>`;
const cell = (place) => `<w:tc><w:p><w:r><w:t>${place}</w:t></w:r></w:p></w:tc>`;
const values = (given) => new Map(Object.entries(given));

test("text is escaped, and what XML cannot hold is left out", () => {
  assert.equal(xmlText(`<b> & "c" ]]>`), "&lt;b&gt; &amp; &quot;c&quot; ]]&gt;");
  assert.equal(xmlText("a\u0000b\u0008c\u000Bd\u001Fe\uFFFEf\uFFFFg\uD800h\uDC00i"), "abcdefghi");
  assert.equal(xmlText("Bà Páo 😀\tvâng"), "Bà Páo 😀\tvâng");
});

test("signs of replacement and places that somebody typed stay as typed", () => {
  for (const typed of ["$& $1 $$ $` $'", "{{DATE}}", "{{#COUNT}}", "{{G.NAME}}", "\uFFFF0\uFFFF"]) {
    const given = values({ UNIT: typed, DATE: "hôm nay", COUNT: 5, G: [{ NAME: typed }] });
    const wanted = typed.replaceAll("\uFFFF", "").replace("&", "&amp;");
    const xml = word(`<w:p><w:t>{{UNIT}}</w:t></w:p><w:tr>${cell("{{G.NAME}}")}</w:tr><w:p><w:t>{{DATE}}</w:t></w:p>`);
    assert.equal(
      fillXml(xml, given),
      word(`<w:p><w:t>${wanted}</w:t></w:p><w:tr>${cell(wanted)}</w:tr><w:p><w:t>hôm nay</w:t></w:p>`),
    );
  }
});

test("a row or a paragraph comes once an entry, and not at all without one", () => {
  const xml = word(`<w:tr><w:trPr/>${cell("Tên")}</w:tr><w:tr w:rsid="1">${cell("{{G.NAME}}")}</w:tr><w:p><w:t>{{W.NAME}}</w:t></w:p>`);
  const given = values({ G: [{ NAME: "một" }, { NAME: "hai" }], W: [] });
  assert.equal(
    fillXml(xml, given),
    word(`<w:tr><w:trPr/>${cell("Tên")}</w:tr><w:tr w:rsid="1">${cell("một")}</w:tr><w:tr w:rsid="1">${cell("hai")}</w:tr>`),
  );
  assert.equal(fillXml(xml, values({ G: "không phải danh sách" })), word(`<w:tr><w:trPr/>${cell("Tên")}</w:tr>`));
});

test("numbers of a workbook are numbers; what is none leaves its cell empty", () => {
  const row = `<row ht="18">${text("{{L.NAME}}")}<c s="1"><v>{{#L.MEAN}}</v></c></row>`;
  const filled = (MEAN) => fillXml(sheet(row), values({ L: [{ NAME: "=1+1", MEAN }] }));
  for (const [value, shown] of [[7.25, "<v>7.25</v>"], [0, "<v>0</v>"], [-3, "<v>-3</v>"], [82, "<v>82</v>"]]) {
    assert.equal(filled(value), sheet(`<row ht="18">${text("=1+1")}<c s="1">${shown}</c></row>`));
  }
  for (const value of [null, undefined, NaN, Infinity, "7,25", "<f>1+1</f>"]) {
    assert.equal(filled(value), sheet(`<row ht="18">${text("=1+1")}<c s="1"></c></row>`));
  }
  const single = '<row><c><v>{{#COUNT}}</v></c></row>';
  assert.equal(fillXml(sheet(single), values({ COUNT: 120 })), sheet("<row><c><v>120</v></c></row>"));
  assert.equal(fillXml(sheet(single), new Map()), sheet("<row><c></c></row>"));
});

test("lines are broken as each kind of file does", () => {
  const given = values({ UNIT: "a\nb\r\nc\rd" });
  const broken = 'a</w:t><w:br/><w:t xml:space="preserve">b';
  assert.ok(fillXml(word("<w:p><w:t>{{UNIT}}</w:t></w:p>"), given).includes(broken));
  assert.ok(fillXml(sheet(`<row>${text("{{UNIT}}")}</row>`), given).includes(">a&#10;b&#10;c&#10;d<"));
});

test("a field that only a prototype has is no field", () => {
  const xml = word("<w:p><w:t>{{G.NAME}}</w:t></w:p>");
  assert.equal(fillXml(xml, values({ G: [Object.create({ NAME: "x" })] })), word("<w:p><w:t></w:t></w:p>"));
});

test("thousands of rows and of places are filled", () => {
  const row = `<row>${text("{{R.LABEL}}")}${Array.from({ length: 12 }, (_, at) => `<c><v>{{#R.P${at}}}</v></c>`).join("")}</row>`;
  const entry = { LABEL: "=1+1 <x>", ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`P${at}`, at])) };
  const filled = fillXml(sheet(row), values({ R: Array(5000).fill(entry) }));
  assert.equal(filled.split("<row>").length - 1, 5000);
  const plain = word(`<w:tr>${cell("x")}</w:tr>`.repeat(20_000) + "<w:p><w:t>{{UNIT}}</w:t></w:p>".repeat(20_000));
  assert.equal(fillXml(plain, values({ UNIT: "a" })).split("<w:t>a<").length - 1, 20_000);
});

test("several members are filled, the others and the order of all are kept", async () => {
  const members = {
    "[Content_Types].xml": "<Types>{{UNIT}}</Types>",
    "xl/worksheets/sheet1.xml": sheet(`<row>${text("{{UNIT}}")}</row>`),
    "xl/workbook.xml": "<workbook/>",
    "xl/worksheets/sheet2.xml": sheet(`<row>${text("{{R.CODE}}")}</row>`),
  };
  const template = zipSync(Object.fromEntries(Object.entries(members).map(([name, xml]) => [name, strToU8(xml)])));
  const given = values({ UNIT: "xóm", R: [{ CODE: "A" }, { CODE: "B" }] });
  const parts = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"];
  const made = await fillZip(template, given, parts);
  const files = unzipSync(made);
  assert.deepEqual(Object.keys(files), Object.keys(members));
  assert.equal(strFromU8(files["[Content_Types].xml"]), members["[Content_Types].xml"]);
  assert.equal(strFromU8(files[parts[0]]), sheet(`<row>${text("xóm")}</row>`));
  assert.equal(strFromU8(files[parts[1]]), sheet(`<row>${text("A")}</row><row>${text("B")}</row>`));
  assert.deepEqual(await fillZip(template, given, parts), made);
  await assert.rejects(fillZip(template, given), /word\/document\.xml/);
});
