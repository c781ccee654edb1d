// The part of a text that shows why a section was found, cut into marked and unmarked pieces.
import { exact, fold, tokens } from "./fold.js";

const WHOLE = 44;
const BEFORE = 8;
const LENGTH = 36;

/**
 * @typedef {import("./forms.js").Slot} Slot
 * @typedef {import("./fold.js").Token} Token
 * @typedef {{text: string, marked: boolean}} Piece
 * @typedef {{slot: number, worth: number} | null} Match
 */

/**
 * Return a text with the words that were found marked, whole.
 * @param {string} text
 * @param {Slot[]} slots
 * @param {string} locale
 * @returns {Piece[]}
 */
export function marks(text, slots, locale) {
  const words = tokens(text);
  return pieces(text, words, markedWords(words, slots, locale), 0, text.length);
}

/**
 * Return about three lines of a text around the words that were found.
 * @param {string} text
 * @param {Slot[]} slots
 * @param {string} locale
 * @returns {Piece[]}
 */
export function passage(text, slots, locale) {
  const words = tokens(text);
  if (!words.length) return [];
  const matches = markedWords(words, slots, locale);
  if (words.length <= WHOLE) return pieces(text, words, matches, 0, text.length);
  const best = densest(matches);
  const first = lineStart(text, words, Math.max(0, best - BEFORE), best);
  const last = Math.min(words.length, first + LENGTH) - 1;
  const start = words[first].start;
  const end = last === words.length - 1 ? text.length : words[last].start + words[last].text.length;
  const shown = pieces(text, words, matches, first === 0 ? 0 : start, end);
  return [
    ...(first > 0 ? [{ text: "… ", marked: false }] : []),
    ...shown,
    ...(end < text.length ? [{ text: " …", marked: false }] : []),
  ];
}

/**
 * Return for each word which of the query's words it is, if any.
 * @param {Token[]} words
 * @param {Slot[]} slots
 * @param {string} locale
 * @returns {Match[]}
 */
function markedWords(words, slots, locale) {
  const halves = slots.map((slot) => new Set([...slot.forms.keys()].filter((term) => term.includes("_")).flatMap((term) => term.split("_"))));
  /** @type {Match[]} */
  const matches = words.map(({ text }) => {
    const [spelling, folded] = [exact(text, locale), fold(text, locale)];
    /** @type {Match} */
    let best = null;
    for (const [slot, { forms }] of slots.entries()) {
      const worth = forms.get(spelling) ?? forms.get(folded) ?? (halves[slot].has(folded) ? 0.8 : 0);
      if (worth > (best?.worth ?? 0)) best = { slot, worth };
    }
    return best;
  });
  return withoutChance(words, matches, slots);
}

/**
 * Drop what was found by chance: words of little meaning that stand alone, other spellings ("bạn") in a text that has
 * the spelling typed ("bán"), and half of a word ("học") in a text that has the whole ("khuyến học").
 * @param {Token[]} words
 * @param {Match[]} matches
 * @param {Slot[]} slots
 * @returns {Match[]}
 */
function withoutChance(words, matches, slots) {
  const best = slots.map((_, slot) => Math.max(0, ...matches.map((match) => (match?.slot === slot ? match.worth : 0))));
  const meant = matches.map((match) => (match && match.worth >= best[match.slot] / 2 ? match : null));
  const beside = meant.map((match, at) => {
    const [before, after] = [words[at].joined ? meant[at - 1] : null, words[at + 1]?.joined ? meant[at + 1] : null];
    return match !== null && (before?.slot === match.slot - 1 || after?.slot === match.slot + 1);
  });
  const whole = new Set(meant.filter((_, at) => beside[at]).map((match) => match?.slot));
  return meant.map((match, at) => (match && !beside[at] && (whole.has(match.slot) || slots[match.slot].word.stop) ? null : match));
}

/**
 * Return the place of the first match of the stretch that holds the most different words.
 * @param {Match[]} matches
 */
function densest(matches) {
  let [best, most] = [0, 0];
  for (const [at, match] of matches.entries()) {
    if (!match) continue;
    const near = matches.slice(at, at + LENGTH - BEFORE).filter((other) => other !== null);
    const score = new Set(near.map((other) => other?.slot)).size + near.length / 100;
    if (score > most) [best, most] = [at, score];
  }
  return best;
}

/**
 * Begin a passage where a line or sentence begins, if one does between the two words.
 * @param {string} text
 * @param {Token[]} words
 * @param {number} from
 * @param {number} to
 */
function lineStart(text, words, from, to) {
  for (let at = to; at > from; at -= 1) {
    const gap = text.slice(words[at - 1].start + words[at - 1].text.length, words[at].start);
    if (/[\n.;!?]/.test(gap) && /\s/.test(gap)) return at;
  }
  return from;
}

/**
 * @param {string} text
 * @param {Token[]} words
 * @param {Match[]} matches
 * @param {number} start
 * @param {number} end
 * @returns {Piece[]}
 */
function pieces(text, words, matches, start, end) {
  /** @type {Piece[]} */
  const found = [];
  let at = start;
  for (const [number, word] of words.entries()) {
    if (!matches[number] || word.start < start || word.start >= end) continue;
    const stop = word.start + word.text.length;
    const before = found[found.length - 1];
    if (before?.marked && word.joined && matches[number - 1]) before.text += text.slice(at, stop);
    else {
      if (word.start > at) found.push({ text: text.slice(at, word.start), marked: false });
      found.push({ text: text.slice(word.start, stop), marked: true });
    }
    at = stop;
  }
  if (end > at) found.push({ text: text.slice(at, end), marked: false });
  return found;
}
