// The rule of hub/model/scoring.py once more; both pass tests/vectors/scoring.json.

/**
 * max(0, right chosen / right - wrong chosen / wrong)
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
  // Sums of thirds may fall short by a hair.
  const reaches = (/** @type {number} */ percent) => result.points * 100 >= percent * maximum - 1e-9;
  result.passed = reaches(cut_score);
  const best = Math.max(...bands.map((band) => band.from_percent).filter(reaches));
  result.band = bands.find((band) => band.from_percent === best)?.text || "";
  return result;
}
