// What a person typed -> the wordings to look for. Nothing here is ever parsed as a query language.
import { exact, fold, marked, normalise, tokens } from "./fold.js";

/** More than a question needs; what is pasted beyond it is left out. */
const MOST_LETTERS = 200;
const MOST_WORDS = 16;
const MOST_WORDINGS = 24;
const MOST_OTHERS = 5;
/** A wording in the hub's own words counts a little less than the words typed. */
const WORTH_OF_MEANS = 0.92;
const WORTH_OF_ALIKE = 0.8;

/**
 * @typedef {object} Word one word to look for
 * @property {string} text as typed
 * @property {string} folded
 * @property {string} exact
 * @property {boolean} marked typed with marks
 * @property {boolean} stop carries little meaning
 * @property {boolean} joined goes with the word before it
 * @property {boolean} open perhaps not typed to its end
 *
 * @typedef {object} Wording one way to say what was typed
 * @property {Word[]} words
 * @property {number} worth 1 for the words as typed
 *
 * @typedef {[say: string[], means: string[]]} Synonym
 */

/** The words of one locale that shape a query. */
export class Language {
  /**
   * @param {string} locale
   * @param {string[]} stop
   * @param {Synonym[]} synonyms
   */
  constructor(locale, stop, synonyms) {
    this.locale = locale;
    this.stopExact = new Set(stop.map((word) => exact(word, locale)));
    this.stopFolded = new Set(stop.map((word) => fold(word, locale)));
    /** @type {{words: Word[], others: {words: Word[], worth: number}[]}[]} */
    this.rewrites = synonyms.flatMap(([say, means]) => this.#rewritesOf(say, means));
  }

  /**
   * What people say stands for what the hub means; the rest of a group is alike, less surely.
   * @param {string[]} say
   * @param {string[]} means
   */
  #rewritesOf(say, means) {
    const said = say.map((text) => this.words(text));
    const meant = means.map((text) => this.words(text));
    return [...said, ...meant].map((words) => ({
      words,
      others: [...meant, ...said].filter((other) => other !== words).map((other) => ({
        words: other,
        worth: said.includes(words) && meant.includes(other) ? WORTH_OF_MEANS : WORTH_OF_ALIKE,
      })),
    }));
  }

  /**
   * Split a text into words to look for.
   * @param {string} text
   * @returns {Word[]}
   */
  words(text) {
    return tokens(text).slice(0, MOST_WORDS).map((token) => {
      const word = { text: token.text, folded: fold(token.text, this.locale), exact: exact(token.text, this.locale) };
      const isMarked = marked(token.text);
      const stop = isMarked ? this.stopExact.has(word.exact) : this.stopFolded.has(word.folded);
      return { ...word, marked: isMarked, stop, joined: token.joined, open: false };
    });
  }

  /**
   * Read what was typed.
   * @param {string} typed
   * @returns {Wording[]} the words as typed first; none if nothing can be looked for
   */
  read(typed) {
    const text = clean(typed);
    const words = this.words(text);
    if (!words.length) return [];
    words[words.length - 1].open = /[\p{L}\p{N}]$/u.test(text);
    return [{ words, worth: 1 }, ...this.#rewordings(words)].slice(0, MOST_WORDINGS);
  }

  /**
   * @param {Word[]} words
   * @returns {Wording[]}
   */
  #rewordings(words) {
    /** @type {Wording[]} */
    let wordings = [{ words, worth: 1 }];
    for (const { from, length, others } of this.#places(words)) {
      wordings = wordings.concat(wordings.flatMap((wording) => {
        // Places come left to right, so what was replaced before this one moved it by the difference in length.
        const start = from + wording.words.length - words.length;
        return others.map((other) => ({
          words: [...wording.words.slice(0, start), ...other.words, ...wording.words.slice(start + length)],
          worth: wording.worth * other.worth,
        }));
      })).slice(0, MOST_WORDINGS);
    }
    return wordings.slice(1);
  }

  /**
   * Find where known phrases stand in the words; the longest at a place counts, left to right.
   * @param {Word[]} words
   */
  #places(words) {
    const places = [];
    for (let from = 0; from < words.length; from += 1) {
      const fitting = this.rewrites.filter((rewrite) => stands(rewrite.words, words, from));
      const length = Math.max(0, ...fitting.map((rewrite) => rewrite.words.length));
      const others = fitting.filter((rewrite) => rewrite.words.length === length).flatMap((rewrite) => rewrite.others);
      if (length) places.push({ from, length, others: others.sort((a, b) => b.worth - a.worth).slice(0, MOST_OTHERS) });
      from += Math.max(0, length - 1);
    }
    return places;
  }
}

/**
 * Return what of a typed text is looked at.
 * @param {string} typed
 */
export function clean(typed) {
  return normalise(typed.slice(0, MOST_LETTERS * 4)).slice(0, MOST_LETTERS);
}

/**
 * @param {Word[]} phrase
 * @param {Word[]} words
 * @param {number} from
 */
function stands(phrase, words, from) {
  return phrase.length > 0 && phrase.every((part, index) => {
    const word = words[from + index];
    return word && (word.marked ? word.exact === part.exact : word.folded === part.folded);
  });
}
