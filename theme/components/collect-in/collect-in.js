import { readAll } from "../../js/collect/batch.js";
import { readText } from "../../js/collect/read.js";
import { Piece } from "../../js/worksheet.js";
import { zipLibrary } from "../../js/zip-fill.js";

/** @typedef {import("../../js/collect/entries.js").Reading} Reading */

const SHOWN = 50;
const STEP = 500;
const OTHER = "another collection";

// Files, archives and pasted messages come in; what became of each is told.
export class CollectIn extends Piece {
  /** @param {import("../collect/collect.js").default} page */
  constructor(page) {
    super(page.part("in"), "collect-in", page.given);
    this.page = page;
    this.files = this.find("[data-part=files]", HTMLInputElement);
    this.label = this.find("[data-part=next-label]", HTMLInputElement);
    /** @type {AbortController | null} */
    this.reading = null;
    /** @type {[string, string][]} what is to be told of, with its reason */
    this.outcomes = [];
    this.shown = 0;
    this.files.addEventListener("change", () => this.open([...(this.files.files ?? [])]));
    const drop = this.part("drop");
    drop.addEventListener("dragover", (event) => event.preventDefault());
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      this.open([...(event.dataTransfer?.files ?? [])]);
    });
  }

  /** Begin a round: what was told of the last one goes. */
  begin() {
    this.outcomes = [];
    this.shown = 0;
    this.taken = 0;
    this.part("told").replaceChildren();
  }

  /**
   * @param {string} name
   * @param {Reading} reading
   */
  take(name, { kind, reason, entry }) {
    if (this.reading?.signal.aborted) return;
    if (kind !== "taken" || !entry) {
      this.outcomes.push([name, reason === "no_code" ? "no_code_text" : reason]);
      return;
    }
    const added = this.page.collection.add({ ...entry, label: this.label.value.trim() });
    if (added !== "duplicate") this.taken = (this.taken ?? 0) + 1;
    if (added !== "taken") this.outcomes.push([name, added]);
  }

  end(says = "") {
    const n = this.taken ?? 0;
    const parts = [says || this.say(n ? "taken" : "nothing", { n })];
    if (this.outcomes.length) parts.push(this.say("left_out", { n: this.outcomes.length }));
    this.part("outcomes").hidden = !this.outcomes.length;
    this.count();
    this.show(SHOWN);
    this.page.changed();
    this.page.tell(parts.join(" "));
  }

  /** @param {File[]} files */
  async open(files) {
    if (!files.length) return;
    if (this.reading) return this.page.tell(this.say("busy"));
    this.begin();
    this.reading = new AbortController();
    this.part("working").hidden = false;
    const bar = this.find("[data-part=progress]", HTMLProgressElement);
    const { signal } = this.reading;
    let says = "";
    try {
      await readAll(files, this.page.known, {
        library: zipLibrary,
        signal,
        onRead: (name, reading) => this.take(name, reading),
        onProgress: (done, of) => (bar.value = done / of),
      });
    } catch {
      says = this.say("stopped");
    }
    this.reading = null;
    this.part("working").hidden = true;
    this.files.value = "";
    if (signal.reason !== OTHER) this.end(says);
  }

  /** The collection is another one now: what is still being read belongs to none. */
  drop() {
    this.reading?.abort(OTHER);
  }

  cancel() {
    this.reading?.abort();
    this.files.focus();
  }

  // The words around the codes go as soon as the codes are found.
  findCodes() {
    const box = this.find("[data-part=paste]", HTMLTextAreaElement);
    this.begin();
    const found = readText(box.value, this.page.known);
    box.value = "";
    for (const reading of found) this.take(reading.found, reading);
    this.end(found.length ? "" : this.say("no_code"));
    box.focus();
  }

  more() {
    const first = this.shown;
    this.show(STEP);
    /** @type {HTMLElement | undefined} */ (this.part("told").children[first])?.focus();
  }

  /** Of many, say first how often each reason was met. */
  count() {
    /** @type {Map<string, number>} */
    const counts = new Map();
    if (this.outcomes.length > SHOWN) for (const [, reason] of this.outcomes) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    this.part("reasons").replaceChildren(
      ...[...counts].map(([reason, n]) => {
        const row = document.createElement("li");
        row.textContent = `${n} × ${this.say(`why_${reason}`)}`;
        return row;
      }),
    );
  }

  /** @param {number} count how many further outcomes to show */
  show(count) {
    const list = this.part("told");
    for (const [name, reason] of this.outcomes.slice(this.shown, this.shown + count)) {
      const row = document.createElement("li");
      row.tabIndex = -1;
      const title = document.createElement("b");
      title.textContent = name.slice(0, 120);
      row.append(title, " ", this.say(`why_${reason}`));
      list.append(row);
    }
    this.shown = Math.min(this.shown + count, this.outcomes.length);
    const left = this.outcomes.length - this.shown;
    this.part("more").hidden = !left;
    this.write("more", this.say("more", { n: left }));
  }

  /** @param {string[]} names */
  showLabels(names) {
    this.part("labels").replaceChildren(...names.filter(Boolean).map((name) => new Option(name, name)));
  }
}
