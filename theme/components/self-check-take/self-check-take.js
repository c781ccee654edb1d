import { day, thisMonth, today } from "../../js/day.js";
import { drawRandom, encode } from "../../js/short-code.js";
import { Piece } from "../../js/worksheet.js";

const JSON_TYPE = "application/json";
const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

// What one takes along: code, files, paper.
export class Take extends Piece {
  /** @param {import("../self-check/self-check.js").default} check */
  constructor(check) {
    super(check.part("take"), "self-check-take", check.set);
    this.check = check;
    this.drawn = "";
  }

  get maxima() {
    return this.check.set.rules.maxima.map(([, most]) => most ?? 0);
  }

  // The code of today's points; empty as long as there are none. The random number is drawn once a person.
  /** @returns {string} */
  get code() {
    const { sheet, set, ids } = this.check;
    if (!set.code || !this.check.result.answered) return "";
    if (sheet.random === null) {
      sheet.random = drawRandom(this.maxima);
      this.check.save();
    }
    const known = { criteria: set.set, group: set.group, maxima: this.maxima };
    const points = ids.map((id) => sheet.get(id).points);
    try {
      return encode({ criteria: set.set, group: set.group, points, random: sheet.random }, known);
    } catch {
      sheet.random = null; // of a file made by hand, or for another set: too large
      return this.code;
    }
  }

  /** @param {import("../../js/assess.js").Assessment} result */
  show({ unanswered }) {
    if (!this.check.set.code) return;
    const { code } = this;
    this.part("coded").hidden = this.part("sheet").hidden = !code;
    this.write("code", code);
    const n = unanswered.length;
    this.write("code-note", !code ? this.say("no_points") : n ? this.say("code_open", { n }) : "");
    if (code !== this.drawn && code && !this.root.classList.contains("is-out")) this.draw(code);
  }

  async draw(code = "") {
    this.drawn = code;
    try {
      const { qrCode } = await import("../../js/qr.js");
      const svg = await qrCode(code, this.say("code_alt", { code }));
      if (code === this.drawn) this.part("qr").replaceChildren(svg);
    } catch {
      this.part("qr").replaceChildren(this.say("no_library"));
    }
  }

  async copy() {
    const text = this.part("code");
    try {
      await navigator.clipboard.writeText(text.textContent ?? "");
      this.check.tell(this.say("copied"));
    } catch {
      text.focus();
      getSelection()?.selectAllChildren(text);
      this.check.tell(this.say("copy_by_hand"));
    }
  }

  print() {
    window.print();
  }

  printForm() {
    const { root } = this.check;
    const { paper } = root.dataset;
    root.dataset.paper = "form";
    addEventListener("afterprint", () => (root.dataset.paper = paper), { once: true });
    window.print();
  }

  async saveFull() {
    const { download, fullFile } = await import("../../js/sheet-file.js");
    const { sheet } = this.check;
    download(`tu-cham-${slug(sheet.label)}-${thisMonth()}.json`, fullFile(sheet.save()), JSON_TYPE);
  }

  async saveSheet() {
    const { download, sheetFile } = await import("../../js/sheet-file.js");
    const { code } = this;
    download(`phieu-${code.slice(-4)}.json`, sheetFile(code), JSON_TYPE);
  }

  async saveDocx() {
    const { sheet, set, result, root } = this.check;
    try {
      const [{ fillZip }, { download }, answer] = await Promise.all([
        import("../../js/zip-fill.js"),
        import("../../js/sheet-file.js"),
        fetch(set.template),
      ]);
      if (!answer.ok) throw new Error(String(answer.status));
      /** @type {import("../../js/zip-fill.js").Values} */
      const values = new Map([
        ["TOTAL", String(result.total)],
        ["VERDICT", this.check.say(result.verdict)],
        ["GROUP", set.group_name],
        ["DATE", day(today())],
      ]);
      [...sheet.answers].forEach(([id, { points, evidence, note }], at) => {
        values.set(`N${at + 1}`, sheet.nameOf(id));
        values.set(`P${at + 1}`, points === null ? "" : String(points));
        const all = [...evidence.values()].map((one) => [one.what, one.where, day(one.date), one.note].filter(Boolean).join("; "));
        values.set(`E${at + 1}`, [...all, note].filter(Boolean).join("\n"));
      });
      const made = await fillZip(new Uint8Array(await answer.arrayBuffer()), values);
      download(`tu-cham-${slug(sheet.label)}.docx`, /** @type {BlobPart} */ (made), DOCX_TYPE);
    } catch {
      this.check.tell(this.say("no_template"));
      root.querySelector("[data-act=print]")?.scrollIntoView();
    }
  }
}

// A label as part of a file's name.
export const slug = (label = "") =>
  label.replace(/[đĐ]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "1";
