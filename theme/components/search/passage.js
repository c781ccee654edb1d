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
 * @param {string} title what stands above it: what the title has whole is not marked in halves
 * @param {Slot[]} slots
 * @param {string} locale
 * @returns {Piece[]}
 */
export function passage(text, title, slots, locale) {
  const words = tokens(text);
  if (!words.length) return [];
  const above = tokens(title);
  const matches = markedWords(words, slots, locale, wholeSlots(above, found(above, slots, locale)));
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
 * Return for each word which of the query's words it is, if any, without what was found by chance: words of little
 * meaning that stand alone, other spellings ("bạn") in a text that has the spelling typed ("bán"), and half of a word
 * ("học") where the whole is there ("khuyến học").
 * @param {Token[]} words
 * @param {Slot[]} slots
 * @param {string} locale
 * @param {Set<number>} above words of the query that the title has whole
 * @returns {Match[]}
 */
function markedWords(words, slots, locale, above = new Set()) {
  const matches = found(words, slots, locale);
  const whole = new Set([...above, ...wholeSlots(words, matches)]);
  return matches.map((match, at) => {
    const alone = match !== null && !isBeside(words, matches, at);
    return match && alone && (whole.has(match.slot) || slots[match.slot].word.stop) ? null : match;
  });
}

/**
 * @param {Token[]} words
 * @param {Slot[]} slots
 * @param {string} locale
 * @returns {Match[]}
 */
function found(words, slots, locale) {
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
  const most = slots.map((_, slot) => Math.max(0, ...matches.map((match) => (match?.slot === slot ? match.worth : 0))));
  return matches.map((match) => (match && match.worth >= most[match.slot] / 2 ? match : null));
}

/**
 * Say whether a match has the query's neighbour beside it.
 * @param {Token[]} words
 * @param {Match[]} matches
 * @param {number} at
 */
function isBeside(words, matches, at) {
  const slot = matches[at]?.slot ?? -9;
  const [before, after] = [words[at].joined ? matches[at - 1] : null, words[at + 1]?.joined ? matches[at + 1] : null];
  return before?.slot === slot - 1 || after?.slot === slot + 1;
}

/**
 * @param {Token[]} words
 * @param {Match[]} matches
 * @returns {Set<number>}
 */
function wholeSlots(words, matches) {
  return new Set(matches.flatMap((match, at) => (match && isBeside(words, matches, at) ? [match.slot] : [])));
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
  const cut = [];
  let at = start;
  for (const [number, word] of words.entries()) {
    if (!matches[number] || word.start < start || word.start >= end) continue;
    const stop = word.start + word.text.length;
    const before = cut[cut.length - 1];
    if (before?.marked && word.joined && matches[number - 1]) before.text += text.slice(at, stop);
    else {
      if (word.start > at) cut.push({ text: text.slice(at, word.start), marked: false });
      cut.push({ text: text.slice(word.start, stop), marked: true });
    }
    at = stop;
  }
  if (end > at) cut.push({ text: text.slice(at, end), marked: false });
  return cut;
}
