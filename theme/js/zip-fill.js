// Fill the {{PLACES}} of an Office file that was built ahead: unzip, put text in, zip again. The contract stands in
// hub/documents/office/__init__.py. The zip library comes only when a file is made.
const DATE = "2000-01-01T00:00:00";
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const LISTED = /\{\{#?([A-Z0-9_]+)\.[A-Z0-9_]+\}\}/;
const BLOCKS = [/<w:tr[ >].*?<\/w:tr>/gs, /<row[ >].*?<\/row>/gs, /<w:p[ >].*?<\/w:p>/gs];
const PLACE = /<v>\{\{#([A-Z0-9_]+)(?:\.([A-Z0-9_]+))?\}\}<\/v>|\{\{([A-Z0-9_]+)(?:\.([A-Z0-9_]+))?\}\}/g;
const WORD_BREAK = '</w:t><w:br/><w:t xml:space="preserve">';

/** @typedef {string | number | null | undefined} Value */
/** @typedef {Record<string, Value>} Entry */
/** @typedef {Map<string, Value | Entry[]>} Values */

/**
 * Text as it may stand in XML: signs escaped, what XML cannot hold left out, lines kept.
 * @param {string} text
 */
export function xmlText(text, lineBreak = WORD_BREAK) {
  const legal = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
  const escaped = legal.replace(/[&<>"]/g, (sign) => ENTITIES[/** @type {keyof typeof ENTITIES} */ (sign)]);
  return escaped.replace(/\r\n?|\n/g, lineBreak);
}

/**
 * Fill a piece of XML in one pass, so that a place someone typed is not filled again.
 * @param {string} xml
 * @param {(list: string, field: string) => Value | Entry[]} value
 * @param {string} lineBreak
 */
const filled = (xml, value, lineBreak) =>
  xml.replace(PLACE, (_, numberName, numberField, name, field) => {
    const found = value(numberName ?? name, (numberName ? numberField : field) ?? "");
    if (numberName) return typeof found === "number" && Number.isFinite(found) ? `<v>${found}</v>` : "";
    return typeof found === "string" || typeof found === "number" ? xmlText(String(found), lineBreak) : "";
  });

/**
 * Put values into a part: a place without a value becomes empty, a row or paragraph of a list comes once an entry.
 * @param {string} xml
 * @param {Values} values
 */
export function fillXml(xml, values) {
  const lineBreak = xml.includes("<w:") ? WORD_BREAK : "&#10;";
  /** @type {string[]} blocks that are ready, kept aside until the single places are filled */
  const ready = [];
  const aside = (/** @type {string} */ block) => {
    const list = LISTED.exec(block)?.[1];
    if (!list) return block;
    const entries = values.get(list);
    const rows = Array.isArray(entries) ? entries : [];
    ready.push(rows.map((entry) => filled(block, (name, field) => (name === list && Object.hasOwn(entry, field) ? entry[field] : ""), lineBreak)).join(""));
    return `\uFFFF${ready.length - 1}\uFFFF`;
  };
  const open = BLOCKS.reduce((text, block) => text.replace(block, aside), xml);
  const whole = filled(open, (name) => values.get(name), lineBreak);
  return whole.replace(/\uFFFF(\d+)\uFFFF/g, (_, at) => ready[Number(at)]);
}

/** The library of zip files, as it is served. */
export const zipLibrary = () => /** @type {Promise<typeof import("fflate")>} */ (import(new URL("../fflate.mjs", import.meta.url).href));

/**
 * @param {Uint8Array} template
 * @param {Values} values
 * @param {string[]} parts the members of the archive that hold places
 * @returns {Promise<Uint8Array>} the same bytes for the same values
 */
export async function fillZip(template, values, parts = ["word/document.xml"]) {
  const { strFromU8, strToU8, unzipSync, zipSync } = await zipLibrary();
  const files = unzipSync(template);
  for (const part of parts) {
    if (!files[part]) throw new TypeError(`zip-fill expected a file with ${part}`);
    files[part] = strToU8(fillXml(strFromU8(files[part]), values));
  }
  return zipSync(files, { mtime: DATE, level: 6 });
}
