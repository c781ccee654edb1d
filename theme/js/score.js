// The rule of hub/model/scoring.py once more; both pass tests/vectors/scoring.json.

/**
 * Points for a set of chosen options: max(0, right chosen / right - wrong chosen / wrong).
 * @param {string[]} chosen
 * @param {string[]} key
 * @param {string[]} options
 */
export function scoreChoice(chosen, key, options) {
  const picked = [...new Set(chosen)];
  const unknown = picked.filter((id) => !options.includes(id));
  if (unknown.length || !key.length) throw new RangeError(`cannot score ${unknown} by key ${key}`);
  const right = picked.filter((id) => key.includes(id)).length;
  const wrong = options.length - key.length;
  return Math.max(0, right / key.length - (wrong && (picked.length - right) / wrong));
}

/**
 * Score a whole quiz; an item without a response counts 0.
 * @param {ScoredQuiz} quiz
 * @param {Record<string, string[]>} responses
 */
export function score({ cut_score, items, bands }, responses) {
  const maximum = items.length;
  /** @type {Result} */
  const result = { points: 0, maximum, passed: false, items: {}, objectives: {}, band: "" };
  for (const { id, objective, options, key } of items) {
    const chosen = responses[id] || [];
    const points = scoreChoice(chosen, key, options);
    const [got, of] = result.objectives[objective] || [0, 0];
    result.items[id] = { points, answered: chosen.length > 0 };
    result.objectives[objective] = [got + points, of + 1];
    result.points += points;
  }
  // sums of thirds may fall short by a hair
  const reached = ((result.points + 1e-9) * 100) / maximum;
  result.passed = reached >= cut_score;
  let best = -1;
  for (const { from_percent, text } of bands) {
    if (from_percent > best && from_percent <= reached) [best, result.band] = [from_percent, text];
  }
  return result;
}
