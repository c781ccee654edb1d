// The form's fields: what a person put in goes to the sheet, and back.
/** @typedef {import("../self-check/self-check.js").default} SelfCheck */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

export class Fields {
  /** @param {SelfCheck} check */
  constructor(check) {
    this.check = check;
  }

  field(id = "") {
    return this.check.element(`#muc-${id}`);
  }

  /** @param {EventTarget | null} target */
  idOf(target) {
    return (target instanceof Element && target.closest("fieldset")?.dataset.item) || "";
  }

  /** @returns {Iterable<Field>} */
  inputs(within = this.check.root, selector = "input, textarea") {
    return /** @type {any} */ (within.querySelectorAll(selector));
  }

  // Points chosen on the page, by indicator.
  chosen() {
    return this.check.ids.flatMap((id) => {
      const points = this.pointsOf(id);
      return points === null ? [] : [/** @type {[string, number]} */ ([id, points])];
    });
  }

  pointsOf(id = "") {
    for (const input of this.inputs(this.field(id), `[name=diem-${id}]`)) {
      if (input.type === "radio" ? /** @type {HTMLInputElement} */ (input).checked : input.value) return Number(input.value);
    }
    return null;
  }

  /** @param {EventTarget | null} target */
  input(target) {
    const { check } = this;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const id = this.idOf(target);
    if (target.name === "vung") check.sheet.difficult = target.value !== "";
    else if (!id) return;
    else if (target.name === `diem-${id}`) this.give(id, target);
    else this.evidence(id, target);
    check.changed();
  }

  /**
   * @param {string} id
   * @param {Field} input
   */
  give(id, input) {
    const { sheet } = this.check;
    const points = Number(input.value);
    const typed = input.type === "number";
    const bad = typed && (input.validity.badInput || (input.value !== "" && !(Number.isInteger(points) && points >= 0 && points <= (sheet.most.get(id) ?? 1e6))));
    sheet.give(id, bad || input.value === "" ? null : points);
    const most = sheet.most.get(id);
    const says = most === null || most === undefined ? "not_whole_open" : "not_whole";
    this.field(id).querySelector("[data-part=error]")?.replaceChildren(bad ? this.check.say(says, { most: most ?? 0 }) : "");
    if (typed) input.setAttribute("aria-invalid", String(bad));
  }

  /**
   * @param {string} id
   * @param {Field} input
   */
  evidence(id, input) {
    const answer = this.check.sheet.get(id);
    const row = /** @type {HTMLElement | null} */ (input.closest("[data-evidence]"));
    if (!row) {
      answer.note = input.value;
      return;
    }
    const name = row.dataset.evidence ?? "";
    const box = /** @type {HTMLInputElement} */ (row.querySelector("[type=checkbox]"));
    if (input !== box && input.value) box.checked = true;
    if (!box.checked) answer.evidence.delete(name);
    else {
      const of = (/** @type {string} */ field) => /** @type {Field} */ (row.querySelector(`[data-field=${field}]`)).value;
      const what = row.querySelector("[data-what]")?.textContent ?? "";
      answer.evidence.set(name, { what, where: of("where"), date: of("date"), note: of("note") });
    }
  }

  // Put the whole sheet into the form.
  show() {
    const { sheet, root, ids } = this.check;
    for (const id of ids) {
      const { points, note, evidence } = sheet.get(id);
      const field = this.field(id);
      for (const input of this.inputs(field, `[name=diem-${id}]`)) {
        if (input.type === "number") input.value = points === null ? "" : String(points);
        else /** @type {HTMLInputElement} */ (input).checked = input.value === String(points);
      }
      field.querySelector("[data-part=error]")?.replaceChildren();
      /** @type {NodeListOf<HTMLElement>} */ (field.querySelectorAll("[data-evidence]")).forEach((row) => {
        const kept = evidence.get(row.dataset.evidence ?? "");
        for (const input of this.inputs(row)) {
          const name = /** @type {"where" | "date" | "note" | undefined} */ (input.dataset.field);
          if (name) input.value = kept?.[name] ?? "";
          else /** @type {HTMLInputElement} */ (input).checked = !!kept;
        }
      });
      for (const input of this.inputs(field, "textarea")) input.value = note;
    }
    for (const input of this.inputs(root, "[name=vung]")) {
      /** @type {HTMLInputElement} */ (input).checked = (input.value !== "") === sheet.difficult;
    }
  }

  // What stands beside the fields of one indicator.
  paint(id = "", out = false) {
    const { check } = this;
    const { points, old, evidence, note } = check.sheet.get(id);
    const field = this.field(id);
    const part = (/** @type {string} */ name) => check.element(`[data-part=${name}]`, field);
    field.classList.toggle("is-out", out);
    const edited = check.sheet.mayKeep(id) ? "edited" : "edited_most";
    const text = old !== null ? check.say(edited, { points: old }) : points === null ? check.say("given_none") : check.say("given", { points });
    if (part("given").textContent !== text) part("given").textContent = text;
    field.classList.toggle("is-edited", old !== null);
    part("keep").hidden = old === null || !check.sheet.mayKeep(id);
    part("back").hidden = points === null;
    const n = evidence.size + (note ? 1 : 0);
    part("count").textContent = n ? `(${check.say("evidence_count", { n })})` : "";
  }

  /** @param {HTMLElement} button */
  takeBack(button) {
    this.set(button, null);
  }

  /** @param {HTMLElement} button */
  keepOld(button) {
    this.set(button, this.check.sheet.get(this.idOf(button)).old);
  }

  /**
   * @param {HTMLElement} button
   * @param {number | null} points
   */
  set(button, points) {
    const id = this.idOf(button);
    this.check.sheet.give(id, points);
    this.show();
    this.check.changed();
    // the button is gone now: the focus goes to the points
    for (const input of this.inputs(this.field(id), `[name=diem-${id}]`)) {
      if (points === null || /** @type {HTMLInputElement} */ (input).checked || input.type === "number") return input.focus();
    }
  }
}
