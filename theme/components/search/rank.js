// Which sections answer a query best. A section's score is that of the wording that fits it best: the share of the
// words' weight that it holds, where a rare word weighs more than a common one (inverse document frequency, as in
// BM25), a title more than a text, and two neighbours found together more than two words apart.
import { formsOf } from "./forms.js";

/** @type {Record<import("./index.js").Field, number>} */
const BOOST = { title: 3, keys: 2, text: 1, trail: 1 };
const PAIR = 0.8;
const VOUCHED = 0.45;
/** A page holds, weakly, what its sections hold: it answers best when no single section does. */
const BELOW = 0.4;
/** Length of a text, in words, at which a word in it counts as much as BOOST says; a longer one says less about it. */
const USUAL_LENGTH = 60;
const TITLE_FITS = 0.8;
/** Terms are explained first; a quiz asks what another page answers; a source is where one reads on, and
 * the pages for editors are for few. */
const KIND = /** @type {Record<string, number>} */ ({ glossary: 1.13, source: 0.4, editor: 0.4 });
const BY_NUMBER = 0.4;
const QUIZ_TEXT = 0.6;
/** What goes into the details of another page stands after it. */
const DETAIL = 0.75;
/** The first page of a part of the site is what a question in the words of its title is about. */
const FIRST_PAGE = 0.35;
/** How much it counts that words of weight are missing: 0 not at all, 1 as much as what is there. */
const LACK = 0.6;
/** How much of the fit of a title the fit of another name is worth. */
const OTHER_NAME = 0.85;
const STOP_IN_TITLE = 0.4;
/** How much it counts that a title says more than was asked. */
const UNASKED = 0.4;
/** Results below this share of the best one's score are chance, unless they hold every word. */
const LEAST = 0.4;
/** A word of less weight is surely one of little meaning. */
const SURE_STOP = 0.1;
/** A word held less than this is there by its letters only ("bạn" for "bán"). */
const HELD = 0.2;

/**
 * @typedef {import("./query.js").Word} Word
 * @typedef {import("./query.js").Wording} Wording
 * @typedef {import("./query.js").Language} Language
 * @typedef {import("./index.js").SearchIndex} SearchIndex
 * @typedef {import("./index.js").Section} Section
 * @typedef {import("./index.js").Places} Places
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {import("./forms.js").Slot} Slot
 *
 * @typedef {object} Hit
 * @property {Section} section
 * @property {number} score
 * @property {boolean} whole whether it holds every word of meaning
 * @property {Slot[]} slots the words it was found by
 * @property {Word[]} missing words of weight that it lacks, though others have them
 * @property {{word: Word, terms: string[]}[]} repaired words that it lacks, with what it has instead
 *
 * @typedef {object} Answer
 * @property {Hit[]} hits the best first
 * @property {Word[]} unknown words typed that no section has
 *
 * @typedef {object} Part a word, or two neighbours
 * @property {number} weight
 * @property {Map<number, number>} held how well each section holds it, 0 to 1
 */

/**
 * @param {Wording[]} wordings
 * @param {SearchIndex} index
 * @param {Language} language
 * @returns {Answer}
 */
export function rank(wordings, index, language) {
  const formed = wordings.map((wording) => ({ wording, ...formsOf(wording, index) }));
  const terms = new Set(formed.flatMap(({ slots, pairs }) => [...slots, ...pairs].flatMap(({ forms }) => [...forms.keys()])));
  const places = index.find(terms);
  /** @type {Map<number, Hit>} */
  const best = new Map();
  for (const { wording, slots, pairs } of formed) {
    for (const hit of hitsOf(wording, slots, pairs, places, index, language)) {
      if (hit.score > (best.get(hit.section.id)?.score ?? 0)) best.set(hit.section.id, hit);
    }
  }
  const hits = [...best.values()].sort((a, b) => b.score - a.score || a.section.id - b.section.id);
  const least = hits.length ? hits[0].score * LEAST : 0;
  const unknown = formed.length ? formed[0].slots.filter((slot) => !slot.forms.size && !slot.word.stop) : [];
  return { hits: hits.filter((hit) => hit.whole || hit.score >= least), unknown: unknown.map((slot) => slot.word) };
}

/**
 * @param {Wording} wording
 * @param {Slot[]} slots
 * @param {import("./forms.js").Pair[]} pairs
 * @param {Map<string, Places>} places
 * @param {SearchIndex} index
 * @param {Language} language
 * @returns {Hit[]}
 */
function hitsOf(wording, slots, pairs, places, index, language) {
  const words = slots.map((slot) => part(slot.forms, slot.word.weight, places, index));
  // Neighbours that stand together nowhere tell no section from another.
  const together = pairs.filter(({ forms }) => forms.size > 0).map(({ left, right, forms }) => (
    { left, right, part: part(forms, PAIR * slots[left].word.weight * slots[right].word.weight, places, index) }
  ));
  for (const { left, right, part: both } of together) for (const at of [left, right]) vouch(words[at], both);
  const parts = [...words, ...together.map(({ part: both }) => both)];
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const asked = words.reduce((sum, { weight }) => sum + weight, 0);
  const heaviest = Math.max(...words.filter((_, at) => slots[at].forms.size).map(({ weight }) => weight));
  const found = new Set(words.flatMap(({ held }) => [...held.keys()]));
  const meant = words.filter((_, at) => slots[at].word.weight > SURE_STOP && slots[at].forms.size > 0);
  const shares = [...found].map((id) => ({
    id,
    share: parts.reduce((sum, { weight, held }) => sum + weight * (held.get(id) ?? 0), 0) / whole,
    everyWord: meant.length > 0 && meant.every(({ held }) => (held.get(id) ?? 0) > HELD),
  }));
  const most = Math.max(...shares.map(({ share }) => share));
  // A name raises a score to twice what it is at most, so what is far behind need not be looked at.
  return shares.filter(({ share, everyWord }) => everyWord || share > (most * LEAST) / 2).map(({ id, share, everyWord }) => {
    const section = index.sections[id];
    const there = words.reduce((sum, { weight, held }) => sum + weight * Math.min(1, 2 * (held.get(id) ?? 0)), 0) / asked;
    const trail = index.trailTerms(section);
    const fit = Math.max(...index.names(section).map((name, at) => nameFit(name, trail, slots, words, language) * (at ? OTHER_NAME : 1)));
    return {
      section,
      whole: everyWord,
      score: wording.worth * share * (1 - LACK * (1 - there)) * standing(section, fit) * (1 + TITLE_FITS * fit),
      slots,
      missing: slots.filter((slot, at) => !slot.word.stop && slot.forms.size && !words[at].held.has(id) && words[at].weight > heaviest / 2)
        .map((slot) => slot.word),
      repaired: repaired(slots, places, id),
    };
  });
}

/**
 * @param {Section} section
 * @param {number} fit
 */
function standing(section, fit) {
  if (section.page.detail && section.page !== section) return DETAIL;
  // Who asks for a document by its number wants the document.
  if (section.kind === "source") return KIND.source + BY_NUMBER * fit;
  if (section.page !== section || section.kind === "editor") return KIND[section.kind] ?? 1;
  return section.above || !section.path ? 1 : 1 + FIRST_PAGE * fit;
}

/**
 * Return what stands in a section for words that it lacks as typed.
 * @param {Slot[]} slots
 * @param {Map<string, Places>} places
 * @param {number} id
 */
function repaired(slots, places, id) {
  return slots.filter(({ word }) => word.near.size).map(({ word, forms }) => (
    { word, terms: [...forms.keys()].filter((term) => places.get(term)?.has(id)) }
  )).filter(({ word, terms }) => terms.length > 0 && terms.every((term) => word.near.has(term)));
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
  const held = new Map();
  const proper = Math.max(0, ...forms.values()) * 0.8;
  const holders = new Set();
  for (const [term, worth] of forms) {
    for (const [id, fields] of places.get(term) ?? []) {
      held.set(id, Math.max(worth * strength(fields, index.sections[id]), held.get(id) ?? 0));
      if (worth >= proper) holders.add(id);
    }
  }
  raisePages(held, index);
  return { weight: factor * rarity(holders.size, index), held };
}

/**
 * Where a word stands beside its neighbour, its letters are enough: "hoc tạp" there is "học tập".
 * @param {Part} word
 * @param {Part} both
 */
function vouch(word, both) {
  for (const [id, value] of both.held) {
    const own = word.held.get(id);
    if (own !== undefined && own < VOUCHED * value) word.held.set(id, VOUCHED * value);
  }
}

/**
 * @param {number} holders
 * @param {SearchIndex} index
 */
function rarity(holders, index) {
  return Math.log(1 + (Math.max(0, index.sections.length - holders) + 0.5) / (holders + 0.5));
}

/**
 * @param {import("./index.js").Field[]} fields
 * @param {Section} section
 */
function strength(fields, { words, kind }) {
  const ofText = (kind === "quiz" ? QUIZ_TEXT : 1) / (0.6 + (0.4 * Math.min(words, 4 * USUAL_LENGTH)) / USUAL_LENGTH);
  // Keywords are other names of what the title names, so they do not add to it.
  const named = Math.max(0, ...fields.filter((field) => field === "title" || field === "keys").map((field) => BOOST[field]));
  const sum = named + (fields.includes("text") ? BOOST.text * ofText : 0) + (fields.includes("trail") ? BOOST.trail : 0);
  return sum / (sum + 1);
}

/**
 * @param {Map<number, number>} held
 * @param {SearchIndex} index
 */
function raisePages(held, index) {
  /** @type {Map<number, number>} */
  const below = new Map();
  for (const [id, value] of held) {
    const page = index.sections[id].page.id;
    if (page !== id) below.set(page, Math.max(value, below.get(page) ?? 0));
  }
  for (const [page, value] of below) {
    const own = held.get(page) ?? 0;
    held.set(page, own + (1 - own) * BELOW * value);
  }
}

/**
 * Return how much a name and the query say the same, by weight (Tversky's index): 1 if they are the same words. What
 * the titles above say need not be said again.
 * @param {import("./index.js").NameTerm[]} name
 * @param {Set<string>} trail
 * @param {Slot[]} slots
 * @param {Part[]} words
 * @param {Language} language
 */
function nameFit(name, trail, slots, words, language) {
  const left = new Set(slots.keys());
  let [shared, unasked, untold] = [0, 0, 0];
  for (const { exact, folded, rarity: rare } of name) {
    const weight = rare * (language.isStop(exact) ? STOP_IN_TITLE : 1);
    const at = [...left].find((slot) => slots[slot].forms.has(exact) || slots[slot].forms.has(folded));
    if (at === undefined) unasked += weight;
    else {
      left.delete(at);
      const { word, forms } = slots[at];
      const alike = forms.get(exact) ?? forms.get(folded) ?? 0;
      shared += weight * alike;
      // "công nhận" is not what "công nhân" asks for.
      if (word.marked && forms.has(word.exact) && !forms.has(exact)) untold += words[at].weight * (1 - alike);
    }
  }
  for (const at of left) if (![...slots[at].forms.keys()].some((term) => trail.has(term))) untold += words[at].weight;
  return shared && shared / (shared + UNASKED * unasked + untold);
}
