// What a word may have been meant to be, when the index has no such word.

const MOST_CANDIDATES = 24;
const READ_AS_KEYS = 0.9;
const ONE_SLIP = 0.6;

/**
 * Return terms of the index that a word it lacks may have been meant for, with how likely each is.
 * @param {string} word folded
 * @param {import("./index.js").SearchIndex} index
 * @returns {Map<string, number>}
 */
export function repairs(word, index) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const reading of keyboardReadings(word)) if (index.has(reading)) found.set(reading, READ_AS_KEYS);
  const two = splitInTwo(word, (term) => index.has(term));
  if (two) found.set(two.join("_"), READ_AS_KEYS);
  if (!found.size && word.length > 2 && !/\d/.test(word)) {
    for (const near of oneSlipAway(word, index.words())) found.set(near, ONE_SLIP);
  }
  return found;
}

/**
 * Read a word typed by the Telex or VNI rules without a Vietnamese keyboard: `hocj`, `ddaij`, `hoc5`, `d9a5i`.
 * @param {string} word folded
 * @returns {string[]} folded readings
 */
export function keyboardReadings(word) {
  const vni = word.replace(/([a-z])\d+/g, "$1");
  const letters = word.replace(/(.*)[sfrxj](?=[a-z]*$)/, "$1");
  const telex = [word, letters].map((text) => text.replace(/dd/g, "d").replace(/aa/g, "a").replace(/ee/g, "e")
    .replace(/oo/g, "o").replace(/([aou]+)w/g, "$1").replace(/^([a-z]*)w/, "$1u"));
  return [...new Set([vni, ...telex])].filter((reading) => reading !== word && reading.length > 0);
}

/**
 * Return the two words that a word without a space may be: `hoctap` -> [`hoc`, `tap`].
 * @param {string} word
 * @param {(term: string) => boolean} known whether a term is in the index
 * @returns {[string, string] | null}
 */
export function splitInTwo(word, known) {
  for (let at = 1; at < word.length; at += 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (known(`${left}_${right}`)) return [left, right];
  }
  return null;
}

/**
 * Return known words that are one slip away: a letter changed, missing, too many, or two swapped.
 * @param {string} word
 * @param {Iterable<string>} words
 */
export function oneSlipAway(word, words) {
  const found = [];
  for (const other of words) {
    if (Math.abs(other.length - word.length) <= 1 && distance(word, other, 1) === 1) found.push(other);
    if (found.length === MOST_CANDIDATES) break;
  }
  return found;
}

/**
 * Count the slips between two words (optimal string alignment), giving up above `most`.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 * @returns {number} the count, or most + 1
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(row[b.length], most + 1);
}
