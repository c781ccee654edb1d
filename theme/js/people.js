// The people whose self-scores this device keeps, told apart by labels. Nothing here knows a name.
import { entries, words } from "./sheet.js";

/**
 * @typedef {{id: string, set: string, group: string, label: string, answers?: any[]}} Person
 * @typedef {{people: Person[], current: [string, string][]}} Kept
 */

export const KEY = "hub:self-check:people";
export const MOST_PEOPLE = 50;

/**
 * @param {any} value what the device had
 * @returns {Kept}
 */
export function readKept(value) {
  const people = entries(Object(value).people, MOST_PEOPLE).filter((one) => ["id", "set", "group", "label"].every((key) => words(one[key])));
  const current = Array.isArray(Object(value).current) ? value.current.filter((/** @type {any} */ one) => Array.isArray(one)) : [];
  return { people, current: current.slice(0, 100).map((/** @type {any} */ [place, id]) => [words(place), words(id)]) };
}

/** @param {{set: string, group: string}} page */
const place = ({ set, group }) => `${set}/${group}`;

/**
 * @param {Kept} kept
 * @param {{set: string, group: string}} page
 */
export const peopleOf = (kept, page) => kept.people.filter((one) => place(one) === place(page));

/**
 * The person last worked on at this page, or the first one.
 * @param {Kept} kept
 * @param {{set: string, group: string}} page
 */
export function currentOf(kept, page) {
  const [, id] = kept.current.find(([name]) => name === place(page)) ?? [];
  const own = peopleOf(kept, page);
  return own.find((one) => one.id === id) ?? own[0];
}

/**
 * Put a person in the place of the one with the same id, or last; it is now the current one.
 * @param {Kept} kept
 * @param {Person} person
 * @returns {Kept}
 */
export function withPerson({ people, current }, person) {
  const found = people.some((one) => one.id === person.id);
  return {
    people: found ? people.map((one) => (one.id === person.id ? person : one)) : [...people, person],
    current: [...current.filter(([name]) => name !== place(person)), [place(person), person.id]],
  };
}

/**
 * @param {Kept} kept
 * @param {string} id
 * @returns {Kept}
 */
export const withoutPerson = ({ people, current }, id) => ({
  people: people.filter((one) => one.id !== id),
  current: current.filter(([, other]) => other !== id),
});

/**
 * The first neutral label that nobody has: name(1), name(2), ...
 * @param {Kept} kept
 * @param {(n: number) => string} name
 */
export function freeLabel({ people }, name) {
  for (let n = 1; ; n++) if (!people.some((one) => one.label === name(n))) return name(n);
}

export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
