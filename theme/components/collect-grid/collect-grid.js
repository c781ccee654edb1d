import { readRow, splitPaste } from "../../js/collect/grid.js";
import { Piece } from "../../js/worksheet.js";

const LABEL_LENGTH = 60;
const MOST_PASTED = 2000;

// A table to type paper sheets into, with the keys of a spreadsheet. Nothing typed is dropped: rows that are right are
// taken, the others stay with what is wrong marked.
export class CollectGrid extends Piece {
  /** @param {import("../collect/collect.js").default} page */
  constructor(page) {
    super(page.part("grid"), "collect-grid", page.given);
    this.page = page;
    this.body = this.part("grid-body");
    this.columns = page.known.ids.length + 2;
    const head = document.createElement("tr");
    const names = [this.say("number"), this.say("group"), ...page.known.ids.map((_, at) => String(at + 1)), this.say("label")];
    head.append(
      ...names.map((text, at) => {
        const cell = document.createElement("th");
        cell.scope = "col";
        cell.textContent = text;
        if (at > 1 && at < names.length - 1) cell.title = page.given.indicators[at - 2].name;
        return cell;
      }),
    );
    this.part("grid-head").append(head);
    const draft = page.draft.length ? page.draft : [[]];
    for (const row of draft) this.add(row);
    this.body.addEventListener("keydown", (event) => this.key(event));
    this.body.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLElement) target.removeAttribute("aria-invalid");
      page.keepDraft(this.rows());
    });
    this.body.addEventListener("paste", (event) => this.paste(event));
  }

  /**
   * Add a row; a new one begins with the group and label of the row before.
   * @param {string[]} values
   */
  add(values = []) {
    const number = this.body.children.length + 1;
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = String(number);
    row.append(head);
    for (let at = 0; at < this.columns; at += 1) row.append(this.cell(at, number, values[at] ?? ""));
    this.body.append(row);
    return row;
  }

  /**
   * @param {number} at
   * @param {number} number
   * @param {string} value
   */
  cell(at, number, value) {
    const { groups, indicators } = this.page.given;
    const cell = document.createElement("td");
    const name = at === 0 ? "group_of" : at === this.columns - 1 ? "label_of" : "points_of";
    const label = this.say(name, { n: String(number), name: indicators[at - 1]?.name ?? "" });
    if (at === 0) {
      const select = document.createElement("select");
      select.append(new Option("", ""), ...groups.map((group) => new Option(group.name, group.id)));
      if (value && !groups.some(({ id }) => id === value)) select.append(new Option(value, value));
      select.value = value;
      cell.append(select);
    } else {
      const input = document.createElement("input");
      input.type = "text";
      input.autocomplete = "off";
      if (at < this.columns - 1) input.inputMode = "numeric";
      input.maxLength = LABEL_LENGTH;
      input.value = value;
      cell.append(input);
    }
    const field = /** @type {HTMLElement} */ (cell.firstChild);
    field.className = "field";
    field.setAttribute("aria-label", label);
    return cell;
  }

  /** @param {Element} row @returns {(HTMLInputElement | HTMLSelectElement)[]} */
  fields(row) {
    return [...row.querySelectorAll("select, input")].map((one) => /** @type {HTMLInputElement} */ (one));
  }

  rows() {
    return [...this.body.children].map((row) => this.fields(row).map(({ value }) => value));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { target, key } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const isSelect = target instanceof HTMLSelectElement;
    if (key !== "Enter" && (isSelect || (key !== "ArrowDown" && key !== "ArrowUp"))) return;
    event.preventDefault();
    const row = /** @type {Element} */ (target.closest("tr"));
    const at = this.fields(row).indexOf(target);
    if (key === "ArrowUp") return this.goTo(row.previousElementSibling, at);
    const last = !row.nextElementSibling;
    if (last && key === "ArrowDown") return;
    const values = this.fields(row).map(({ value }) => value);
    if (last) this.add([values[0], ...Array(this.columns - 2).fill(""), values.at(-1) ?? ""]);
    this.goTo(row.nextElementSibling, key === "Enter" ? (values[0] ? 1 : 0) : at);
  }

  /**
   * @param {Element | null} row
   * @param {number} at
   */
  goTo(row, at) {
    if (row) this.fields(row)[at]?.focus();
  }

  /** @param {ClipboardEvent} event */
  paste(event) {
    const all = splitPaste(event.clipboardData?.getData("text/plain") ?? "");
    const cells = all.slice(0, MOST_PASTED);
    const { target } = event;
    if (!(target instanceof HTMLElement) || (cells.length < 2 && (cells[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    let row = /** @type {Element | null} */ (target.closest("tr"));
    const from = row ? this.fields(row).indexOf(/** @type {HTMLInputElement} */ (target)) : 0;
    for (const values of cells) {
      row ??= this.add();
      const fields = this.fields(row);
      values.slice(0, fields.length - from).forEach((value, at) => this.fill(fields[from + at], value));
      row = row.nextElementSibling;
    }
    this.page.keepDraft(this.rows());
    if (all.length > cells.length) this.page.tell(this.say("pasted_many", { n: MOST_PASTED }));
  }

  /**
   * @param {HTMLInputElement | HTMLSelectElement} field
   * @param {string} value
   */
  fill(field, value) {
    if (field instanceof HTMLSelectElement) {
      const row = readRow([value, "0"], this.page.known, this.page.given.groups);
      const group = row && "entry" in row ? row.entry.group : value.trim();
      // A group that is not in the set stays to be seen, and is told when the row is taken.
      if (group && ![...field.options].some((option) => option.value === group)) field.append(new Option(group, group));
      field.value = group;
    } else field.value = value.trim();
    field.removeAttribute("aria-invalid");
  }

  /** One row with nothing in it. */
  empty() {
    this.body.replaceChildren();
    this.add();
    this.part("grid-wrong").replaceChildren();
  }

  takeRows() {
    const { page } = this;
    /** @type {string[]} */
    const said = [];
    let [taken, left] = [0, 0];
    /** @type {HTMLElement | null} */
    let first = null;
    for (const row of [...this.body.children]) {
      const fields = this.fields(row);
      const found = readRow(fields.map(({ value }) => value), page.known, page.given.groups);
      if (found && "entry" in found) {
        page.collection.add(found.entry);
        taken += 1;
      }
      if (!found || "entry" in found) {
        row.remove();
        continue;
      }
      left += 1;
      for (const { column, reason } of found.wrong) {
        fields[column].setAttribute("aria-invalid", "true");
        first ??= fields[column];
        said.push(this.wrong(left, column, reason));
      }
    }
    [...this.body.children].forEach((row, at) => this.number(row, at + 1));
    if (!this.body.children.length) this.add();
    this.part("grid-wrong").replaceChildren(
      ...said.map((text) => {
        const line = document.createElement("li");
        line.textContent = text;
        return line;
      }),
    );
    (first ?? this.fields(this.body.children[0])[0]).focus();
    page.keepDraft(this.rows());
    page.changed();
    const parts = [this.say("grid_taken", { n: taken })];
    if (left) parts.push(this.say("grid_left", { n: left }));
    page.tell(parts.join(" "));
  }

  /**
   * @param {number} n
   * @param {number} column
   * @param {string} reason
   */
  wrong(n, column, reason) {
    const indicator = this.page.given.indicators[column - 1];
    return this.say(`wrong_${reason}`, { n: String(n), name: indicator?.name ?? "", most: String(this.page.known.maxima[column - 1] ?? "") });
  }

  /**
   * @param {Element} row
   * @param {number} number
   */
  number(row, number) {
    const head = row.querySelector("th");
    if (head) head.textContent = String(number);
    this.fields(row).forEach((field, at) => {
      const name = at === 0 ? "group_of" : at === this.columns - 1 ? "label_of" : "points_of";
      field.setAttribute("aria-label", this.say(name, { n: String(number), name: this.page.given.indicators[at - 1]?.name ?? "" }));
    });
  }
}
