// Abbreviations nobody listed: the first letters of words that stand together in a title.

const MOST = 3;
const LETTERS = /^\p{L}{3,7}$/u;
/** Capitals, or consonants alone: "họcc" is a slip, not an abbreviation. */
const ABBREVIATION = /^(?:\p{Lu}+|[^aeiouy]+)$/u;

/**
 * @typedef {import("./index.js").NameTerm} NameTerm
 */

/**
 * Return the phrases of titles whose words begin with the letters of an abbreviation, the most common first.
 * @param {string} typed `DHHT`, `dhht`, `GDĐT`
 * @param {import("./index.js").SearchIndex} index
 * @param {(spelling: string) => boolean} isStop
 * @returns {string[]} `dòng họ học tập`
 */
export function phrasesOf(typed, index, isStop) {
  if (!LETTERS.test(typed) || !ABBREVIATION.test(typed.normalize("NFD").replace(/\p{M}/gu, ""))) return [];
  const letters = [...typed.toLowerCase()];
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const section of index.sections) {
    const [title] = index.names(section);
    // "GDĐT" is "giáo dục và đào tạo": words of little meaning lend no letter, or do.
    for (const words of [title, title.filter((word) => !isStop(word.exact))]) {
      for (let from = 0; from + letters.length <= words.length; from += 1) {
        const phrase = words.slice(from, from + letters.length);
        if (phrase.slice(1).some((word) => !word.joined) || !letters.every((letter, at) => begins(phrase[at], letter))) continue;
        const text = phrase.map((word) => word.text.toLowerCase()).join(" ");
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([text]) => text);
}

/**
 * Say whether a word begins with a letter: "d" may stand for "đ", not the other way round.
 * @param {NameTerm} word
 * @param {string} letter
 */
function begins(word, letter) {
  const first = word.text.toLowerCase().normalize("NFD")[0];
  const asked = letter.normalize("NFD")[0];
  return first === asked || (asked === "d" && first === "đ");
}
