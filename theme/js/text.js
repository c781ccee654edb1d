/**
 * Fill the {places} of a sentence. Numbers are rounded down: what falls short of a mark is not shown as reaching it.
 * @param {string} sentence
 * @param {Record<string, number>} values
 * @param {string} sign of decimals
 */
export const fill = (sentence, values, sign) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => String(Math.floor(values[name] * 100 + 1e-6) / 100).replace(".", sign));
