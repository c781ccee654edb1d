import assert from "node:assert/strict";
import { test } from "node:test";

import { Attempt } from "../../theme/js/attempt.js";

const item = (id, hash = "h1", many = false) => ({
  id,
  hash,
  many,
  objective: "o",
  options: ["a", "b", "c"],
  key: many ? ["a", "b"] : ["a"],
});
const quiz = (...items) => ({ id: "q", cut_score: 50, decimal: ",", bands: [], says: {}, items });
const three = () => new Attempt(quiz(item("one"), item("two", "h2", true), item("three")));
const saved = (attempt) => JSON.parse(JSON.stringify(attempt.save(null, attempt.ids)));

test("what was saved comes back", () => {
  const before = three();
  before.chosen = { one: ["b"], two: ["a", "b"] };
  before.check(["one"]);
  const after = three();
  assert.deepEqual(after.load(saved(before)), []);
  assert.deepEqual(after.chosen, { one: ["b"], two: ["a", "b"], three: [] });
  assert.deepEqual([...after.checked], ["one"]);
});

test("an edited item asks again, and only that one", () => {
  const before = three();
  before.chosen = { one: ["a"], two: ["a"], three: ["c"] };
  before.check(before.ids);
  assert.deepEqual(before.left, []);
  const after = new Attempt(quiz(item("one"), item("two", "edited", true), item("three")));
  assert.deepEqual(after.load(saved(before)), ["two"]);
  assert.deepEqual(after.left, ["two"]);
  assert.equal(after.answered("two"), false);
  assert.deepEqual(after.missing, ["two"]);
});

test("an item that was added or taken away does not disturb the others", () => {
  const before = three();
  before.chosen = { one: ["a"], two: ["a"], three: ["c"] };
  const after = new Attempt(quiz(item("one"), item("four"), item("three")));
  assert.deepEqual(after.load(saved(before)), []);
  assert.deepEqual(after.ids.filter((id) => after.answered(id)), ["one", "three"]);
});

test("saving some items leaves the rest as another tab saved it", () => {
  const here = three();
  const there = three();
  there.chosen = { two: ["b"] };
  here.chosen = { one: ["a"] };
  const both = here.save(there.save(null, ["two"]), ["one"]);
  assert.deepEqual(Object.keys(both.items).sort(), ["one", "two"]);
  assert.deepEqual(both.items.two.chosen, ["b"]);
});

for (const broken of [
  null, 0, "x", [], {}, { items: null }, { items: [] }, { items: { one: null } }, { items: { one: "x" } },
  { items: { one: { hash: "h1" } } }, { items: { one: { hash: "h1", chosen: "a" } } },
  { items: { one: { hash: "h1", chosen: [1, "z", null, { a: 1 }] } } }, { items: {}, again: "one" },
  { items: {}, again: ["nobody", 7] },
]) {
  test(`saved data of a strange shape is passed over: ${JSON.stringify(broken)}`, () => {
    const attempt = three();
    assert.deepEqual(attempt.load(broken), []);
    assert.deepEqual(attempt.ids.filter((id) => attempt.answered(id)), []);
    assert.deepEqual(attempt.playing, attempt.ids);
    assert.equal(attempt.result().points, 0);
  });
}

test("single choice keeps one option, whatever was saved", () => {
  const attempt = three();
  attempt.load({ items: { one: { hash: "h1", chosen: ["c", "a"], checked: false } } });
  assert.deepEqual(attempt.chosen.one, ["a"]);
});

test("retry opens what is not fully right and keeps the rest", () => {
  const attempt = three();
  attempt.chosen = { one: ["a"], two: ["a"], three: [] };
  attempt.check(attempt.ids);
  attempt.retry();
  assert.deepEqual(attempt.playing, ["two", "three"]);
  assert.deepEqual(attempt.left, ["two", "three"]);
  assert.equal(attempt.result().points, 1);
  attempt.chosen.two = ["a", "b"];
  attempt.check(attempt.left);
  assert.deepEqual(attempt.left, []);
  assert.deepEqual(attempt.playing, attempt.ids);
});

test("a retry goes on after closing, an item edited meanwhile joins it", () => {
  const before = three();
  before.chosen = { one: ["a"], two: ["c"], three: ["a"] };
  before.check(before.ids);
  before.retry();
  const after = new Attempt(quiz(item("one", "edited"), item("two", "h2", true), item("three")));
  assert.deepEqual(after.load(saved(before)), ["one"]);
  assert.deepEqual(after.playing, ["one", "two"]);
});
