import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { MOST_PEOPLE, readPeople, road, share } from "../../theme/js/targets.js";

const { roads } = JSON.parse(readFileSync(new URL("../vectors/targets.json", import.meta.url), "utf8"));

test("every way of the vectors is found", () => {
  assert.ok(roads.length > 150);
  for (const { counts, percent, years, road: wanted } of roads) {
    const given = counts.map(([base, reached]) => ({ base, reached }));
    assert.deepEqual(road(given, percent, years), wanted, JSON.stringify({ counts, percent, years }));
  }
});

test("a share without its base is none", () => {
  assert.deepEqual([share(null, 3), share(0, 0), share(8, null), share(8, 5), share(3, 2)], [null, null, null, 625, 666]);
});

const TYPED = [
  ["", ".", { value: null }],
  ["  ", ".", { value: null }],
  ["0", ".", { value: 0 }],
  ["007", ".", { value: 7 }],
  ["1250", ".", { value: 1250 }],
  ["1.250", ".", { value: 1250 }],
  ["1 250", ".", { value: 1250 }],
  ["1\u00a0250", ".", { value: 1250 }],
  ["1\u202f250", ",", { value: 1250 }],
  ["1,250", ",", { value: 1250 }],
  ["１２", ".", { value: 12 }],
  ["1.000.000", ".", { value: MOST_PEOPLE }],
  ["1.000.001", ".", { problem: "large" }],
  ["1000000000", ".", { problem: "large" }],
  ["9".repeat(400), ".", { problem: "large" }],
  ["-5", ".", { problem: "negative" }],
  ["−5", ".", { problem: "negative" }],
  ["- 1.250", ".", { problem: "negative" }],
  ["1,5", ".", { problem: "decimal" }],
  ["1.5", ".", { problem: "decimal" }],
  ["1,250", ".", { problem: "decimal" }],
  ["1.250", ",", { problem: "decimal" }],
  ["12.50", ".", { problem: "decimal" }],
  [".5", ".", { problem: "decimal" }],
  ["1e9", ".", { problem: "number" }],
  ["0x10", ".", { problem: "number" }],
  ["Infinity", ".", { problem: "number" }],
  ["NaN", ".", { problem: "number" }],
  ["mười", ".", { problem: "number" }],
  ["1.2500", ".", { problem: "decimal" }],
  ["1..250", ".", { problem: "number" }],
  [".", ".", { problem: "number" }],
  ["=1+1", ".", { problem: "number" }],
];

for (const [typed, thousands, wanted] of TYPED) {
  test(`typed ${JSON.stringify(typed).slice(0, 24)} with ${thousands} between thousands`, () => {
    assert.deepEqual(readPeople(typed, thousands), wanted);
  });
}
