// Which sections answer a query best. A section's score is that of the wording that fits it best: the share of the
// words' weight that it holds, where a rare word weighs more than a common one (inverse document frequency, as in
// BM25), a title more than a text, and two neighbours found together more than two words apart.
import { exact, fold, tokens } from "./fold.js";
import { formsOf } from "./forms.js";

/** @type {Record<import("./index-lunr.js").Field, number>} */
const BOOST = { title: 3, keys: 2, text: 1, trail: 0.6 };
/** A page holds, weakly, what its sections hold: it answers best when no single section does. */
const BELOW = 0.4;
const SATURATION = 1;
const PAIR = 0.8;
const STOP = 0.12;
const STOP_UNMARKED = 0.35; // "tu" may be "từ" or "tự"
const TITLE_FITS = 0.5;
const LEAST_SHARE = 0.4;
/** @type {Record<string, number>} */
const KIND = { glossary: 1.08, quiz: 0.9, source: 0.6 };
/** Length of a text, in words, at which a word in it counts as much as BOOST says; a longer one says less about it. */
const USUAL_LENGTH = 60;

/**
 * @typedef {import("./query.js").Word} Word
 * @typedef {import("./query.js").Wording} Wording
 * @typedef {import("./index-lunr.js").SearchIndex} SearchIndex
 * @typedef {import("./index-lunr.js").Section} Section
 * @typedef {import("./index-lunr.js").Places} Places
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {import("./forms.js").Slot} Slot
 *
 * @typedef {object} Hit
 * @property {Section} section
 * @property {number} score
 * @property {Slot[]} slots the words it was found by
 * @property {Word[]} missing words of weight that it lacks
 * @property {{word: Word, terms: string[]}[]} repaired words that the index lacks, with what it has instead
 *
 * @typedef {object} Answer
 * @property {Hit[]} hits the best first
 * @property {Word[]} unknown words typed that no section has
 *
 * @typedef {{weight: number, strength: Map<number, number>}} Part a slot or pair: how well each section holds it
 */

/**
 * @param {Wording[]} wordings
 * @param {SearchIndex} index
 * @param {string} locale
 * @returns {Answer}
 */
export function rank(wordings, index, locale) {
  const formed = wordings.map((wording) => ({ wording, ...formsOf(wording, index) }));
  const terms = new Set(formed.flatMap(({ slots, pairs }) => [...slots, ...pairs].flatMap(({ forms }) => [...forms.keys()])));
  const places = index.find(terms);
  /** @type {Map<number, Hit>} */
  const best = new Map();
  for (const { wording, slots, pairs } of formed) {
    for (const hit of hitsOf(wording, slots, pairs, places, index, locale)) {
      if (hit.score > (best.get(hit.section.id)?.score ?? 0)) best.set(hit.section.id, hit);
    }
  }
  const hits = [...best.values()].sort((a, b) => b.score - a.score || a.section.id - b.section.id);
  const top = hits.length ? hits[0].score : 0;
  const unknown = formed.length ? formed[0].slots.filter((slot) => !slot.forms.size && !slot.word.stop).map((slot) => slot.word) : [];
  return { hits: hits.filter((hit) => hit.score >= top * LEAST_SHARE), unknown };
}

/**
 * @param {Wording} wording
 * @param {Slot[]} slots
 * @param {import("./forms.js").Pair[]} pairs
 * @param {Map<string, Places>} places
 * @param {SearchIndex} index
 * @param {string} locale
 * @returns {Hit[]}
 */
function hitsOf(wording, slots, pairs, places, index, locale) {
  const words = slots.map((slot) => part(slot.forms, stopFactor(slot.word), places, index));
  const both = pairs.map(({ left, right, forms }) => {
    const stops = slots[left].word.stop && slots[right].word.stop;
    return part(forms, PAIR * (stops ? STOP : 1), places, index);
  });
  const parts = [...words, ...both];
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (!whole) return [];
  const heaviest = Math.max(...words.map(({ weight }) => weight));
  const found = new Set(words.flatMap(({ strength }) => [...strength.keys()]));
  return [...found].map((id) => {
    const section = index.sections[id];
    const share = parts.reduce((sum, { weight, strength }) => sum + weight * saturated(strength.get(id) ?? 0), 0) / whole;
    const missing = slots.filter((slot, at) => !slot.word.stop && !words[at].strength.has(id) && words[at].weight > heaviest / 2);
    const score = wording.worth * share * (KIND[section.kind] ?? 1) * (1 + TITLE_FITS * titleFit(section, slots, locale));
    return { section, score, slots, missing: missing.map((slot) => slot.word), repaired: repaired(slots, places, id) };
  });
}

/**
 * Return what stands in a section for words that the index lacks as typed.
 * @param {Slot[]} slots
 * @param {Map<string, Places>} places
 * @param {number} id
 */
function repaired(slots, places, id) {
  return slots.filter((slot) => slot.repaired)
    .map(({ word, forms }) => ({ word, terms: [...forms.keys()].filter((term) => places.get(term)?.has(id)) }))
    .filter(({ terms }) => terms.length > 0);
}

/** @param {Word} word */
function stopFactor(word) {
  if (!word.stop) return 1;
  return word.marked ? STOP : STOP_UNMARKED;
}

/** @param {number} words */
function ofLength(words) {
  return 1 / (0.6 + (0.4 * Math.min(words, 4 * USUAL_LENGTH)) / USUAL_LENGTH);
}

/** @param {number} strength */
function saturated(strength) {
  return strength / (strength + SATURATION);
}

/**
 * @param {Forms} forms
 * @param {number} factor
 * @param {Map<string, Places>} places
 * @param {SearchIndex} index
 * @returns {Part}
 */
function part(forms, factor, places, index) {
  /** @type {Map<number, number>} */
  const strength = new Map();
  const proper = Math.max(0, ...forms.values()) * 0.8;
  const holders = new Set();
  for (const [term, worth] of forms) {
    for (const [id, fields] of places.get(term) ?? []) {
      const sum = worth * fields.reduce((total, field) => total + BOOST[field] * (field === "text" ? ofLength(index.sections[id].words) : 1), 0);
      strength.set(id, Math.max(sum, strength.get(id) ?? 0));
      if (worth >= proper) holders.add(id);
    }
  }
  raisePages(strength, index);
  const all = index.sections.length;
  return { weight: factor * Math.log(1 + (all - holders.size + 0.5) / (holders.size + 0.5)), strength };
}

/**
 * @param {Map<number, number>} strength
 * @param {SearchIndex} index
 */
function raisePages(strength, index) {
  /** @type {Map<number, number>} */
  const below = new Map();
  for (const [id, value] of strength) {
    const page = index.sections[id].page.id;
    if (page !== id) below.set(page, Math.max(Math.min(1, value), below.get(page) ?? 0));
  }
  for (const [page, value] of below) strength.set(page, (strength.get(page) ?? 0) + BELOW * value);
}

/**
 * Return how much of a section's title and of the query are the same words: 1 if they say the same.
 * @param {Section} section
 * @param {Slot[]} slots
 * @param {string} locale
 */
function titleFit(section, slots, locale) {
  const left = slots.map((slot) => slot);
  let shared = 0;
  let title = 0;
  for (const { text } of tokens(section.title)) {
    title += 1;
    const at = left.findIndex((slot) => slot.forms.has(exact(text, locale)) || slot.forms.has(fold(text, locale)));
    if (at < 0) continue;
    const [slot] = left.splice(at, 1);
    shared += slot.forms.get(exact(text, locale)) ?? slot.forms.get(fold(text, locale)) ?? 0;
  }
  const asked = left.reduce((sum, { word }) => sum + stopFactor(word), 0);
  return title ? shared / (title + asked) : 0;
}
