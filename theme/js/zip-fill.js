// Fill the {{PLACES}} of an Office file that was built ahead: unzip, put text in, zip again. The contract stands in
// hub/documents/office/__init__.py. The zip library comes only when a file is made.
const DATE = "2000-01-01T00:00:00";
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const ROW = /<w:tr[ >](?:(?!<w:tr[ >]).)*?<\/w:tr>/gs;
const PARAGRAPH = /<w:p[ >](?:(?!<w:p[ >]).)*?<\/w:p>/gs;
const LISTED = /\{\{([A-Z0-9_]+)\.([A-Z0-9_]+)\}\}/g;

/** @typedef {Record<string, string>} Entry */
/** @typedef {Map<string, string | Entry[]>} Values */

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
 * Repeat a block that names a list for each of its entries.
 * @param {string} block
 * @param {Values} values
 */
function repeated(block, values) {
  const name = LISTED.exec(block)?.[1];
  LISTED.lastIndex = 0;
  if (!name) return block;
  const entries = values.get(name);
  const list = Array.isArray(entries) ? entries : [];
  return list.map((entry) => block.replace(LISTED, (_, _list, field) => xmlText(Object.hasOwn(entry, field) ? entry[field] : ""))).join("");
}

/**
 * Put values into a part; a place without a value becomes empty, a row or paragraph of a list comes once an entry.
 * @param {string} xml
 * @param {Values} values
 */
export function fillXml(xml, values) {
  const listed = xml.replace(ROW, (row) => repeated(row, values)).replace(PARAGRAPH, (block) => repeated(block, values));
  return listed.replace(/\{\{([A-Z0-9_]+)\}\}/g, (_, name) => {
    const value = values.get(name);
    return typeof value === "string" ? xmlText(value) : "";
  });
}

/** The library of zip files, as it is served. */
export const zipLibrary = () => /** @type {Promise<typeof import("fflate")>} */ (import(new URL("../fflate.mjs", import.meta.url).href));

/**
 * @param {Uint8Array} template
 * @param {Values} values
 * @param {string} part the member of the archive that holds the places
 * @returns {Promise<Uint8Array>} the same bytes for the same values
 */
export async function fillZip(template, values, part = "word/document.xml") {
  const { strFromU8, strToU8, unzipSync, zipSync } = await zipLibrary();
  const files = unzipSync(template);
  if (!files[part]) throw new TypeError(`zip-fill expected a file with ${part}`);
  files[part] = strToU8(fillXml(strFromU8(files[part]), values));
  return zipSync(files, { mtime: DATE, level: 6 });
}
