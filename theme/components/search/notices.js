// How what was looked for differs from what was typed.
import { fill } from "./fill.js";
import { spelled } from "./suggest.js";

/**
 * Return what to say before the results: words not found, words found instead, words of the hub that were looked for.
 * @param {import("./rank.js").Hit} best
 * @param {import("./query.js").Word[]} unknown
 * @param {import("./query.js").Word[]} typed
 * @param {import("./index.js").SearchIndex} index
 * @param {Record<string, string>} says
 * @returns {string[]}
 */
export function notices(best, unknown, typed, index, says) {
  const lines = [];
  const words = best.slots.map(({ word }) => word);
  const other = words.filter((word) => !typed.includes(word));
  // That "UBND" was looked for where its words were typed need not be said.
  if (other.some(({ text }) => !/^\p{Lu}{2,}$/u.test(text))) {
    lines.push(fill(says.reworded, { words: quoted([words.map(({ text }) => text).join(" ")]) }));
  } else if (unknown.length && !other.length) {
    lines.push(fill(says.unknown, { words: quoted(unknown.map(({ text }) => text)) }));
  }
  for (const { word, terms } of best.repaired) {
    const near = terms.map((term) => term.split("_").map((part) => spelled(part, index)).join(" "));
    lines.push(fill(index.has(word.folded) ? says.near_too : says.near, { word: quoted([word.text]), words: quoted(near) }));
  }
  if (index.titlesOnly) lines.push(says.titles_only);
  return lines;
}

/** @param {string[]} words */
function quoted(words) {
  return words.map((word) => `“${word}”`).join(", ");
}
