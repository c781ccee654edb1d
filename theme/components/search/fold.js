// From text to the terms that are searched. hub/search/fold.py does the same when the index is built.

/** The five tone marks, numbered as the VNI keyboard numbers them. */
const TONES = new Map([["\u0301", "1"], ["\u0300", "2"], ["\u0309", "3"], ["\u0303", "4"], ["\u0323", "5"]]);
/** @type {Record<string, string>} */
const SPLIT_LETTERS = { đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", ø: "o", ł: "l" };
/** `ký` and `kí`, `tỷ` and `tỉ`, `quý` and `quí`: two ways to write one syllable of Vietnamese. */
const FINAL_Y = /^([hklmst]|qu)y(?=\d?$)/;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const TOKEN = /\d{1,3}(?:[.,]\d{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu;
const BREAK = /[,;:!?()[\]{}…|•\n]|\.\s/;

/**
 * @typedef {object} Token one word of a text
 * @property {string} text as written
 * @property {number} start where it stands in the text
 * @property {boolean} joined whether it follows the word before it without a break of meaning
 */

/**
 * Compose letters (NFC) and drop invisible characters.
 * @param {string} text
 */
export function normalise(text) {
  return text.normalize("NFC").replace(INVISIBLE, "");
}

/**
 * Split normalised text into words; grouped digits (`1.431`) are one word.
 * @param {string} text
 * @returns {Token[]}
 */
export function tokens(text) {
  /** @type {Token[]} */
  const found = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index ?? 0;
    found.push({ text: match[0], start, joined: found.length > 0 && !BREAK.test(text.slice(end, start)) });
    end = start + match[0].length;
  }
  return found;
}

/**
 * Return a word without case, tones and marks; in English without the plural ending too, else with `ky` as `ki`.
 * @param {string} word
 * @param {string} locale
 */
export function fold(word, locale) {
  const bare = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
    .replace(/[đðıßæøł]/g, (letter) => SPLIT_LETTERS[letter]).replace(/(\d)[.,](?=\d)/g, "$1");
  return locale === "en" ? singular(bare) : bare.replace(FINAL_Y, "$1i");
}

/**
 * Return a word's spelling with its tone moved to the end, so that `hòa` and `hoà` are one.
 * @param {string} word
 * @param {string} locale
 */
export function exact(word, locale) {
  let tone = "";
  let letters = "";
  for (const letter of word.toLowerCase().normalize("NFD")) {
    const number = TONES.get(letter);
    if (number) tone = number;
    else letters += letter;
  }
  const spelling = letters.normalize("NFC") + tone;
  return "=" + (locale === "en" ? singular(spelling) : spelling.replace(FINAL_Y, "$1i"));
}

/**
 * Say whether a word is written with any mark.
 * @param {string} word
 */
export function marked(word) {
  return /[\p{M}đ]/u.test(word.toLowerCase().normalize("NFD"));
}

/** @param {string} word */
function singular(word) {
  if (word.length > 4 && word.endsWith("ies")) return word.slice(0, -3) + "y";
  if (word.length > 4 && /(ss|x|zz|ch|sh)es$/.test(word)) return word.slice(0, word.endsWith("zzes") ? -3 : -2);
  if (word.length > 3 && /s$/.test(word) && !/(ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}
