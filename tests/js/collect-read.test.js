import assert from "node:assert/strict";
import { test } from "node:test";

import * as fflate from "../../node_modules/fflate/esm/browser.js";
import { readAll } from "../../theme/js/collect/batch.js";
import { Collection } from "../../theme/js/collect/entries.js";
import { readCode, readJson, readText } from "../../theme/js/collect/read.js";
import { read, write } from "../../theme/js/collect/state.js";
import { LIMITS, readZip } from "../../theme/js/collect/zip.js";
import { fullOf, known, people, seeded, sheetOf, shuffled } from "./collecting.mjs";

const [first, second] = people(2);
const file = (name, text) => new File([text], name);
const all = async (files, options = {}) => {
  const found = [];
  await readAll(files, known, { library: async () => fflate, onRead: (name, reading) => found.push({ name, ...reading }), ...options });
  return found;
};
const zipped = (files) => fflate.zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, fflate.strToU8(text)])));

test("a sheet gives group and points, and nothing else", () => {
  const { kind, entry } = readJson(sheetOf(first), known);
  assert.equal(kind, "taken");
  assert.deepEqual(entry, { code: first.code, group: first.group, points: first.points, random: first.random });
});

test("of a person's own file nothing personal is taken", () => {
  const { kind, entry } = readJson(fullOf(first), known);
  assert.equal(kind, "taken");
  assert.deepEqual(entry, { code: first.code, group: first.group, points: first.points, random: first.random });
  assert.ok(!JSON.stringify(entry).includes("Páo"));
});

test("the file and the sheet of one person are one person; two with equal points are two", () => {
  const collection = new Collection();
  const take = (text) => {
    const { entry } = readJson(text, known);
    return collection.add({ ...entry, label: "" });
  };
  const twin = people(1, 99).map((one) => ({ ...one, points: first.points, group: first.group }))[0];
  assert.equal(take(fullOf(first)), "taken");
  assert.equal(take(sheetOf(first)), "duplicate");
  assert.equal(take(fullOf({ ...twin, random: 12345 })), "taken");
  assert.equal(take(fullOf({ ...first, random: null })), "taken");
  assert.equal(take(fullOf({ ...first, random: null })), "duplicate");
  assert.equal(collection.size, 3);
});

test("one who scored again with other points is taken, and told", () => {
  const collection = new Collection();
  const again = fullOf({ ...first, points: first.points.map((value) => (value === 10 ? 9 : (value ?? 0) + 1)) });
  const take = (text) => {
    const { entry } = readJson(text, known);
    return collection.add({ ...entry, label: "" });
  };
  assert.deepEqual([take(fullOf(first)), take(again)], ["taken", "alike"]);
});

test("words that only have the form of a code are no codes", () => {
  assert.deepEqual(readText("nhan dien chua biet viet va hoan toan minh chua biet lam; https://x/abcdefghijklmnopqrst", known), []);
  assert.equal(readText(first.code.replaceAll("-", ""), known)[0].kind, "taken");
});

test("what was taken out may come again", () => {
  for (const text of [sheetOf(first), fullOf(first), fullOf({ ...first, random: null })]) {
    const collection = new Collection();
    const { entry } = readJson(text, known);
    collection.add({ ...entry, label: "" });
    collection.remove([...collection][0].id);
    assert.equal(collection.add({ ...entry, label: "" }), "taken");
  }
});

test("who was taken before is known again when the collection is opened from its file", () => {
  const collection = new Collection();
  const entries = [sheetOf(first), fullOf({ ...second, random: null })].map((text) => readJson(text, known).entry);
  for (const entry of entries) collection.add({ ...entry, label: "" });
  const text = write({ unit: "", period: "", entries: [...collection], targets: {} }, known);
  const again = new Collection(read(text, known).state.entries);
  assert.deepEqual(entries.map((entry) => again.add({ ...entry, label: "" })), ["duplicate", "duplicate"]);
  const other = readJson(fullOf({ ...first, points: first.points.map((value) => (value === 10 ? 9 : (value ?? 0) + 1)) }), known).entry;
  assert.equal(again.add({ ...other, label: "" }), "alike");
});

test("a saved score under another ending is still one", async () => {
  const found = await all([file("ban-luu.txt", fullOf(first))]);
  assert.deepEqual(found.map(({ kind, entry }) => [kind, entry.code]), [["taken", first.code]]);
});

test("codes are found in a copied chat, and the rest is dropped", () => {
  const chat = `[08:15] Chị Sáu: em gửi ${first.code.toLowerCase()} nhé, số em 0912 345 678\nÔng Páo: ${second.code.replaceAll("-", " ")}.\n${first.code.slice(0, -1)}${first.code.at(-1) === "3" ? "4" : "3"}`;
  const found = readText(chat, known);
  assert.deepEqual(found.map(({ kind }) => kind), ["taken", "taken", "broken"]);
  assert.deepEqual(found.slice(0, 2).map(({ entry }) => entry.code), [first.code, second.code]);
  assert.ok(!JSON.stringify(found).includes("Sáu"));
});

for (const [name, text, kind, reason] of [
  ["no JSON", "{", "broken", "json"],
  ["nothing", "", "broken", "json"],
  ["null", "null", "foreign", "format"],
  ["another format", '{"format":"x"}', "foreign", "format"],
  ["a newer version", sheetOf(first).replace('"version":1', '"version":2'), "newer", "file_version"],
  ["a version that is none", sheetOf(first).replace('"version":1', '"version":"1"'), "broken", "shape"],
  ["another kind", sheetOf(first).replace("sheet", "x"), "broken", "shape"],
  ["another set", fullOf(first, { set: "khac" }), "foreign", "set"],
  ["a group of the prototype", fullOf(first, { group: "constructor" }), "foreign", "group"],
  ["no answers", fullOf(first, { answers: [] }), "broken", "no_points"],
  ["answers that are none", fullOf(first, { answers: { length: 5 } }), "broken", "shape"],
  ["too large", `"${"x".repeat(10_000_000)}"`, "large", "large"],
]) {
  test(`${name} is told as ${kind}`, () => {
    const found = readJson(text, known);
    assert.deepEqual([found.kind, found.reason, found.entry], [kind, reason, undefined]);
  });
}

test("a code of another set is foreign, of another version newer", () => {
  const other = { criteria: "khac", group: "nong-dan", maxima: known.maxima };
  assert.equal(readCode(first.code, { ...known, codes: [other] }).kind, "foreign");
  assert.equal(readCode(first.code, { ...known, codes: [] }).reason, "no_codes");
  assert.equal(readCode("3333-3333-3333-3333-3333", known).kind, "newer"); // version 0, checks right
});

test("wrong points, double answers and keys of the prototype count as no answer", () => {
  const answers = [11, -1, 1.5, "8", null, true, 7, [], {}, 1e300].map((points, at) => ({ indicator: known.ids[at], points }));
  const { entry } = readJson(fullOf(first, { answers: [...answers, { indicator: "__proto__", points: 9 }, null, 7, "x"] }), known);
  assert.deepEqual(entry.points, [null, null, null, null, null, null, 7, null, null, null]);
  assert.equal(readJson('{"__proto__":{"format":"hub-self-check"},"version":1}', known).kind, "foreign");
  assert.equal({}.points, undefined);
});

test("a text of 10 MB is refused", () => {
  assert.equal(readText("3".repeat(10_000_000), known)[0].kind, "large");
  assert.ok(readText("A3C4-".repeat(99_000), known).every(({ kind }) => kind !== "taken"));
});

test("a thousand broken files are told one by one and lose no right one", async () => {
  const files = Array.from({ length: 1000 }, (_, at) => file(`hong-${at}.json`, "{".repeat(at % 7)));
  files.splice(500, 0, file("dung\u202e\u0000.json", sheetOf(first)));
  const found = await all(files);
  assert.equal(found.length, 1001);
  assert.equal(found.filter(({ kind }) => kind === "taken").length, 1);
});

test("an archive is read file by file; what is no file of ours is told", async () => {
  const data = zipped({ "a/1.json": sheetOf(first), "a/2.txt": `nhắn: ${second.code}`, "anh.png": "x", "trong.zip": "PK", "a/.an": "x", "__MACOSX/1.json": "x", "3.json": "{" });
  const found = await all([file("xom.zip", data)]);
  const told = Object.fromEntries(found.map(({ name, kind, reason }) => [name.split(":")[0], [kind, reason]]));
  assert.deepEqual(told, { "1.json": ["taken", ""], "2.txt": ["taken", ""], "anh.png": ["skipped", "ending"], "trong.zip": ["skipped", "zip_in_zip"], "3.json": ["broken", "json"] });
});

test("a bomb is cut off, the file beside it is read", async () => {
  const bomb = zipped({ "bom.json": "0".repeat(60_000_000), "1.json": sheetOf(first) });
  assert.ok(bomb.length < 200_000);
  const found = await all([file("bom.zip", bomb)]);
  assert.deepEqual(found.map(({ kind }) => kind).sort(), ["large", "taken"]);
});

test("more files or bytes than anyone would send end the reading, with a reason", async () => {
  const many = Object.fromEntries(people(30).map((one, at) => [`${at}.json`, sheetOf(one)]));
  const read = async (limits) => {
    const seen = [];
    const why = await readZip(file("x.zip", zipped(many)), fflate, (name) => seen.push(name), { limits: { ...LIMITS, ...limits } });
    return [why, seen.length];
  };
  assert.deepEqual(await read({ files: 10 }), ["many_files", 10]);
  assert.equal((await read({ bytes: 500 }))[0], "many_bytes");
  assert.deepEqual(await read({}), ["", 30]);
});

test("any cut or changed archive leaves the loose files as they are", async () => {
  const data = zipped(Object.fromEntries(people(20).map((one, at) => [`${at}.json`, sheetOf(one)])));
  const chance = seeded(7);
  for (let turn = 0; turn < 60; turn++) {
    const broken = data.slice(0, turn % 2 ? data.length : Math.floor(chance() * data.length));
    for (let n = 0; n < 5; n++) if (broken.length) broken[Math.floor(chance() * broken.length)] = Math.floor(chance() * 256);
    const found = await all([file("hong.zip", broken), file("1.json", sheetOf(first))]);
    assert.ok(found.some(({ name, kind }) => name === "1.json" && kind === "taken"));
    for (const { kind, entry } of found) if (kind === "taken") assert.equal(entry.points.length, 10);
  }
});

test("reading can be cancelled, and tells how far it is", async () => {
  const files = Array.from({ length: 100 }, (_, at) => file(`${at}.json`, sheetOf(first)));
  const stop = new AbortController();
  const steps = [];
  await assert.rejects(all(files, { signal: stop.signal, onProgress: (done, of) => (steps.push([done, of]), done > 30 && stop.abort()) }));
  assert.deepEqual(steps.at(0), [16, 100]);
  assert.ok(steps.length < 4);
});

test("the order of files never changes who is taken", async () => {
  const chance = seeded(3);
  const files = people(60, 5).flatMap((one, at) => [file(`${at}.json`, sheetOf(one)), file(`${at}-day-du.json`, fullOf(one))]);
  const taken = async (list) => {
    const collection = new Collection();
    for (const { entry } of await all(list)) collection.add({ ...entry, label: "" });
    return [...collection].map(({ code }) => code).sort();
  };
  const once = await taken(files);
  assert.equal(once.length, 60);
  for (let turn = 0; turn < 5; turn++) assert.deepEqual(await taken(shuffled(files, chance)), once);
});

test("a code right after a word or a date of four signs is found", () => {
  for (const before of ["Tuan ", "24/11/2026 ", "nhan dien chua biet ", "Mã 2026-", "xóm Lũng 1234 "]) {
    const found = readText(`${before}${first.code}, ${second.code.replaceAll("-", " ")} 2026`, known);
    assert.deepEqual(found.map(({ kind, entry }) => [kind, entry?.code]), [["taken", first.code], ["taken", second.code]], before);
  }
});

test("an archive cut exactly between two files is told as broken, and what came before is taken", async () => {
  const data = zipped({ "1.json": sheetOf(first), "2.json": sheetOf(second) });
  const at = Buffer.from(data).indexOf(Buffer.from([0x50, 0x4b, 0x03, 0x04]), 4);
  const found = await all([file("cut.zip", data.slice(0, at))]);
  assert.deepEqual(found.map(({ kind, reason }) => [kind, reason]), [["taken", ""], ["broken", "zip_broken"]]);
});

test("what a bomb inflates to counts even after it was cut off", async () => {
  const bomb = zipped({ "bom.json": "0".repeat(30_000_000) });
  const why = await readZip(file("x.zip", bomb), fflate, () => {}, { limits: { ...LIMITS, bytes: 5_000_000 } });
  assert.equal(why, "many_bytes");
});

test("a member that is larger or smaller than the archive says is read as it is", async () => {
  for (const lie of [1, 50, 5000]) {
    const data = zipped({ "1.json": sheetOf(first) });
    new DataView(data.buffer, data.byteOffset).setUint32(22, lie, true);
    const found = await all([file("x.zip", data)]);
    assert.deepEqual(found.map(({ kind, entry }) => [kind, entry?.code]), [["taken", first.code]], String(lie));
  }
});

test("points that were given to other words of an indicator are no answer to it", () => {
  const hashes = new Map([[first.group, known.ids.map((id) => `h-${id}`)]]);
  const answers = known.ids.map((indicator, at) => ({ indicator, points: 7, hash: at === 2 ? "old" : `h-${indicator}` }));
  const { entry } = readJson(fullOf(first, { answers }), { ...known, hashes });
  assert.deepEqual(entry.points, known.ids.map((_, at) => (at === 2 ? null : 7)));
});
