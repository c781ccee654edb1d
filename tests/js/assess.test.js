import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { assess } from "../../theme/js/assess.js";
import { CodeError, decode, drawRandom, encode, findCodes, nameHash, randomSpace } from "../../theme/js/short-code.js";

const vectors = JSON.parse(readFileSync(new URL("../vectors/assessment.json", import.meta.url), "utf8"));

test("every pattern around the limits says the same as in Python", () => {
  assert.ok(vectors.assessments.length > 200);
  for (const { rules, points, result } of vectors.assessments) assert.deepEqual(assess(rules, points), result);
});

test("codes are made and read as in Python", () => {
  assert.ok(vectors.codes.length >= 80);
  for (const { known, said, code } of vectors.codes) {
    assert.equal(encode(said, known), code);
    assert.deepEqual(decode(code, [known]), said);
    assert.deepEqual(decode(code.toLowerCase().replaceAll("-", " "), [known]), said);
  }
  for (const [name, hash] of Object.entries(vectors.hashes)) assert.equal(nameHash(name), hash);
  assert.deepEqual(findCodes(vectors.text.text), vectors.text.found);
});

test("one mistyped sign is always found", () => {
  const { known, code } = vectors.codes[0];
  for (let at = 0; at < code.length; at++) {
    for (const sign of "34679ACDEFGHJKMNPRTVWXY") {
      if (code[at] === "-" || code[at] === sign) continue;
      const wrong = code.slice(0, at) + sign + code.slice(at + 1);
      assert.throws(() => decode(wrong, [known]), (error) => error instanceof CodeError && error.reason === "check");
    }
  }
});

test("random numbers fit beside the points", () => {
  const maxima = Array(10).fill(10);
  for (let i = 0; i < 100; i++) assert.ok(drawRandom(maxima) < randomSpace(maxima));
});
