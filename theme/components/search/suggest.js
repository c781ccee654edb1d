// Words of the hub near a word it does not have.
import { fold, tokens } from "./fold.js";
import { distance } from "./repair.js";

const MOST = 4;

/**
 * @typedef {import("./index.js").SearchIndex} SearchIndex
 * @typedef {import("./query.js").Word} Word
 */

/**
 * Return what was typed with an unknown word replaced by near ones, the nearest first.
 * @param {Word[]} words
 * @param {Word[]} unknown
 * @param {SearchIndex} index
 */
export function suggestions(words, unknown, index) {
  const [word] = unknown;
  if (!word || word.folded.length < 3) return [];
  const most = word.folded.length > 4 ? 2 : 1;
  const near = index.words().filter((term) => term.length > 2 && !/\d/.test(term))
    .map((term) => ({ term, slips: distance(word.folded, term, most) })).filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || index.count(b.term) - index.count(a.term)).slice(0, MOST);
  return near.map(({ term }) => words.map((other) => (other === word ? spelled(term, index) : other.text)).join(" "));
}

/**
 * Return how the hub writes a word of which only the letters are known.
 * @param {string} term
 * @param {SearchIndex} index
 */
export function spelled(term, index) {
  for (const section of index.sections) {
    for (const text of [section.title, section.text]) {
      for (const token of tokens(text)) if (fold(token.text, index.locale) === term) return token.text.toLowerCase();
    }
  }
  return term;
}
