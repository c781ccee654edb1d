import assert from "node:assert/strict";
import { test } from "node:test";

import { decimal, fill } from "../../theme/js/text.js";

test("places are filled, however often they stand", () => {
  assert.equal(fill("Câu {n} / {of}, lại {n}", { n: 3, of: 20 }), "Câu 3 / 20, lại 3");
});

test("a filled value is not read as a pattern", () => {
  assert.equal(fill("{a} và {b}", { a: "{b} $& $1", b: 2 }), "{b} $& $1 và 2");
});

test("numbers have the locale's sign and no needless zero", () => {
  assert.equal(decimal(1.5, ","), "1,5");
  assert.equal(decimal(1.5, "."), "1.5");
  assert.equal(decimal(16, ","), "16");
  assert.equal(decimal(2 / 3, ","), "0,66");
});

test("points are never rounded up to a mark that was missed, nor down by a float's hair", () => {
  assert.equal(decimal(7.996, ","), "7,99");
  assert.equal(decimal(0.1 + 0.2, ","), "0,3");
  assert.equal(decimal(1 / 3 + 1 / 3 + 1 / 3, ","), "1");
  assert.equal(decimal(0.29 * 100, ","), "29");
});
