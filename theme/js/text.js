/**
 * Fill the {places} of a sentence. Numbers are rounded down, so nothing short of a mark is shown as reaching it.
 * @param {Record<string, number | string>} values
 */
export const fill = (sentence = "", values, sign = ".") =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "string" ? value : String(Math.floor(value * 100 + 1e-6) / 100).replace(".", sign);
  });
