import { thisMonth } from "../../js/day.js";
import { planRows } from "../../js/learning.js";
import { words } from "../../js/sheet.js";
import { Piece } from "../../js/worksheet.js";

// The learning plan: it begins with the guide's small steps for what is weak; what is typed wins.
export class Learning extends Piece {
  /**
   * @param {import("../self-check/self-check.js").default} check
   * @param {(iso: string) => string} month how a month is written
   */
  constructor(check, month) {
    super(check.part("learning"), "self-check-plan", check.set);
    this.check = check;
    this.month = month;
    this.more = this.find("[data-part=more]", HTMLSelectElement);
    this.root.addEventListener("input", ({ target }) => target instanceof HTMLTextAreaElement && this.input(target));
  }

  row(id = "") {
    return this.element(`[data-learn="${id}"]`);
  }

  /** @param {Element} inside */
  idOf(inside) {
    return /** @type {HTMLElement} */ (inside.closest("[data-learn]")).dataset.learn ?? "";
  }

  entry(id = "") {
    return this.check.sheet.plan.get(id) ?? { state: /** @type {"" | "added" | "dropped"} */ ("") };
  }

  suggest(id = "") {
    const { sheet } = this.check;
    return { what: sheet.nameOf(id), how: sheet.known.get(id)?.step ?? "", when: this.say("this_month", { month: this.month(thisMonth()) }), who: "" };
  }

  /** @param {import("../../js/assess.js").Assessment} result */
  show(result) {
    const rows = new Map(planRows(this.check.sheet, result, (id) => this.suggest(id)).map((row) => [row.id, row.fields]));
    for (const id of this.check.ids) {
      const row = this.row(id);
      const fields = rows.get(id);
      row.hidden = !fields;
      if (fields) for (const area of row.querySelectorAll("textarea")) if (area !== document.activeElement) area.value = fields[area.dataset.field ?? ""];
      for (const option of this.more.options) if (option.value === id) option.hidden = option.disabled = !!fields;
    }
    const free = [...this.more.options].find((option) => !option.disabled);
    this.part("add-plan").hidden = !free;
    if (free && this.more.selectedOptions[0]?.disabled !== false) this.more.value = free.value;
  }

  /** @param {HTMLTextAreaElement} area */
  input(area) {
    const id = this.idOf(area);
    this.check.sheet.plan.set(id, { ...this.entry(id), [area.dataset.field ?? ""]: words(area.value) });
    this.check.save();
  }

  /** @param {HTMLElement} button */
  dropPlan(button) {
    this.state(this.idOf(button), "dropped", "plan_dropped");
    this.more.focus();
  }

  addPlan() {
    const id = this.more.value;
    this.state(id, "added", "plan_added");
    this.row(id).querySelector("textarea")?.focus();
  }

  /**
   * @param {string} id
   * @param {"added" | "dropped"} state
   * @param {string} says
   */
  state(id, state, says) {
    const { check } = this;
    check.sheet.plan.set(id, { ...this.entry(id), state });
    check.save();
    check.render();
    check.write("spoken", this.say(says, { name: check.sheet.nameOf(id) }));
  }
}
