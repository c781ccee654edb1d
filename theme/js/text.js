/**
 * Fill the {places} of a sentence; numbers are rounded down, so nothing short of a mark is shown as reaching it.
 * @param {Record<string, number>} values
 */
export const fill = (sentence = "", values, sign = ".") =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => String(Math.floor(values[name] * 100 + 1e-6) / 100).replace(".", sign));
