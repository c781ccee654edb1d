// A wording -> the terms of the index that stand for each of its words and for neighbours of each other.

/** How well a term stands for the word typed. */
const SAME_LETTERS = 0.2; // "bạn" for a typed "bán", which the hub has too
const UNMARKED_AMONG_MARKED = 0.75; // "bán" for "ban" typed without a mark, in a query that has marks
const OTHER_NUMERAL = 0.8; // "III" for a typed "3"
const BEGINNING = 0.75;
const BEGINNING_OF_PAIR = 0.85;

/** Plans number their parts in Roman numerals, people type figures, and the other way round. */
const NUMERALS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const ROMAN = new Map(NUMERALS.flatMap((roman, at) => (
  roman.length > 1 ? [[String(at + 1), roman], [roman, String(at + 1)]] : [[String(at + 1), roman]]
)));

/**
 * @typedef {import("./query.js").Word} Word
 * @typedef {import("./query.js").Wording} Wording
 * @typedef {import("./index.js").SearchIndex} SearchIndex
 * @typedef {Map<string, number>} Forms term -> how well it stands for the word
 *
 * @typedef {object} Slot one word with its terms
 * @property {Word} word
 * @property {Forms} forms none: the index has nothing like it
 *
 * @typedef {object} Pair two neighbours, by their places among the slots, with their terms
 * @property {number} left
 * @property {number} right
 * @property {Forms} forms
 */

/**
 * @param {Wording} wording
 * @param {SearchIndex} index
 * @returns {{slots: Slot[], pairs: Pair[]}}
 */
export function formsOf(wording, index) {
  const anyMarked = wording.words.some((word) => word.marked);
  const slots = wording.words.map((word) => slotOf(word, anyMarked, index));
  /** @type {Pair[]} */
  const pairs = [];
  for (let at = 1; at < slots.length; at += 1) {
    if (!slots[at].word.joined) continue;
    pairs.push({ left: at - 1, right: at, forms: pairForms(slots[at - 1], slots[at], index) });
    if (at > 1 && slots[at - 1].word.stop && slots[at - 1].word.joined) {
      const across = pairForms(slots[at - 2], slots[at], index);
      if (across.size) pairs.push({ left: at - 2, right: at, forms: across });
    }
  }
  return { slots, pairs };
}

/**
 * @param {Word} word
 * @param {boolean} anyMarked
 * @param {SearchIndex} index
 * @returns {Slot}
 */
function slotOf(word, anyMarked, index) {
  const forms = typedForms(word, anyMarked, index);
  if (word.open) addCompletions(forms, word, index);
  for (const [term, worth] of word.near) raise(forms, term, worth);
  return { word, forms };
}

/**
 * Add the words that begin as the last one does. Of those the hub spells in several ways, who typed marks means the
 * spellings with these marks.
 * @param {Forms} forms
 * @param {Word} word
 * @param {SearchIndex} index
 */
function addCompletions(forms, word, index) {
  const [, letters, tone] = /^(=.*?)([1-5]?)$/.exec(word.exact) ?? ["", word.exact, ""];
  // Of a word that the hub has, another tone is another word ("nhận" of "nhân"), not its end.
  const whole = index.has(word.exact) ? `${letters}#`.length : 0;
  const spelled = word.marked
    ? index.startingWith(letters).filter((term) => term !== word.exact && term.endsWith(tone) && (term.length !== whole || !/\d$/.test(term)))
    : [];
  const others = index.startingWith(word.folded).filter((term) => isWord(term) && term !== word.folded);
  const otherMarks = word.marked && (spelled.length > 0 || index.has(word.exact));
  complete(forms, spelled, BEGINNING, index);
  complete(forms, others, otherMarks ? SAME_LETTERS * BEGINNING : BEGINNING, index);
}

/**
 * @param {Word} word
 * @param {boolean} anyMarked
 * @param {SearchIndex} index
 * @returns {Forms}
 */
function typedForms(word, anyMarked, index) {
  /** @type {Forms} */
  const forms = new Map();
  const numeral = ROMAN.get(word.folded);
  if (numeral && index.has(numeral)) forms.set(numeral, OTHER_NUMERAL);
  if (!index.has(word.folded)) return forms;
  // Spellings are in the index only where there are several: without one, the letters decide.
  if (!anyMarked || !index.has(word.exact)) return forms.set(word.folded, 1);
  forms.set(word.exact, 1);
  return forms.set(word.folded, word.marked ? SAME_LETTERS : UNMARKED_AMONG_MARKED);
}

/**
 * @param {Slot} left
 * @param {Slot} right
 * @param {SearchIndex} index
 * @returns {Forms}
 */
function pairForms(left, right, index) {
  /** @type {Forms} */
  const forms = new Map();
  for (const [first, worthFirst] of wordForms(left)) {
    for (const [second, worthSecond] of wordForms(right)) {
      if (index.has(`${first}_${second}`)) raise(forms, `${first}_${second}`, worthFirst * worthSecond);
    }
    if (right.word.open) {
      complete(forms, index.startingWith(`${first}_${right.word.folded}`), BEGINNING_OF_PAIR * worthFirst, index);
    }
  }
  return forms;
}

/**
 * Return a slot's forms that can be half of a pair, as if spellings did not matter.
 * @param {Slot} slot
 * @returns {[string, number][]}
 */
function wordForms(slot) {
  return [...slot.forms].filter(([term]) => isWord(term)).map(([term, worth]) => [term, term === slot.word.folded ? 1 : worth]);
}

/** @param {string} term */
function isWord(term) {
  return !term.startsWith("=") && !term.includes("_");
}

/**
 * Add the ways a beginning may go on: a common one is likelier meant than a rare one.
 * @param {Forms} forms
 * @param {string[]} terms
 * @param {number} worth
 * @param {SearchIndex} index
 */
function complete(forms, terms, worth, index) {
  const counts = terms.map((term) => index.count(term));
  const most = Math.max(...counts);
  for (const [at, term] of terms.entries()) raise(forms, term, worth * (0.6 + 0.4 * counts[at] / most));
}

/**
 * @param {Forms} forms
 * @param {string} term
 * @param {number} worth
 */
function raise(forms, term, worth) {
  forms.set(term, Math.max(worth, forms.get(term) ?? 0));
}
