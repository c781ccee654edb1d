import { Component } from "../../js/component.js";
import { Hamlets } from "../../js/hamlets.js";
import { Store } from "../../js/store.js";
import { fill } from "../../js/text.js";

/** @typedef {import("../../js/hamlets.js").Column} Column */

/**
 * An element with a class and text.
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {string} [text]
 */
function make(tag, attributes = {}, text = "") {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

/** From rows of hamlets to the people needed each year. Nothing leaves the device. */
export default class TargetsCalculator extends Component {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, "targets-calculator");
    /** @type {import("../../js/hamlets.js").Data} */
    this.given = this.data();
    this.given.today = Math.max(this.given.today, new Date().getFullYear());
    this.typed = new Hamlets(this.given);
    this.store = new Store(`hub:targets:${this.given.plan}`, 1);
    this.which = this.find("[data-part=which]", HTMLSelectElement);
    this.year = this.find("[data-part=year]", HTMLInputElement);
    /** @type {any} what can be brought back */
    this.before = null;

    this.typed.load(this.store.read());
    root.addEventListener("input", (event) => this.type(event.target));
    root.addEventListener("change", () => this.sum());
    root.addEventListener("click", (event) => this.click(event));
    root.addEventListener("keydown", (event) => this.key(event));
    this.store.watch(() => {
      this.typed.load(this.store.read());
      this.draw();
    });
    this.draw();
  }

  /** Something was typed or chosen. */
  type(/** @type {EventTarget | null} */ target) {
    const { typed } = this;
    if (target === this.which) typed.choose(this.which.value);
    else if (target === this.year) typed.set.year = this.year.value;
    else if (target instanceof HTMLInputElement) {
      const column = /** @type {Column | "name"} */ (target.dataset.column);
      typed.set.rows[Number(target.dataset.at)][column] = target.value;
    } else return;
    this.before = null;
    this.save();
    target === this.which || target === this.year ? this.draw() : this.figures();
  }

  click(/** @type {MouseEvent} */ event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    const { act, at } = button?.dataset ?? {};
    if (act) /** @type {any} */ (this)[act](Number(at));
  }

  /** Enter goes down a row, and from the last to a new one. */
  key(/** @type {KeyboardEvent} */ event) {
    const { target } = event;
    if (event.key !== "Enter" || event.isComposing || !(target instanceof HTMLInputElement) || !target.dataset.at) return;
    event.preventDefault();
    const at = Number(target.dataset.at) + 1;
    if (at === this.typed.set.rows.length) this.add();
    if (at < this.typed.set.rows.length) this.focus(at, target.dataset.column);
  }

  add() {
    if (this.typed.isFull) return this.tell("full", { most: String(this.given.most_rows) });
    this.typed.add();
    this.save();
    this.draw();
    this.focus(this.typed.set.rows.length - 1);
  }

  /** @param {number} at */
  remove(at) {
    this.keep();
    this.typed.remove(at);
    this.save();
    this.draw();
    this.tell("removed");
    this.focus(Math.min(at, this.typed.set.rows.length - 1));
  }

  erase() {
    this.keep();
    this.typed.load({ target: this.typed.target.id });
    this.store.erase();
    this.draw();
    this.tell("erased");
  }

  undo() {
    this.typed.load(this.before);
    this.before = null;
    this.save();
    this.draw();
    this.tell("undone");
    this.focus(0);
  }

  /** Print this table alone. */
  print() {
    const { dataset } = document.documentElement;
    dataset.only = "road";
    addEventListener("afterprint", () => delete dataset.only, { once: true });
    window.print();
  }

  keep() {
    this.before = structuredClone(this.typed.save());
  }

  save() {
    this.store.update(() => this.typed.save());
    if (!this.store.kept) this.tell();
  }

  focus(at = 0, column = "name") {
    this.find(`input[data-at="${at}"][data-column=${column}]`, HTMLInputElement).focus();
  }

  /** Draw all anew: another target, another number of rows or years. */
  draw() {
    const { typed } = this;
    this.which.value = typed.target.id;
    this.year.value = typed.set.year;
    this.element("[data-part=words]").textContent = typed.target.words;
    this.element("[data-part=goal-head]").textContent = this.say("goal", { year: String(typed.target.year) });
    const years = this.years();
    const head = this.element("[data-part=head]");
    for (const old of head.querySelectorAll("[data-year]")) old.remove();
    for (const year of years) {
      const cell = make("th", { scope: "col", role: "columnheader", class: "n", "data-year": "" }, String(year));
      this.element("[data-part=last-head]").before(cell);
    }
    this.element("[data-part=rows]").replaceChildren(...typed.set.rows.map((row, at) => this.row(row, at, years)));
    const total = [make("th", { scope: "row", role: "rowheader" }, this.say("total")), this.out("base"), this.out("reached")];
    this.element("[data-part=total]").replaceChildren(...total, ...this.results(years), make("td", { role: "cell", class: "road__do" }));
    this.figures();
    this.sum();
  }

  /** The years still to come, each a column. */
  years() {
    const { target, year } = this.typed;
    return year === null ? [] : Array.from({ length: Math.max(0, target.year - year) }, (_, at) => year + at + 1);
  }

  /**
   * @param {import("../../js/hamlets.js").Typed} row
   * @param {number} at
   * @param {number[]} years
   */
  row(row, at, years) {
    const made = make("tr", { role: "row" });
    for (const column of /** @type {const} */ (["name", "base", "reached"])) {
      const isName = column === "name";
      const cell = make(isName ? "th" : "td", isName ? { scope: "row", role: "rowheader" } : { role: "cell" });
      const input = /** @type {HTMLInputElement} */ (
        make("input", { type: "text", maxlength: "80", autocomplete: "off", "data-at": String(at), "data-column": column })
      );
      if (!isName) input.setAttribute("inputmode", "numeric");
      input.value = row[column];
      cell.append(make("span", { "aria-hidden": "true", class: "road__label" }, this.say(isName ? "hamlet" : column)), input);
      if (!isName) {
        const id = `loi-${at}-${column}`;
        input.setAttribute("aria-describedby", id);
        cell.append(make("p", { class: "road__error", id }));
      }
      made.append(cell);
    }
    const last = make("td", { role: "cell", class: "road__do" });
    last.append(make("button", { type: "button", class: "btn", "data-act": "remove", "data-at": String(at) }, this.say("remove")));
    made.append(...this.results(years), last);
    return made;
  }

  /** Cells of results: share, goal, missing, each year. */
  results(/** @type {number[]} */ years) {
    const { year } = this.typed.target;
    const names = [this.say("share"), this.say("goal", { year: String(year) }), this.say("missing"), ...years.map(String)];
    return names.map((name) => make("td", { role: "cell", class: "n", "data-out": "", "data-l": name }));
  }

  out(/** @type {Column} */ column) {
    return make("td", { role: "cell", class: "n", "data-out": "", "data-l": this.say(column) });
  }

  /** Show what the figures come to, and what is to be typed again; what is being typed stays as it is. */
  figures() {
    const { typed, given } = this;
    const way = (this.way = typed.road());
    const rows = [...this.element("[data-part=rows]").children];
    let wrong = 0;
    typed.set.rows.forEach((row, at) => {
      this.show(rows[at], way.rows[at]);
      const name = row.name.trim() || this.say("line", { n: String(at + 1) });
      for (const input of rows[at].querySelectorAll("input")) {
        const column = /** @type {Column | "name"} */ (input.dataset.column);
        const title = column === "name" ? this.say("hamlet") : this.say(column);
        input.setAttribute("aria-label", this.say("cell", { column: title, row: column === "name" ? this.say("line", { n: String(at + 1) }) : name }));
        if (column === "name") continue;
        const problem = typed.problem(row, column);
        wrong += problem ? 1 : 0;
        this.mark(input, problem && this.say(`problem_${problem}`, { most: this.number(given.most_people) }));
      }
      this.element("button", rows[at]).setAttribute("aria-label", this.say("remove_row", { row: name }));
    });
    const total = this.element("[data-part=total]");
    const known = way.total.state === "counted";
    this.show(total, way.total, known ? [this.number(way.base), this.number(way.reached)] : ["", ""]);
    this.wrong = wrong;
    const { first, last } = typed.years;
    const year = typed.year === null ? this.say("problem_year", { first: String(first), last: String(last) }) : "";
    this.mark(this.year, year, this.element("[data-part=year-error]"));
  }

  /**
   * @param {Element} line
   * @param {import("../../js/targets.js").Row} row
   * @param {string[]} [before] cells before the share
   */
  show(line, row, before = []) {
    const counted = row.state === "counted";
    const { share } = row;
    const texts = counted
      ? [share === null ? "" : this.say("percent", { share: this.share(share) }), ...[row.goal, row.missing, ...row.years].map((n) => this.number(n))]
      : [];
    [...line.querySelectorAll("[data-out]")].forEach((cell, at) => (cell.textContent = [...before, ...texts][at] ?? ""));
  }

  /** Say beside a field what is wrong with it, or nothing. */
  mark(/** @type {HTMLInputElement} */ input, text = "", place = input.parentElement?.querySelector(".road__error")) {
    input.toggleAttribute("aria-invalid", false);
    if (text) input.setAttribute("aria-invalid", "true");
    if (place && place.textContent !== text) place.textContent = text;
  }

  /** Say in words what all rows come to; read aloud once a field is left, not at each sign. */
  sum() {
    const { typed, way } = this;
    if (!way) return;
    const { total, base, reached } = way;
    const parts = [];
    if (this.wrong) parts.push(this.say("wrong", { n: String(this.wrong) }));
    if (total.state !== "counted") parts.push(this.say("nothing"));
    else {
      const year = String(typed.target.year);
      const values = { base: this.number(base), reached: this.number(reached), share: this.share(total.share ?? 0) };
      parts.push(this.say("sum", { ...values, year, goal: this.number(total.goal) }));
      const missing = this.number(total.missing);
      if (!total.missing) parts.push(this.say("enough"));
      else if (total.years.length) parts.push(this.say("short", { missing, years: String(total.years.length) }));
      else if (typed.year !== null) parts.push(this.say("due", { year, missing }));
      const filled = typed.set.rows.filter((row) => row.base.trim() || row.reached.trim()).length;
      const counted = way.rows.filter((row) => row.state !== "unknown").length;
      if (counted < filled) parts.push(this.say("part", { n: String(counted), of: String(filled) }));
    }
    this.write("said", parts.join(" "));
    this.tell();
  }

  /** Say what was done, with the way back if there is one; else, that nothing is saved, where that is so. */
  tell(name = "", values = {}) {
    const { kept, newer } = this.store;
    const shown = name || (kept ? "" : newer ? "newer" : "not_kept");
    this.write("told", shown && this.say(shown, values));
    this.element("[data-part=undo]").hidden = !this.before;
  }

  /** Write into the live region only what is new, or it is read aloud again. */
  write(part = "", text = "") {
    const place = this.element(`[data-part=${part}]`);
    if (place.textContent !== text) place.textContent = text;
  }

  /** A whole number with the locale's thousands sign. */
  number(/** @type {number} */ value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, this.given.thousands);
  }

  /** A share in tenths of a percent. */
  share(/** @type {number} */ tenths) {
    return (tenths / 10).toString().replace(".", this.given.decimal);
  }

  /** Return a sentence of targets_says.yml. */
  say(name = "", values = {}) {
    return fill(this.given.says[name], values, this.given.decimal);
  }
}
