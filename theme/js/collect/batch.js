// Many files at once: loose ones and archives, in any order, with progress, until someone cancels.
import { MOST_FILE, readJson, readText } from "./read.js";
import { pause, readZip } from "./zip.js";

/** @typedef {import("./entries.js").Known} Known */
/** @typedef {import("./entries.js").Reading} Reading */

const AT_ONCE = 16;
const ZIP = /\.zip$/i;
const TEXT = /\.txt$/i;
const JSON_ = /\.json$/i;

/**
 * Read files; each file, and each code in a text, is told once.
 * @param {Iterable<File>} files
 * @param {Known} known
 * @param {object} options
 * @param {() => Promise<typeof import("fflate")>} options.library comes when the first archive does
 * @param {(name: string, reading: Reading) => void} options.onRead
 * @param {(done: number, of: number) => void} [options.onProgress]
 * @param {AbortSignal} [options.signal]
 */
export async function readAll(files, known, { library, onRead, onProgress, signal }) {
  const all = [...files];
  const archives = all.filter(({ name }) => ZIP.test(name));
  const loose = all.filter(({ name }) => !ZIP.test(name));
  const of = all.length;
  let done = 0;
  for (let at = 0; at < loose.length; at += AT_ONCE) {
    signal?.throwIfAborted();
    const group = loose.slice(at, at + AT_ONCE);
    const texts = await Promise.all(group.map((file) => (isRead(file) ? file.text().catch(() => null) : "")));
    group.forEach((file, place) => readOne(file.name, texts[place], isRead(file) ? "" : reasonOf(file), known, onRead));
    onProgress?.((done += group.length), of);
    await pause();
  }
  for (const archive of archives) {
    signal?.throwIfAborted();
    const before = done;
    const reason = await readZip(archive, await library(), (name, text, why) => readOne(name, text, why, known, onRead), {
      signal,
      onProgress: (share) => onProgress?.(before + share, of),
    }).catch((error) => {
      if (signal?.aborted) throw error;
      return "broken";
    });
    if (reason) onRead(archive.name, { kind: reason === "broken" ? "broken" : "large", reason: `zip_${reason}` });
    onProgress?.((done += 1), of);
  }
}

/** @param {File} file */
const isRead = ({ name, size }) => (JSON_.test(name) || TEXT.test(name)) && size <= MOST_FILE;

/** @param {File} file */
const reasonOf = ({ size }) => (size > MOST_FILE ? "large" : "ending");

/**
 * @param {string} path
 * @param {string | null} text
 * @param {string} reason why there is no text
 * @param {Known} known
 * @param {(name: string, reading: Reading) => void} onRead
 */
function readOne(path, text, reason, known, onRead) {
  const name = path.split("/").pop() || path;
  if (reason) return onRead(name, { kind: reason === "large" ? "large" : reason === "broken" ? "broken" : "skipped", reason });
  if (text === null) return onRead(name, { kind: "broken", reason: "unreadable" });
  if (!TEXT.test(name)) return onRead(name, readJson(text, known));
  // Some chat programs give files another ending.
  const file = text.trimStart().startsWith("{") ? readJson(text, known) : null;
  if (file && file.reason !== "json") return onRead(name, file);
  const found = readText(text, known);
  if (!found.length) onRead(name, { kind: "skipped", reason: "no_code" });
  for (const reading of found) onRead(reading.found ? `${name}: ${reading.found}` : name, reading);
}
