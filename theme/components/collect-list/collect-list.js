import { assess } from "../../js/assess.js";
import { Piece } from "../../js/worksheet.js";

const STEP = 50;

// The sheets taken, to be labelled or taken out. Long collections are shown piece by piece.
export class CollectList extends Piece {
  /** @param {import("../collect/collect.js").default} page */
  constructor(page) {
    super(page.part("list"), "collect-list", page.given);
    this.page = page;
    this.body = this.part("list-body");
    this.label = this.find("[data-part=list-label]", HTMLInputElement);
    /** @type {Set<string>} */
    this.chosen = new Set();
    this.shown = STEP;
    const head = document.createElement("tr");
    const names = ["", this.say("number"), this.say("group"), this.say("label"), this.say("code"), this.say("total"), this.say("verdict")];
    head.append(
      ...names.map((text) => {
        const cell = document.createElement(text ? "th" : "td");
        if (cell instanceof HTMLTableCellElement && text) cell.scope = "col";
        cell.textContent = text;
        return cell;
      }),
    );
    this.part("list-head").append(head);
    this.body.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.checked) this.chosen.add(target.value);
      else this.chosen.delete(target.value);
    });
  }

  show() {
    const { collection, given } = this.page;
    this.part("list-none").hidden = collection.size > 0;
    this.part("list-some").hidden = !collection.size;
    const names = new Map(given.groups.map(({ id, name }) => [id, name]));
    const rows = [];
    let number = 0;
    for (const { id, group, label, code, points } of collection) {
      number += 1;
      if (number > this.shown) break;
      const answers = Object.fromEntries(given.rules.maxima.map(([name], at) => [name, points[at] ?? null]));
      const { total, verdict } = assess(given.rules, answers);
      rows.push(this.row(id, String(number), [names.get(group) ?? group, label, code || this.say("paper"), String(total), this.say(verdict)]));
    }
    this.body.replaceChildren(...rows);
    this.part("list-more").hidden = collection.size <= this.shown;
  }

  /**
   * @param {string} id
   * @param {string} number
   * @param {string[]} texts
   */
  row(id, number, texts) {
    const row = document.createElement("tr");
    const first = row.insertCell();
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = id;
    box.checked = this.chosen.has(id);
    box.setAttribute("aria-label", this.say("choose", { n: number }));
    const label = document.createElement("label");
    label.className = "tick";
    label.append(box);
    first.append(label);
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = number;
    row.append(head);
    for (const text of texts) row.insertCell().textContent = text;
    return row;
  }

  more() {
    this.shown += STEP * 4;
    this.show();
  }

  chooseBare() {
    for (const { id, label } of this.page.collection) if (!label) this.chosen.add(id);
    this.show();
    this.page.tell(this.say("chosen", { n: this.chosen.size }));
    this.label.focus();
  }

  relabel() {
    if (!this.chosen.size) return this.page.tell(this.say("none_chosen"));
    const n = this.chosen.size;
    this.page.collection.relabel(this.chosen, this.label.value.trim().slice(0, 60));
    this.chosen.clear();
    this.page.changed();
    this.page.tell(this.say("labelled", { n }));
  }

  remove() {
    if (!this.chosen.size) return this.page.tell(this.say("none_chosen"));
    const n = this.chosen.size;
    for (const id of this.chosen) this.page.collection.remove(id);
    this.chosen.clear();
    this.page.changed();
    this.page.tell(this.say("removed", { n }));
  }
}
