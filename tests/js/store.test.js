import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Store } from "../../theme/js/store.js";

const full = () => {
  throw new DOMException("full", "QuotaExceededError");
};

/** Storage that behaves like a browser's, over a Map. */
function storage(map = new Map()) {
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => map.set(key, String(value)),
    removeItem: (key) => map.delete(key),
  };
}

beforeEach(() => {
  Object.defineProperty(globalThis, "localStorage", { value: storage(), configurable: true, writable: true });
});

test("a value is kept under its key, with its version", () => {
  const store = new Store("k", 2);
  assert.equal(store.read(), null);
  store.update(() => ({ a: 1 }));
  assert.deepEqual(JSON.parse(localStorage.map.get("k")), { version: 2, value: { a: 1 } });
  assert.deepEqual(new Store("k", 2).read(), { a: 1 });
  assert.ok(store.kept);
});

test("an update changes what another tab wrote meanwhile", () => {
  const [here, there] = [new Store("k", 1), new Store("k", 1)];
  here.update(() => ["here"]);
  there.update((value) => [...value, "there"]);
  here.update((value) => [...value, "again"]);
  assert.deepEqual(here.read(), ["here", "there", "again"]);
});

for (const text of ["", "{", "null", "7", '"x"', "[]", "{}", '{"version":1}', '{"version":"1","value":3}']) {
  test(`what is not ours is passed over and replaced: ${JSON.stringify(text)}`, () => {
    localStorage.map.set("k", text);
    const store = new Store("k", 1);
    assert.equal(store.read() ?? null, null);
    store.update(() => 5);
    assert.equal(new Store("k", 1).read(), 5);
  });
}

test("an older version is replaced", () => {
  localStorage.map.set("k", JSON.stringify({ version: 1, value: 3 }));
  const store = new Store("k", 2);
  assert.equal(store.read(), null);
  store.update(() => 4);
  assert.equal(new Store("k", 2).read(), 4);
});

test("a newer version is neither read, replaced nor erased; memory serves", () => {
  const newer = JSON.stringify({ version: 9, value: 3 });
  localStorage.map.set("k", newer);
  const store = new Store("k", 1);
  assert.equal(store.read(), null);
  store.update((value) => [value, 4]);
  assert.deepEqual(store.read(), [null, 4]);
  assert.ok(!store.kept);
  store.erase();
  assert.equal(store.read(), null);
  assert.equal(localStorage.map.get("k"), newer);
});

test("a newer version that another tab writes later is left alone too", () => {
  const store = new Store("k", 1);
  store.update(() => 1);
  const newer = JSON.stringify({ version: 2, value: 2 });
  localStorage.map.set("k", newer);
  store.update(() => 3);
  assert.equal(localStorage.map.get("k"), newer);
  assert.equal(store.read(), 3);
});

test("blocked storage leaves memory", () => {
  Object.defineProperty(globalThis, "localStorage", {
    get: () => {
      throw new DOMException("blocked", "SecurityError");
    },
    configurable: true,
  });
  const store = new Store("k", 1);
  assert.equal(store.read(), null);
  store.update(() => 1);
  store.update((value) => value + 1);
  assert.equal(store.read(), 2);
  assert.ok(!store.kept);
  store.erase();
  assert.equal(store.read(), null);
});

test("no storage at all leaves memory", () => {
  globalThis.localStorage = null;
  const store = new Store("k", 1);
  store.update(() => 1);
  assert.equal(store.read(), 1);
  assert.ok(!store.kept);
});

test("full storage leaves memory, and is tried again with the next change", () => {
  const store = new Store("k", 1);
  store.update(() => ["old"]);
  const setItem = localStorage.setItem;
  localStorage.setItem = full;
  store.update((value) => [...value, "new"]);
  assert.ok(!store.kept);
  assert.deepEqual(store.read(), ["old", "new"]);
  localStorage.setItem = setItem;
  store.update((value) => [...value, "newer"]);
  assert.ok(store.kept);
  assert.deepEqual(new Store("k", 1).read(), ["old", "new", "newer"]);
});

test("erasing works when storage is full", () => {
  const store = new Store("k", 1);
  store.update(() => "secret");
  localStorage.setItem = full;
  store.update(() => "more");
  store.erase();
  assert.equal(localStorage.map.has("k"), false);
  assert.equal(store.read(), null);
});
