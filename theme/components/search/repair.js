// What a word may have been meant to be, when the index has no such word, or not beside its neighbours.

const MOST_CANDIDATES = 24;
const READ_AS_KEYS = 0.9;
const SLIP_THAT_FITS = 0.75;
const SLIP = 0.6;
const SLIP_OF_KNOWN_WORD = 0.5;
const MANY_TIMES = 10;

/** Beginnings of syllables that many speakers do not tell apart, and so mix up in writing. */
const SOUND_ALIKE = [["tr", "ch"], ["s", "x"], ["d", "gi", "r"], ["l", "n"], ["c", "k", "q"], ["g", "gh"], ["ng", "ngh"]];

/**
 * @typedef {import("./query.js").Word} Word
 * @typedef {import("./index.js").SearchIndex} SearchIndex
 */

/**
 * Return terms of the index that a word may have been meant for, with how likely each is. A word that the index has is
 * left alone unless a word one slip away stands beside its neighbours many times as often ("học tâm": "học tập").
 * @param {Word[]} words
 * @param {number} at
 * @param {SearchIndex} index
 * @returns {Map<string, number>}
 */
export function repairs(words, at, index) {
  const { folded: word, stop } = words[at];
  if (/\d/.test(word) && index.has(word)) return new Map();
  const besides = neighbourCount(words, at, index);
  if (isKnown(words[at], index)) {
    if (stop || word.length < 3) return new Map();
    const least = MANY_TIMES * besides(word) || 1;
    const meant = [...oneSlipAway(word, index.words()), ...soundAlikes(word).filter((term) => index.has(term))];
    return new Map(meant.filter((term) => besides(term) >= least).map((term) => [term, SLIP_OF_KNOWN_WORD]));
  }
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const reading of keyboardReadings(word)) if (index.has(reading)) found.set(reading, READ_AS_KEYS);
  const two = splitInTwo(word, (term) => index.has(term));
  if (two) found.set(two.join("_"), READ_AS_KEYS);
  return found.size || /\d/.test(word) ? found : slipsOf(word, besides, index);
}

/**
 * @param {string} word
 * @param {(term: string) => number} besides
 * @param {SearchIndex} index
 * @returns {Map<string, number>}
 */
function slipsOf(word, besides, index) {
  const slips = oneSlipAway(word, index.words());
  const heard = soundAlikes(word).filter((term) => index.has(term));
  const fitting = [...slips, ...heard].filter((term) => besides(term) > 0);
  if (fitting.length) return new Map(fitting.map((term) => [term, SLIP_THAT_FITS]));
  if (heard.length) return new Map(heard.map((term) => [term, SLIP_THAT_FITS]));
  if (word.length < 3) return new Map();
  const common = slips.sort((a, b) => index.count(b) - index.count(a)).slice(0, MOST_CANDIDATES);
  return new Map(common.map((term) => [term, SLIP]));
}

/**
 * Say whether the index has a word, or words that begin so while it is being typed.
 * @param {Word} word
 * @param {SearchIndex} index
 */
function isKnown(word, index) {
  return index.has(word.folded) || (word.open && index.startingWith(word.folded).length > 0);
}

/**
 * Return how often a term stands at a place: beside a neighbour of meaning, anywhere in the index.
 * @param {Word[]} words
 * @param {number} at
 * @param {SearchIndex} index
 * @returns {(term: string) => number}
 */
function neighbourCount(words, at, index) {
  const before = words[at].joined && !words[at - 1].stop ? words[at - 1].folded : "";
  const next = words[at + 1];
  const after = next?.joined && !next.stop ? next : null;
  const count = (/** @type {string} */ pair, /** @type {boolean} */ open) => (
    Math.max(index.count(pair), ...(open ? index.startingWith(pair).map((term) => index.count(term)) : []))
  );
  return (term) => Math.max(
    before ? count(`${before}_${term}`, words[at].open) : 0,
    after ? count(`${term}_${after.folded}`, after.open) : 0,
  );
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
 * Return how a syllable is written by those who hear its beginning alike: `tram` -> [`cham`].
 * @param {string} word folded
 * @returns {string[]}
 */
export function soundAlikes(word) {
  const [, onset, rest] = /^([^aeiouy]*(?:(?<=g)i(?=[aeouy]))?)(.+)$/.exec(word) ?? ["", "", ""];
  return SOUND_ALIKE.filter((group) => group.includes(onset)).flatMap((group) => group.filter((other) => other !== onset).map((other) => other + rest));
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
