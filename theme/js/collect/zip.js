// A zip archive of anyone's, opened without trusting a word it says: so many files, so many bytes, no archive within.

const MOST_FILES = 20_000;
const MOST_FILE = 1_000_000;
const MOST_BYTES = 400_000_000;
/** Small, because all that a piece inflates to, a thousand times as much, is in memory before it can be looked at. */
const CHUNK = 1 << 14;
const READ = /\.(json|txt)$/i;
/** The record at an archive's end; a comment of up to 64 kB may follow it. */
const END = [0x50, 0x4b, 0x05, 0x06];
const TAIL = 65_557;
const HIDDEN = /(^|\/)(\.|__MACOSX\/)/;

/** Compressed bytes up to which a member is inflated in one go: the stream's own buffers are larger than most sheets. */
const SMALL = 1 << 14;

export const LIMITS = { files: MOST_FILES, file: MOST_FILE, bytes: MOST_BYTES };

/** Give the browser time to draw and to hear a click. */
export const pause = () => new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    done(undefined);
  };
  channel.port2.postMessage(null);
});

/**
 * Read an archive file by file.
 * @param {{size: number, slice(from: number, to: number): {arrayBuffer(): Promise<ArrayBuffer>}}} blob
 * @param {typeof import("fflate")} library
 * @param {(name: string, text: string | null, reason: string) => void} onFile a file's text, or why it is left out
 * @param {{signal?: AbortSignal, limits?: typeof LIMITS, onProgress?: (share: number) => void}} [options]
 * @returns {Promise<string>} why the archive was not read to its end: broken, many_files, many_bytes; empty: it was
 */
export async function readZip(blob, library, onFile, { signal, limits = LIMITS, onProgress } = {}) {
  let [files, bytes, stopped] = [0, 0, ""];
  let open = 0;
  const unzip = new library.Unzip((file) => {
    const { name } = file;
    if (stopped || name.endsWith("/") || HIDDEN.test(name)) return;
    files += 1;
    if (files > limits.files) {
      stopped = "many_files";
      return;
    }
    if (!READ.test(name)) return onFile(name, null, /\.zip$/i.test(name) ? "zip_in_zip" : "ending");
    /** @type {Uint8Array[]} */
    const parts = [];
    let [length, done] = [0, false];
    const end = (/** @type {string | null} */ text, /** @type {string} */ reason) => {
      if (done) return;
      done = true;
      open -= 1;
      onFile(name, text, reason);
    };
    open += 1;
    file.ondata = (error, data, final) => {
      // What is inflated counts even when it is thrown away: fflate goes on to the end of what it was given.
      bytes += data?.length ?? 0;
      if (bytes > limits.bytes) stopped = "many_bytes";
      if (done) return;
      if (error) return end(null, "broken");
      length += data.length;
      if (length > limits.file || stopped) {
        file.terminate();
        parts.length = 0;
        return end(null, "large");
      }
      parts.push(data);
      if (final) end(new TextDecoder().decode(joined(parts, length)), "");
    };
    file.start();
  });
  unzip.register(inflater(library));
  try {
    for (let at = 0; at < blob.size && !stopped; at += CHUNK) {
      signal?.throwIfAborted();
      const data = new Uint8Array(await blob.slice(at, at + CHUNK).arrayBuffer());
      unzip.push(data, at + CHUNK >= blob.size);
      onProgress?.(Math.min(1, (at + CHUNK) / blob.size));
      await pause();
    }
  } catch (error) {
    if (signal?.aborted) throw error;
    stopped ||= "broken";
  }
  if (!stopped && (open > 0 || !files || !(await hasEnd(blob)))) stopped = "broken";
  return stopped;
}

/**
 * A decoder that inflates small members at once and streams the others.
 * @param {typeof import("fflate")} library
 * @returns {import("fflate").UnzipDecoderConstructor}
 */
function inflater(library) {
  return class {
    static compression = 8;

    /** @type {import("fflate").AsyncFlateStreamHandler} */
    ondata = () => {};

    /**
     * @param {string} _name
     * @param {number} [_size]
     * @param {number} [original] what the archive says the member inflates to
     */
    constructor(_name, _size, original) {
      this.original = original;
      /** @type {Uint8Array[]} */
      this.parts = [];
      this.length = 0;
      /** @type {import("fflate").UnzipInflate | null} */
      this.stream = null;
    }

    /**
     * @param {Uint8Array} data
     * @param {boolean} final
     */
    push(data, final) {
      if (this.stream) return this.stream.push(data, final);
      this.parts.push(data.slice());
      this.length += data.length;
      if (this.length > SMALL) {
        this.stream = new library.UnzipInflate();
        this.stream.ondata = this.ondata;
        this.stream.push(joined(this.parts, this.length), final);
        this.parts = [];
      } else if (final) this.inflate();
    }

    inflate() {
      let data;
      try {
        data = inflated(joined(this.parts, this.length), this.original, library);
      } catch (error) {
        return this.ondata(/** @type {any} */ (error), new Uint8Array(), true);
      }
      this.ondata(null, data, true);
    }
  };
}

/**
 * Inflate a small member. If it is as large as the archive says, no buffer is made that is larger.
 * @param {Uint8Array} data
 * @param {number | undefined} original
 * @param {typeof import("fflate")} library
 */
function inflated(data, original, library) {
  if (original !== undefined && original <= SMALL) {
    const found = library.inflateSync(data, { out: new Uint8Array(original + 1) });
    if (found.length === original) return found;
  }
  return library.inflateSync(data);
}

/**
 * Say whether an archive has its end: one cut between two files reads well as far as it goes.
 * @param {{size: number, slice(from: number, to: number): {arrayBuffer(): Promise<ArrayBuffer>}}} blob
 */
async function hasEnd(blob) {
  const tail = new Uint8Array(await blob.slice(Math.max(0, blob.size - TAIL), blob.size).arrayBuffer());
  for (let at = tail.length - END.length; at >= 0; at -= 1) if (END.every((sign, place) => tail[at + place] === sign)) return true;
  return false;
}

/**
 * @param {Uint8Array[]} parts
 * @param {number} length
 */
function joined(parts, length) {
  if (parts.length === 1) return parts[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
