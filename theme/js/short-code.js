// The short code of a self-score, as hub/model/short_code.py makes it; both pass the same vectors.
const ALPHABET = "34679ACDEFGHJKMNPRTVWXY";
const SIGNS = 20;
const CHECKS = 2;
const VERSION = 1;
const Q = ALPHABET.length;
const BODY = SIGNS - CHECKS - 1;
const LIKE = /(?<![A-Za-z0-9])[A-Za-z0-9]{4}(?:[-\u2010-\u2015.\s]{1,3}[A-Za-z0-9]{4}){4}(?![A-Za-z0-9])/g;

/**
 * @typedef {{criteria: string, group: string, maxima: number[]}} Known
 * @typedef {{criteria: string, group: string, points: (number | null)[], random: number}} Declaration
 */

/** A code that cannot be read: reason is length, sign, check, version, foreign. */
export class CodeError extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @type {Map<string, number>} */
const hashes = new Map();

/** @param {string} name */
export function nameHash(name) {
  const known = hashes.get(name);
  if (known !== undefined) return known;
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  const hash = (value ^ (value >>> 8) ^ (value >>> 16) ^ (value >>> 24)) & 0xff;
  hashes.set(name, hash);
  return hash;
}

/** @param {number[]} maxima */
export function randomSpace(maxima) {
  const used = maxima.reduce((product, most) => product * BigInt(most + 2), 65536n);
  return Math.min(Number(BigInt(Q) ** BigInt(BODY) / used), 2 ** 40);
}

/** @param {number} value */
const mod = (value) => ((value % Q) + Q) % Q;

/** @param {number} value */
function inverse(value) {
  for (let other = 1; other < Q; other++) if (mod(value * other) === 1) return other;
  throw new RangeError(`${value} has no inverse`);
}

/** @param {number[]} digits */
function checks(digits) {
  let first = 0;
  let second = 0;
  digits.forEach((digit, at) => {
    first += (at + 1) * digit;
    second += (at + 1) ** 2 * digit;
  });
  const b = digits.length + CHECKS;
  const a = b - 1;
  const y = mod((a * first - second) * inverse(mod(b * b - a * b)));
  return [mod((-first - b * y) * inverse(mod(a))), y];
}

/**
 * @param {Declaration} said
 * @param {Known} known
 */
export function encode(said, known) {
  const space = randomSpace(known.maxima);
  if (said.points.length !== known.maxima.length || said.random < 0 || said.random >= space)
    throw new RangeError("points or random number do not fit the criteria set");
  let number = BigInt(nameHash(known.criteria) * 256 + nameHash(known.group));
  said.points.forEach((value, at) => {
    const most = known.maxima[at];
    if (value !== null && !(value >= 0 && value <= most)) throw new RangeError(`${value} points of ${most}`);
    number = number * BigInt(most + 2) + BigInt(value === null ? 0 : value + 1);
  });
  number = number * BigInt(space) + BigInt(said.random);
  const digits = [];
  for (let at = 0; at < BODY; at++) {
    digits.unshift(Number(number % BigInt(Q)));
    number /= BigInt(Q);
  }
  const body = [VERSION, ...digits];
  const signs = [...body, ...checks(body)].map((digit) => ALPHABET[digit]).join("");
  return /** @type {string[]} */ (signs.match(/.{4}/g)).join("-");
}

/**
 * @param {string} code
 * @param {Known[]} known
 * @returns {Declaration}
 */
export function decode(code, known) {
  const signs = code.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
  if (signs.length !== SIGNS) throw new CodeError("length");
  const digits = [...signs].map((sign) => ALPHABET.indexOf(sign));
  if (digits.includes(-1)) throw new CodeError("sign");
  const expected = checks(digits.slice(0, -CHECKS));
  if (expected.some((digit, at) => digit !== digits[SIGNS - CHECKS + at])) throw new CodeError("check");
  if (digits[0] !== VERSION) throw new CodeError("version");
  const number = digits.slice(1, -CHECKS).reduce((value, digit) => value * BigInt(Q) + BigInt(digit), 0n);
  // Groups of one set have the same maxima: what these take apart is taken apart once.
  /** @type {Map<string, ReturnType<typeof takeApart>>} */
  const apart = new Map();
  for (const { criteria, group, maxima } of known) {
    const key = maxima.join();
    const { points, random, rest } = apart.get(key) ?? takeApart(number, maxima);
    apart.set(key, { points, random, rest });
    if (rest === BigInt(nameHash(criteria) * 256 + nameHash(group))) return { criteria, group, points, random };
  }
  throw new CodeError("foreign");
}

/**
 * @param {bigint} number
 * @param {number[]} maxima
 * @returns {{points: (number | null)[], random: number, rest: bigint}} rest: the names of set and group
 */
function takeApart(number, maxima) {
  const space = BigInt(randomSpace(maxima));
  const random = Number(number % space);
  let rest = number / space;
  /** @type {(number | null)[]} */
  const points = [];
  for (const most of [...maxima].reverse()) {
    const value = Number(rest % BigInt(most + 2));
    rest /= BigInt(most + 2);
    points.unshift(value ? value - 1 : null);
  }
  return { points, random, rest };
}

/**
 * Everything in a text that has the form of a code, broken ones too.
 * @param {string} text
 */
export function findCodes(text) {
  return text.match(LIKE) ?? [];
}

/** A random number for a new code. @param {number[]} maxima */
export function drawRandom(maxima) {
  const space = randomSpace(maxima);
  const words = crypto.getRandomValues(new Uint32Array(2));
  return Number((BigInt(words[0]) * 4294967296n + BigInt(words[1])) % BigInt(space));
}
