/**
 * Put values in the {places} of a sentence.
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/**
 * Two digits at most, rounded down: what falls short of a mark is not shown as having reached it.
 * @param {number} value
 * @param {string} sign
 */
export const decimal = (value, sign) => String(Math.floor(value * 100 + 1e-6) / 100).replace(".", sign);
