import { StateError, read, write } from "../../js/collect/state.js";
import { weakest } from "../../js/collect/totals.js";
import { day, today } from "../../js/day.js";
import { download } from "../../js/sheet-file.js";
import { Piece } from "../../js/worksheet.js";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// What goes away from the page, and the whole collection out and in again.
export class CollectOut extends Piece {
  /** @param {import("../collect/collect.js").default} page */
  constructor(page) {
    super(page.part("out"), "collect-out", page.given);
    this.page = page;
    this.file = this.find("[data-part=state]", HTMLInputElement);
    this.file.addEventListener("change", () => this.open());
    for (const name of /** @type {const} */ (["unit", "period"])) {
      this.input(name).addEventListener("input", () => {
        page[name] = this.input(name).value.trim();
        page.save();
      });
    }
    this.load();
  }

  /** @param {"unit" | "period"} name */
  input(name) {
    return this.find(`[data-part=${name}]`, HTMLInputElement);
  }

  load() {
    this.input("unit").value = this.page.unit;
    this.input("period").value = this.page.period;
  }

  /** What all exports are made of. */
  get values() {
    const { page } = this;
    const { found } = page.totals;
    return {
      unit: page.unit,
      period: page.period,
      date: day(today()),
      groups: page.given.groups,
      indicators: page.given.indicators,
      rules: page.given.rules,
      entries: [...page.collection],
      totals: found,
      weakest: weakest(found),
      targets: page.besides?.rows ?? [],
      compared: page.totals.comparison,
      says: page.given.says,
      decimal: page.given.decimal,
    };
  }

  fileName(ending = "") {
    return `tong-hop-${today()}.${ending}`;
  }

  /**
   * @param {"exportDocx" | "exportXlsx"} make
   * @param {string} address
   * @param {string} name
   * @param {string} type
   */
  async saveFilled(make, address, name, type) {
    try {
      const [exports, answer] = await Promise.all([import("../../js/collect/export.js"), fetch(address)]);
      if (!answer.ok) throw new Error(String(answer.status));
      const made = await exports[make](this.values, new Uint8Array(await answer.arrayBuffer()));
      download(name, /** @type {BlobPart} */ (made), type);
    } catch (error) {
      console.error(error);
      this.page.tell(this.say("no_template"));
    }
  }

  saveDocx() {
    return this.saveFilled("exportDocx", this.page.given.docx, this.fileName("docx").replace("tong-hop", "bao-cao"), DOCX);
  }

  saveXlsx() {
    return this.saveFilled("exportXlsx", this.page.given.xlsx, this.fileName("xlsx"), XLSX);
  }

  async saveCsv() {
    const { exportCsv } = await import("../../js/collect/export.js");
    download(this.fileName("csv"), exportCsv(this.values), "text/csv");
  }

  saveState() {
    download(this.fileName("json"), write(this.page.state, this.page.known), "application/json");
  }

  print() {
    window.print();
  }

  async open() {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const { page } = this;
    try {
      const { state, lost } = read(await file.text(), page.known);
      if (page.collection.size && !confirm(this.say("open_replace"))) return;
      page.load(state);
      page.changed();
      this.write("state-wrong", "");
      const gone = lost + state.entries.length - page.collection.size;
      page.tell(this.say(gone ? "opened_lost" : "opened", { n: page.collection.size, lost: gone }));
    } catch (error) {
      this.write("state-wrong", this.say(`file_${error instanceof StateError ? error.reason : "broken"}`));
    } finally {
      this.file.value = "";
    }
  }

  erase() {
    if (!confirm(this.say("erase_sure"))) return;
    this.page.erase();
    this.page.tell(this.say("erased"));
  }
}
