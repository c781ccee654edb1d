// Fill the {{PLACES}} of an Office file that was built ahead: unzip, put text in, zip again. The zip library
// comes only when a file is made.
const PART = "word/document.xml";
const DATE = "2000-01-01T00:00:00";
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as it may stand in XML: signs escaped, what XML cannot hold left out, lines kept.
 * @param {string} text
 */
export function xmlText(text) {
  const legal = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
  const escaped = legal.replace(/[&<>"]/g, (sign) => ENTITIES[/** @type {keyof typeof ENTITIES} */ (sign)]);
  return escaped.replace(/\r\n?|\n/g, '</w:t><w:br/><w:t xml:space="preserve">');
}

/**
 * Put values into a part; a place without a value becomes empty.
 * @param {string} xml
 * @param {Map<string, string>} values
 */
export const fillXml = (xml, values) => xml.replace(/\{\{([A-Z0-9_]+)\}\}/g, (_, name) => xmlText(values.get(name) ?? ""));

/**
 * @param {Uint8Array} template
 * @param {Map<string, string>} values
 * @returns {Promise<Uint8Array>} the same bytes for the same values
 */
export async function fillZip(template, values) {
  const address = new URL("../fflate.mjs", import.meta.url).href;
  const { strFromU8, strToU8, unzipSync, zipSync } = /** @type {typeof import("fflate")} */ (await import(address));
  const files = unzipSync(template);
  if (!files[PART]) throw new TypeError(`zip-fill expected a file with ${PART}`);
  files[PART] = strToU8(fillXml(strFromU8(files[PART]), values));
  return zipSync(files, { mtime: DATE, level: 6 });
}
