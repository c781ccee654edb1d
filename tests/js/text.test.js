import assert from "node:assert/strict";
import { test } from "node:test";

import { fill } from "../../theme/js/text.js";

const number = (value, sign) => fill("{n}", { n: value }, sign);

test("places are filled, however often they stand", () => {
  assert.equal(fill("Câu {n} / {of}, lại {n}", { n: 3, of: 20 }, ","), "Câu 3 / 20, lại 3");
});

test("numbers have the locale's sign and no needless zero", () => {
  assert.equal(number(1.5, ","), "1,5");
  assert.equal(number(1.5, "."), "1.5");
  assert.equal(number(16, ","), "16");
  assert.equal(number(2 / 3, ","), "0,66");
});

test("points are never rounded up to a mark that was missed, nor down by a float's hair", () => {
  assert.equal(number(7.996, ","), "7,99");
  assert.equal(number(0.1 + 0.2, ","), "0,3");
  assert.equal(number(1 / 3 + 1 / 3 + 1 / 3, ","), "1");
  assert.equal(number(0.29 * 100, ","), "29");
});
