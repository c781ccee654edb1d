// What the tests of collecting share: a set of ten indicators, people with seeded points, files they would send.
import { encode } from "../../theme/js/short-code.js";

export const groups = [{ id: "nong-dan", name: "nông dân" }, { id: "cong-nhan", name: "công nhân" }];
export const maxima = Array.from({ length: 10 }, () => 10);
export const known = {
  set: "khung",
  groups: groups.map(({ id }) => id),
  ids: maxima.map((_, at) => `muc-${at + 1}`),
  maxima,
  codes: groups.map(({ id }) => ({ criteria: "khung", group: id, maxima })),
};
export const rules = { maxima: known.ids.map((id) => [id, 10]), pass_mark: 80, floor: 5 };

/** Numbers that look random and are the same at each run (mulberry32). */
export function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

export function people(count, seed = 1) {
  const chance = seeded(seed);
  return Array.from({ length: count }, () => {
    const group = groups[Math.floor(chance() * groups.length)].id;
    const points = known.ids.map(() => (chance() < 0.05 ? null : Math.floor(chance() * 11)));
    if (points.every((value) => value === null)) points[0] = 5;
    const random = Math.floor(chance() * 3e7);
    return { group, points, random, code: encode({ criteria: "khung", group, points, random }, known.codes.find((one) => one.group === group)) };
  });
}

export const sheetOf = ({ code }) => JSON.stringify({ format: "hub-self-check", version: 1, kind: "sheet", code });

export const fullOf = ({ group, points, random }, more = {}) => JSON.stringify({
  format: "hub-self-check", version: 1, kind: "full", set: "khung", group, label: "Bà Páo", random,
  answers: known.ids.map((indicator, at) => ({ indicator, points: points[at], note: "riêng", evidence: [{ what: "vở" }] })), ...more,
});

export function shuffled(list, chance) {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all;
}
