import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { score, scoreChoice } from "../../theme/js/score.js";

const vectors = JSON.parse(readFileSync(new URL("../vectors/scoring.json", import.meta.url), "utf8"));

/** Numbers to nine digits, everything else as it is. */
const rounded = (value) =>
  typeof value === "number"
    ? Math.round(value * 1e9) / 1e9
    : value && typeof value === "object"
      ? Array.isArray(value)
        ? value.map(rounded)
        : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]))
      : value;

test("every response to every key scores as in Python", () => {
  assert.ok(vectors.choice.length > 300);
  for (const { chosen, key, options, points } of vectors.choice) {
    assert.equal(rounded(scoreChoice(chosen, key, options)), points, JSON.stringify({ chosen, key, options }));
  }
});

test("whole quizzes score as in Python, with objectives and bands", () => {
  assert.ok(vectors.quizzes.length > 40);
  for (const { quiz, responses, result } of vectors.quizzes) {
    assert.deepEqual(rounded(score(quiz, responses)), result);
  }
});

test("an option chosen twice counts once", () => {
  assert.equal(scoreChoice(["a", "a"], ["a", "b"], ["a", "b", "c"]), 0.5);
});

test("an unknown option or an empty key is refused", () => {
  assert.throws(() => scoreChoice(["z"], ["a"], ["a", "b"]), RangeError);
  assert.throws(() => scoreChoice(["a"], [], ["a", "b"]), RangeError);
});
