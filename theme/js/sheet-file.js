// The two files of a self-score: "full" holds everything for oneself, "sheet" only the short code.
const FORMAT = "hub-self-check";
const VERSION = 1;
export const MOST_BYTES = 1_000_000;

/** A file that cannot be opened: reason is large, broken, foreign, newer, sheet. */
export class FileError extends Error {
  /** @param {string} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {ReturnType<import("./sheet.js").Sheet["save"]>} person */
export function fullFile({ id: _, ...person }) {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, kind: "full", ...person }, null, 1)}\n`;
}

/** @param {string} code */
export const sheetFile = (code) => `${JSON.stringify({ format: FORMAT, version: VERSION, kind: "sheet", code })}\n`;

/**
 * Take a file's text apart as far as its kind; what is in it is for Sheet.load to judge.
 * @param {string} text
 * @returns {any}
 */
export function readFull(text) {
  if (text.length > MOST_BYTES) throw new FileError("large");
  let value;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new FileError("broken");
  }
  const { format, version, kind } = Object(value);
  if (format !== FORMAT) throw new FileError("foreign");
  if (!Number.isInteger(version) || version < 1) throw new FileError("broken");
  if (version > VERSION) throw new FileError("newer");
  if (kind === "sheet") throw new FileError("sheet");
  if (kind !== "full" || !Array.isArray(value.answers)) throw new FileError("broken");
  return value;
}

/**
 * Read a chosen file, if it is not too large to be one of ours.
 * @param {{size: number, text(): Promise<string>}} file
 */
export async function readFile(file) {
  if (file.size > MOST_BYTES) throw new FileError("large");
  return readFull(await file.text());
}

/**
 * Hand a file to the browser to save.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function download(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
