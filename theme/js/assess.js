// Points -> what a self-score can say. The same rule as hub/model/assessment.py; both pass the same vectors.

/**
 * @typedef {"holds" | "fails" | "open" | "unknown"} Part
 * @typedef {{maxima: [string, number | null][], pass_mark: number | null, floor: number | null}} Rules
 * @typedef {{total: number, answered: number, total_part: Part, floor_part: Part,
 *   verdict: "may" | "not" | "open" | "unknown", below: string[], unanswered: string[],
 *   way_up: Record<string, number>}} Assessment
 */

/**
 * @param {Rules} rules
 * @param {Record<string, number | null | undefined>} points what is missing or null is unanswered
 * @returns {Assessment}
 */
export function assess(rules, points) {
  const names = rules.maxima.map(([name]) => name);
  const has = (/** @type {string} */ name) => Object.hasOwn(points, name) && points[name] != null;
  const unanswered = names.filter((name) => !has(name));
  /** @type {Map<string, number>} */
  const answers = new Map(names.filter(has).map((name) => [name, /** @type {number} */ (points[name])]));
  const total = sum(answers.values());
  const { floor } = rules;
  const below = floor === null ? [] : [...answers].filter(([, value]) => value < floor).map(([name]) => name);
  const total_part = totalPart(rules, total, unanswered);
  /** @type {Part} */
  const floor_part = floor === null ? "unknown" : below.length ? "fails" : unanswered.length ? "open" : "holds";
  const parts = [total_part, floor_part].filter((part) => part !== "unknown");
  const verdict = !parts.length ? "unknown" : parts.includes("fails") ? "not" : parts.includes("open") ? "open" : "may";
  const way_up = unanswered.length ? {} : wayUp(rules, answers);
  return { total, answered: answers.size, total_part, floor_part, verdict, below, unanswered, way_up };
}

/** @param {Iterable<number>} values */
function sum(values) {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/**
 * @param {Rules} rules
 * @param {number} total
 * @param {string[]} unanswered
 * @returns {Part}
 */
function totalPart({ maxima, pass_mark }, total, unanswered) {
  if (pass_mark === null) return "unknown";
  if (total >= pass_mark) return "holds";
  const room = maxima.filter(([name]) => unanswered.includes(name)).map(([, most]) => most ?? Infinity);
  return total + sum(room) >= pass_mark ? "open" : "fails";
}

/**
 * @param {Rules} rules
 * @param {Map<string, number>} answers
 */
function wayUp({ maxima, pass_mark, floor }, answers) {
  const reached = maxima.map(([name, most]) => Math.min(Math.max(answers.get(name) ?? 0, floor ?? 0), most ?? Infinity));
  for (let missing = (pass_mark ?? 0) - sum(reached); missing > 0; missing--) {
    let weakest = -1;
    maxima.forEach(([, most], at) => {
      if (reached[at] < (most ?? Infinity) && (weakest < 0 || reached[at] < reached[weakest])) weakest = at;
    });
    if (weakest < 0) break;
    reached[weakest] += 1;
  }
  /** @type {Record<string, number>} */
  const steps = {};
  maxima.forEach(([name], at) => {
    const more = reached[at] - (answers.get(name) ?? 0);
    if (more > 0) steps[name] = more;
  });
  return steps;
}
