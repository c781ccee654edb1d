import assert from "node:assert/strict";
import { test } from "node:test";

import { csv } from "../../theme/js/collect/csv.js";
import { Collection } from "../../theme/js/collect/entries.js";
import { readRow, splitPaste } from "../../theme/js/collect/grid.js";
import { StateError, read, write } from "../../theme/js/collect/state.js";
import { compared, comparedTallies, totals, weakest, written } from "../../theme/js/collect/totals.js";
import { groups, known, people, rules, seeded, shuffled } from "./collecting.mjs";

const entry = (points, group = "nong-dan", label = "") => ({ id: "", code: "", group, points, label });
const ten = (value) => known.ids.map(() => value);

test("sheets are counted by group, label, verdict and indicator", () => {
  const found = totals([entry(ten(8), "nong-dan", "Xóm A"), entry(ten(4), "cong-nhan", "Xóm A"), entry([null, ...ten(9).slice(1)], "nong-dan", "Xóm B")], known, rules);
  const { count, may, not, open, complete, mean } = found.all;
  assert.deepEqual([count, may, not, open, complete, mean], [3, 1, 1, 1, 2, 60]);
  assert.deepEqual([...found.groups.keys()], ["nong-dan", "cong-nhan"]);
  assert.deepEqual([...found.labels].map(([name, tally]) => [name, tally.count]), [["Xóm A", 2], ["Xóm B", 1]]);
  assert.deepEqual(found.indicators[0], { id: "muc-1", count: 2, sum: 12, mean: 6, low: 1, share: 0.6 });
});

test("what is not answered is never a zero", () => {
  const [first] = totals([entry([null, ...ten(5).slice(1)])], known, rules).indicators;
  assert.deepEqual([first.count, first.mean], [0, null]);
});

test("nobody at all gives no mean and no group", () => {
  const found = totals([], known, rules);
  assert.deepEqual([found.all.mean, found.groups.size, found.indicators[3].mean, weakest(found).length], [null, 0, null, 0]);
});

test("a set whose rules are not known is only counted", () => {
  const found = totals([entry(ten(9))], known, { ...rules, pass_mark: null, floor: null });
  assert.deepEqual([found.all.unknown, found.all.may, found.indicators[0].low], [1, 0, null]);
});

test("labels named as the prototype's keys are labels", () => {
  const found = totals([entry(ten(5), "nong-dan", "__proto__"), entry(ten(5), "nong-dan", "constructor")], known, rules);
  assert.deepEqual([...found.labels.keys()], ["__proto__", "constructor"]);
});

test("the order of entries changes no total", () => {
  const chance = seeded(11);
  const all = people(300, 4).map((one, at) => entry(one.points, one.group, `Xóm ${at % 7}`));
  const once = totals(all, known, rules);
  for (let turn = 0; turn < 10; turn++) assert.deepEqual(totals(shuffled(all, chance), known, rules), once);
});

test("the weakest come first, and two periods stand beside each other", () => {
  const before = totals([entry([2, 9, ...ten(5).slice(2)])], known, rules);
  const now = totals([entry([6, 9, 1, ...ten(5).slice(3)])], known, rules);
  assert.deepEqual(weakest(before, 2).map(({ id }) => id), ["muc-1", "muc-3"]);
  assert.deepEqual(compared(before, now).slice(0, 3).map(({ change }) => change), [4, 0, -4]);
  assert.equal(compared(totals([], known, rules), now)[0].change, null);
});

test("groups and labels of either period stand beside each other", () => {
  const before = totals([entry(ten(8), "nong-dan", "Xóm A"), entry(ten(4), "nong-dan", "Xóm B")], known, rules);
  const now = totals([entry(ten(8), "nong-dan", "Xóm C"), entry(ten(9), "cong-nhan", "Xóm A"), entry(ten(9), "nong-dan", "Xóm A")], known, rules);
  const shown = (/** @type {"groups" | "labels"} */ kind) =>
    comparedTallies(before[kind], now[kind]).map(({ id, count, may }) => [id, count.before, count.now, count.change, may.before, may.now, may.change]);
  assert.deepEqual(shown("groups"), [["nong-dan", 2, 2, 0, 1, 2, 1], ["cong-nhan", 0, 1, 1, 0, 1, 1]]);
  assert.deepEqual(shown("labels"), [["Xóm A", 1, 2, 1, 1, 2, 1], ["Xóm C", 0, 1, 1, 0, 1, 1], ["Xóm B", 1, 0, -1, 0, 0, 0]]);
});

test("a change is that of the figures as written", () => {
  const [before, now] = [[4, 4, 4, 4.5], [3, 3, 4, 3.5]].map((points) => totals(points.map((value) => entry([value, ...ten(5).slice(1)])), known, rules));
  const [{ before: then, now: here, change: by }] = compared(before, now);
  assert.deepEqual([then, here].map((value) => written(value, ".")), ["4.1", "3.4"]);
  assert.equal(written(by, "."), "−0.7");
});

test("a saved collection comes back whole", () => {
  for (let seed = 1; seed < 20; seed++) {
    const collection = new Collection();
    people(25, seed).forEach((one, at) => collection.add({ code: at % 3 ? one.code : "", group: one.group, points: one.points, label: `Xóm "${at}" <b>`, ...(at % 3 && { random: one.random }) }));
    const state = { unit: "Chi hội =1+1", period: "2026", entries: [...collection], targets: { "a": { base: 120, people: 30 }, "b": { base: null, people: 4 } } };
    const back = read(write(state, known), known);
    assert.equal(back.lost, 0);
    assert.deepEqual({ ...back.state, targets: { ...back.state.targets } }, state);
  }
});

for (const [name, text, reason] of [
  ["cut off", "{", "broken"],
  ["of another kind", '{"format":"hub-self-check"}', "foreign"],
  ["newer", '{"format":"hub-collection","version":2,"entries":[]}', "newer"],
  ["of another set", '{"format":"hub-collection","version":1,"set":"x","entries":[]}', "other_set"],
  ["without entries", '{"format":"hub-collection","version":1,"set":"khung"}', "broken"],
]) {
  test(`a state file ${name} is refused as ${reason}`, () => {
    assert.throws(() => read(text, known), (error) => error instanceof StateError && error.reason === reason);
  });
}

test("a changed state file loses only what was changed", () => {
  const [one, two] = people(2, 8);
  const text = JSON.stringify({
    format: "hub-collection", version: 1, set: "khung", unit: 5, period: null,
    entries: [{ code: one.code }, { code: "x" }, null, { group: "nong-dan", points: [1, 2] }, { group: "__proto__", points: ten(1) }, { group: two.group, points: two.points, label: 7 }],
    targets: [{ id: "__proto__", base: 5, people: -1 }, 3],
  });
  const { state, lost } = read(text, known);
  assert.deepEqual([state.entries.length, lost, state.unit], [3, 3, ""]);
  assert.equal({}.base, undefined);
});

test("points follow their indicators when a set was put in another order", () => {
  const collection = new Collection([entry([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]);
  const text = write({ unit: "", period: "", entries: [...collection], targets: {} }, known);
  const turned = { ...known, ids: [...known.ids].reverse() };
  assert.deepEqual(read(text, turned).state.entries[0].points, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test("a row typed from paper is read, with or without marks", () => {
  for (const group of ["nông dân", "NONG DAN", "nong-dan", " Nông  dân "]) {
    const { entry: found } = readRow([group, ..."1234567890".split("").map(String), "Xóm A"], known, groups);
    assert.deepEqual(found, { code: "", group: "nong-dan", points: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0], label: "Xóm A" });
  }
  assert.equal(readRow(["nông dân", "", ""], known, groups), null);
});

test("a wrong cell is named, and the others stay", () => {
  const { wrong } = readRow(["thợ", "11", "x", "-1", "2,5", "", "7"], known, groups);
  assert.deepEqual(wrong, [
    { column: 0, reason: "group" }, { column: 1, reason: "range" }, { column: 2, reason: "whole" }, { column: 3, reason: "whole" }, { column: 4, reason: "whole" },
  ]);
  assert.deepEqual(readRow(["nông dân", ...ten(""), "Xóm A"], known, groups), { wrong: [{ column: 1, reason: "empty" }] });
});

test("cells copied from a spreadsheet are cut at tabs and lines, quotes and all", () => {
  assert.deepEqual(splitPaste('a\t"b\nc ""d"""\r\n\te\r\n'), [["a", 'b\nc "d"'], ["", "e"]]);
  assert.deepEqual(splitPaste(""), []);
});

test("no cell of a CSV is run as a formula", () => {
  const text = csv([["=1+1", "+1", "-1", "@x", "\t=1", 7, -3, null, 'a"b', "a,b", "a;b", "a\nb"]]);
  assert.equal(text, '\uFEFF\'=1+1,\'+1,\'-1,\'@x,\'\t=1,7,-3,,"a""b","a,b","a;b","a\nb"\r\n');
});
