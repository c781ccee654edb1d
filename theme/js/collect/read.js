// A file's text or a pasted chat -> entries. Of a person's file only group, points and random number are taken; of a
// chat only the codes. Nothing else is kept, and nothing that was read becomes a key of an object.
import { CodeError, decode, encode } from "../short-code.js";

/** @typedef {import("./entries.js").Known} Known */
/** @typedef {import("./entries.js").Reading} Reading */

export const MOST_FILE = 1_000_000;
export const MOST_TEXT = 500_000;
const FORMAT = "hub-self-check";
const VERSION = 1;
const MOST_RANDOM = 2 ** 40;
/** Twenty signs in a row, as some type a code. */
const RUN = /^[A-Za-z0-9]{20}$/;
const FOUR = /^[A-Za-z0-9]{4}$/;
const PARTS = 5;
/** What may stand between two groups of a code. */
const GAP = /^(?:[-\u2010-\u2015.\s]{1,3})$/;
/** Reasons of short-code.js -> what became of it. */
const KINDS = new Map([["version", "newer"], ["foreign", "foreign"]]);

/**
 * @param {import("./entries.js").Kind} kind
 * @param {string} reason
 * @returns {Reading}
 */
const refused = (kind, reason) => ({ kind, reason });

/**
 * Read a code.
 * @param {string} text
 * @param {Known} known
 * @returns {Reading}
 */
export function readCode(text, known) {
  if (!known.codes.length) return refused("foreign", "no_codes");
  try {
    const said = decode(text, known.codes);
    const code = /** @type {string[]} */ (text.replace(/[^A-Za-z0-9]/g, "").toUpperCase().match(/.{4}/g)).join("-");
    return { kind: "taken", reason: "", entry: { code, group: said.group, points: said.points, random: said.random } };
  } catch (error) {
    const reason = error instanceof CodeError ? error.reason : "sign";
    return refused(/** @type {import("./entries.js").Kind} */ (KINDS.get(reason) ?? "broken"), reason);
  }
}

/**
 * Read the text of one file: a saved self-score, or a sheet to send.
 * @param {string} text
 * @param {Known} known
 * @returns {Reading}
 */
export function readJson(text, known) {
  if (text.length > MOST_FILE) return refused("large", "large");
  let value;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return refused("broken", "json");
  }
  const { format, version, kind, code } = Object(value);
  if (format !== FORMAT) return refused("foreign", "format");
  if (!Number.isInteger(version) || version < 1) return refused("broken", "shape");
  if (version > VERSION) return refused("newer", "file_version");
  if (kind === "sheet") return typeof code === "string" ? readCode(code, known) : refused("broken", "shape");
  if (kind !== "full" || !Array.isArray(value.answers)) return refused("broken", "shape");
  return readFull(value, known);
}

/**
 * @param {{set: unknown, group: unknown, answers: unknown[], random: unknown}} value
 * @param {Known} known
 * @returns {Reading}
 */
function readFull({ set, group, answers, random }, known) {
  if (set !== known.set) return refused("foreign", "set");
  if (typeof group !== "string" || !known.groups.includes(group)) return refused("foreign", "group");
  /** @type {Map<unknown, any>} */
  const given = new Map(answers.slice(0, 200).map((one) => [Object(one).indicator, Object(one)]));
  const hashes = known.hashes?.get(group);
  const points = known.ids.map((id, at) => {
    const { points: value, hash } = Object(given.get(id));
    // Points given to other words wait on the person's device to be looked at; here they are no answer either.
    const asked = !hashes || typeof hash !== "string" || hash === hashes[at];
    return asked && isPoints(value, known.maxima[at]) ? value : null;
  });
  if (points.every((value) => value === null)) return refused("broken", "no_points");
  const coded = known.codes.find((one) => one.group === group && one.criteria === known.set);
  const entry = { code: "", group, points };
  if (coded && typeof random === "number" && Number.isInteger(random) && random >= 0 && random < MOST_RANDOM) {
    try {
      entry.code = encode({ criteria: known.set, group, points, random }, coded);
      return { kind: "taken", reason: "", entry: { ...entry, random } };
    } catch {
      // of another set: such a file has no code
    }
  }
  return { kind: "taken", reason: "", entry: { ...entry, same: sameAs(group, points) } };
}

/**
 * What tells apart files without a code.
 * @param {string} group
 * @param {(number | null)[]} points
 */
export const sameAs = (group, points) => JSON.stringify([group, points]);

/**
 * @param {unknown} value
 * @param {number | null} most
 * @returns {value is number}
 */
export const isPoints = (value, most) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= (most ?? 1e6);

/**
 * Find codes in a text, such as a copied chat; the rest of it is dropped.
 * @param {string} text
 * @param {Known} known
 * @returns {(Reading & {found: string})[]} each code found with what became of it
 */
export function readText(text, known) {
  if (text.length > MOST_TEXT) return [{ ...refused("large", "large_text"), found: "" }];
  /** @type {(Reading & {found: string})[]} */
  const found = [];
  const words = [...text.normalize("NFKC").matchAll(/[A-Za-z0-9]+/g)];
  for (let at = 0; at < words.length; at += 1) {
    const code = codeAt(words, at);
    if (!code) continue;
    const reading = { ...readCode(code, known), found: code };
    // Words of four letters before a code have the form of its first groups: what is no code here may begin further on.
    if (reading.kind !== "taken" && !RUN.test(code) && beginsWithin(words, at, known)) continue;
    if (reading.kind !== "taken" && !looksLikeCode(code)) continue;
    found.push(reading);
    if (!RUN.test(code)) at += PARTS - 1;
  }
  return found;
}

/**
 * @param {RegExpMatchArray[]} words
 * @param {number} at
 * @param {Known} known
 */
function beginsWithin(words, at, known) {
  for (let next = at + 1; next < at + PARTS; next += 1) {
    const code = codeAt(words, next);
    if (code && readCode(code, known).kind === "taken") return true;
  }
  return false;
}

/**
 * What has the form of a code from a word on: twenty signs, or five groups of four with little between them.
 * @param {RegExpMatchArray[]} words
 * @param {number} at
 */
function codeAt(words, at) {
  if (at < words.length && RUN.test(words[at][0])) return words[at][0];
  const group = words.slice(at, at + PARTS);
  const near = group.every((word, place) => {
    if (!FOUR.test(word[0])) return false;
    if (!place) return true;
    const before = group[place - 1];
    return GAP.test(String(word.input).slice(Number(before.index) + 4, word.index));
  });
  return near && group.length === PARTS ? group.map(([word]) => word).join("-") : "";
}

/**
 * Five words of four letters have the form of a code, and so has any name of twenty signs: what is no code and has no
 * figure, or signs that no code has, was not meant as one. Of right codes one in 140 has no figure.
 * @param {string} text
 */
const looksLikeCode = (text) => /\d/.test(text) && (!RUN.test(text) || !/[^A-Z0-9]/.test(text));
