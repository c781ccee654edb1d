// What a person typed -> the wordings to look for. Nothing here is ever parsed as a query language.
import { exact, fold, marked, normalise, tokens } from "./fold.js";
import { phrasesOf } from "./initials.js";
import { repairs } from "./repair.js";

/** More than a question needs; what is pasted beyond it is left out. */
const MOST_LETTERS = 200;
const MOST_WORDS = 16;
const MOST_WORDINGS = 24;
/** A wording in the hub's own words counts a little less than the words typed. */
const WORTH_OF_MEANS = 0.92;
const WORTH_OF_ALIKE = 0.8;
const WORTH_OF_ABBREVIATION = 0.97;
const WORTH_OF_INITIALS = 0.85;

/**
 * @typedef {object} Word one word to look for
 * @property {string} text as typed
 * @property {string} folded
 * @property {string} exact
 * @property {boolean} marked typed with marks
 * @property {boolean} stop carries little meaning
 * @property {number} weight 1; less for words of little meaning
 * @property {boolean} joined goes with the word before it
 * @property {boolean} open perhaps not typed to its end
 * @property {Map<string, number>} near terms of the index it may have been meant for, with how likely that is
 *
 * @typedef {object} Wording one way to say what was typed
 * @property {Word[]} words
 * @property {number} worth 1 for the words as typed
 *
 * @typedef {{words: Word[], worth: number}} Other what a phrase may be replaced by
 * @typedef {[say: string[], means: string[]]} Synonym
 */

const STOP = 0.02;
/** In a query without marks "tu" may be "từ", which says little, or "tự", which says much. */
const STOP_UNMARKED = 0.35;
const CAPITALS = /^\p{Lu}{3,}$/u;
/** Such as `UBND`, `GD&ĐT`. */
const ABBREVIATION = /^[\p{Lu}&-]{2,}(?: [\p{Lu}&-]{2,})*$/u;

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
    this.hasMarks = stop.some(marked);
    /** @type {{words: Word[], others: Other[]}[]} */
    this.rewrites = synonyms.flatMap(([say, means]) => this.#rewritesOf(say, means));
  }

  /**
   * What people say stands for what the hub means; the rest of a group is alike, less surely.
   * @param {string[]} say
   * @param {string[]} means
   */
  #rewritesOf(say, means) {
    const phrases = [...say, ...means].map((text, at) => (
      { words: this.words(text), meant: at >= say.length, short: ABBREVIATION.test(text) }
    ));
    return phrases.map((phrase) => ({
      words: phrase.words,
      others: phrases.filter((other) => other !== phrase).map((other) => ({ words: other.words, worth: worth(phrase, other) }))
        .filter((other) => other.worth > 0),
    })).filter((rewrite) => rewrite.others.length > 0);
  }

  /**
   * Say whether a word carries little meaning.
   * @param {string} spelling as `exact` gives it
   */
  isStop(spelling) {
    return this.stopExact.has(spelling);
  }

  /**
   * Split a text into words to look for.
   * @param {string} text
   * @returns {Word[]}
   */
  words(text) {
    const found = tokens(text).slice(0, MOST_WORDS);
    const anyMarked = found.some((token) => marked(token.text));
    return found.map(({ text: typed, joined }) => {
      const [folded, spelling, isMarked] = [fold(typed, this.locale), exact(typed, this.locale), marked(typed)];
      const isStop = anyMarked ? this.isStop(spelling) : this.stopFolded.has(folded);
      const weight = anyMarked || !this.hasMarks ? STOP : STOP_UNMARKED;
      return { text: typed, folded, exact: spelling, marked: isMarked, stop: isStop, weight: isStop ? weight : 1, joined,
        open: false, near: new Map() };
    });
  }

  /**
   * Read what was typed.
   * @param {string} typed
   * @param {import("./index.js").SearchIndex} index
   * @returns {Wording[]} the words as typed first; none if nothing can be looked for
   */
  read(typed, index) {
    const text = clean(typed);
    const words = this.words(text);
    if (!words.length) return [];
    words[words.length - 1].open = /[\p{L}\p{N}]$/u.test(text);
    // A word that people are known to say, or an abbreviation, is not a slip of another word.
    const said = new Set(words.flatMap((_, at) => this.#places(words, at).flatMap(({ length }) => words.slice(at, at + length))));
    const written = this.#writtenOut(words.filter((word) => !said.has(word)), index);
    for (const [at, word] of words.entries()) {
      if (!said.has(word) && !written.has(word)) word.near = repairs(words, at, index);
    }
    return this.#rewordings(words, written);
  }

  /**
   * Return what abbreviations among the words may stand for.
   * @param {Word[]} words
   * @param {import("./index.js").SearchIndex} index
   * @returns {Map<Word, Other[]>}
   */
  #writtenOut(words, index) {
    const found = words.filter(({ text, folded }) => CAPITALS.test(text) || !index.has(folded)).map((word) => (
      { word, phrases: phrasesOf(word.text, index, (spelling) => this.isStop(spelling)) }
    ));
    return new Map(found.filter(({ phrases }) => phrases.length > 0).map(({ word, phrases }) => (
      [word, phrases.map((phrase) => ({ words: this.words(phrase), worth: WORTH_OF_INITIALS }))]
    )));
  }

  /**
   * Say it in other words: each known phrase may stay or be replaced, wherever it stands.
   * @param {Word[]} words
   * @param {Map<Word, Other[]>} written out abbreviations
   * @returns {Wording[]} the words as they are first
   */
  #rewordings(words, written) {
    /** For each place the wordings of what stands before it. @type {Wording[][]} */
    const before = Array.from({ length: words.length + 1 }, () => []);
    before[0] = [{ words: [], worth: 1 }];
    for (const [at, word] of words.entries()) {
      before[at].sort((a, b) => b.worth - a.worth).splice(MOST_WORDINGS);
      before[at + 1].push(...before[at].map((start) => ({ words: [...start.words, word], worth: start.worth })));
      for (const { length, others } of [...this.#places(words, at), { length: 1, others: written.get(word) ?? [] }]) {
        for (const other of others) {
          before[at + length].push(...before[at].map((start) => (
            { words: [...start.words, ...other.words], worth: start.worth * other.worth }
          )));
        }
      }
    }
    return before[words.length].sort((a, b) => b.worth - a.worth).slice(0, MOST_WORDINGS);
  }

  /**
   * Find the known phrases that stand at a place.
   * @param {Word[]} words
   * @param {number} at
   */
  #places(words, at) {
    return this.rewrites.filter((rewrite) => stands(rewrite.words, words, at))
      .map((rewrite) => ({ length: rewrite.words.length, others: rewrite.others }));
  }
}

/**
 * Return what it is worth to find one phrase of a group for another; pages do not use what people only say.
 * @param {{meant: boolean, short: boolean}} typed
 * @param {{meant: boolean, short: boolean}} other
 */
function worth(typed, other) {
  if (typed.short !== other.short && (typed.meant || other.meant)) return WORTH_OF_ABBREVIATION;
  if (!other.meant) return 0;
  return typed.meant ? WORTH_OF_ALIKE : WORTH_OF_MEANS;
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
    if (!word) return false;
    if (word.near.has(part.folded) || (word.marked ? word.exact === part.exact : word.folded === part.folded)) return true;
    // The last of several words may be on its way.
    return index > 0 && index === phrase.length - 1 && word.open && word.folded.length > 1 && part.folded.startsWith(word.folded);
  });
}
