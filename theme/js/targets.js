// From today's figures to the people needed each year, hamlet by hamlet. The same rule as hub/model/targets.py; both
// pass the same vectors. Within the bounds all products stay exact.
export const MOST_PEOPLE = 1_000_000;
export const MOST_ROWS = 200;

/**
 * @typedef {{base: number | null, reached: number | null}} Count null: not known, which is not 0
 * @typedef {{state: "counted" | "nobody" | "unknown", goal: number, missing: number, share: number | null,
 *   years: number[]}} Row share: tenths of a percent, rounded down
 * @typedef {{rows: Row[], total: Row, base: number, reached: number}} Road
 */

const sum = (/** @type {number[]} */ values) => values.reduce((all, value) => all + value, 0);
const without = (/** @type {Row["state"]} */ state) => ({ state, goal: 0, missing: 0, share: null, years: [] });

/**
 * A share in tenths of a percent, rounded down; null where the base is unknown or nobody.
 * @param {number | null} base
 * @param {number | null} reached
 */
export const share = (base, reached) => (base && reached !== null ? Math.floor((reached * 1000) / base) : null);

/**
 * @param {Count[]} counts
 * @param {number} percent of the people that count
 * @param {number} years how many are left
 * @returns {Road}
 */
export function road(counts, percent, years) {
  const isCounted = (/** @type {Count} */ { base, reached }) => base !== null && reached !== null && base > 0;
  const known = /** @type {{base: number, reached: number}[]} */ (counts.filter(isCounted));
  const base = sum(known.map((one) => one.base));
  const reached = sum(known.map((one) => one.reached));
  const goals = shareOut(known, Math.ceil((base * Math.round(percent * 100)) / 10_000));
  const missing = goals.map((goal, at) => goal - known[at].reached);
  const spread = spreadOut(missing, years);
  let next = 0;
  const rows = counts.map((count) => {
    if (!isCounted(count)) return without(count.base === 0 && count.reached !== null ? "nobody" : "unknown");
    const at = next++;
    return row(goals[at], missing[at], share(count.base, count.reached), spread[at]);
  });
  const byYear = Array.from({ length: years }, (_, year) => sum(spread.map((one) => one[year])));
  const total = known.length ? row(sum(goals), sum(missing), share(base, reached), byYear) : without("unknown");
  return { rows, total, base, reached };
}

/**
 * @param {number} goal
 * @param {number} missing
 * @param {number | null} share
 * @param {number[]} years
 * @returns {Row}
 */
const row = (goal, missing, share, years) => ({ state: "counted", goal, missing, share, years });

/**
 * Share out the people wanted: by people counted, nobody below what they have, largest remainders first.
 * @param {{base: number, reached: number}[]} known
 * @param {number} wanted
 */
function shareOut(known, wanted) {
  const ahead = known.map(
    (one) => sum(known.map((other) => Math.max(other.reached * one.base, one.reached * other.base))) >= wanted * one.base,
  );
  const left = wanted - sum(known.map(({ reached }, at) => (ahead[at] ? reached : 0)));
  const among = sum(known.map(({ base }, at) => (ahead[at] ? 0 : base)));
  const rests = known.map(({ base }, at) => (ahead[at] ? 0 : (left * base) % among));
  const goals = known.map(({ base, reached }, at) => (ahead[at] ? reached : (left * base - rests[at]) / among));
  const extra = Math.max(wanted - sum(goals), 0);
  const open = known.map((_, at) => at).filter((at) => !ahead[at]);
  for (const at of open.sort((a, b) => rests[b] - rests[a]).slice(0, extra)) goals[at] += 1;
  return goals;
}

/**
 * Spread each hamlet's people over the years so that the years' sums differ by one at most, more coming first.
 * @param {number[]} missing
 * @param {number} years
 */
function spreadOut(missing, years) {
  let place = 0;
  return missing.map((people) => {
    const rest = years ? people % years : 0;
    const start = place;
    place += rest;
    return Array.from({ length: years }, (_, year) => {
      const turn = (((year - start) % years) + years) % years;
      return (people - rest) / years + (turn < rest ? 1 : 0);
    });
  });
}

/**
 * Read a number of people as it was typed: digits, with the locale's thousands sign or spaces between groups of three.
 * @param {string} text
 * @param {string} thousands "." in Vietnamese, "," in English
 * @returns {{value: number | null} | {problem: "negative" | "decimal" | "large" | "number"}} null: nothing typed
 */
export function readPeople(text, thousands) {
  const plain = text.normalize("NFKC").trim();
  if (!plain) return { value: null };
  const joined = plain.replace(/[ \u202f]/g, " ");
  const grouped = joined.split(joined.includes(" ") ? " " : thousands);
  const isGrouped = grouped.length > 1 && /^\d{1,3}$/.test(grouped[0]) && grouped.slice(1).every((part) => /^\d{3}$/.test(part));
  const digits = isGrouped ? grouped.join("") : joined;
  if (/^[-\u2212\u2013]\s?[\d.,]+$/.test(plain)) return { problem: "negative" };
  if (/^\d+$/.test(digits)) return Number(digits) > MOST_PEOPLE ? { problem: "large" } : { value: Number(digits) };
  return { problem: /^\d*[.,]\d*$/.test(plain) && /\d/.test(plain) ? "decimal" : "number" };
}
