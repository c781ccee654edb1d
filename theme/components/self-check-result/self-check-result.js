import { compare, scoreTotal, weak } from "../../js/learning.js";
import { day, thisMonth } from "../../js/day.js";
import { Piece } from "../../js/worksheet.js";
import { Learning } from "../self-check-plan/self-check-plan.js";
import { Take } from "../self-check-take/self-check-take.js";

/** @typedef {import("../../js/assess.js").Assessment} Assessment */

// What the points say: verdict, rule by rule, way up, charts, evidence, how it was before.
export class Outcome extends Piece {
  /** @param {import("../self-check/self-check.js").default} check */
  constructor(check) {
    super(check.part("result"), "self-check-result", check.set);
    this.check = check;
    this.plan = new Learning(check, (iso) => this.month(iso));
    this.taking = new Take(check);
    this.which = this.find("[data-part=which]", HTMLSelectElement);
    this.which.addEventListener("change", () => this.showEarlier());
  }

  quote(id = "") {
    return this.say("quoted", { name: this.check.sheet.nameOf(id) });
  }

  month(iso = "") {
    const [year, month] = iso.split("-");
    return this.say("month", { year, month: String(Number(month)) });
  }

  /** @param {Assessment} result */
  show(result) {
    const { total, verdict, unanswered } = result;
    const n = unanswered.length;
    this.write("whose", this.check.sheet.label);
    this.write("total", String(total));
    this.root.querySelector("[data-part=bar]")?.setAttribute("width", String(total));
    this.root.querySelector("[data-part=cut]")?.setAttribute("d", `M${this.check.rules.pass_mark} 0v10`);
    const word = this.part("verdict");
    word.dataset.verdict = { may: "pass", not: "fail", open: "unanswered", unknown: "unanswered" }[verdict];
    this.write("verdict", this.say(verdict));
    this.write("verdict-more", this.say(`${verdict}_more`, { n }));
    this.part("unanswered").hidden = !n;
    for (const id of this.check.ids) this.part(`open-${id}`).hidden = !unanswered.includes(id);
    this.showRules(result);
    this.showWay(result);
    this.showPoints(result);
    this.showKept();
    this.showEarlier();
    this.plan.show(result);
    this.taking.show(result);
  }

  /** @param {Assessment} result */
  showRules({ total, total_part, floor_part, below, unanswered }) {
    const { pass_mark: mark, floor } = this.check.rules;
    if (mark !== null) {
      const part = total_part === "fails" && unanswered.length ? "fails_open" : total_part;
      this.write("rule-total-says", this.say(`total_${part}`, { total, mark }));
      this.part("rule-total").dataset.state = total_part;
    }
    if (floor !== null) {
      const names = below.map((id) => this.quote(id)).join(", ");
      this.write("rule-floor-says", this.say(`floor_${floor_part}`, { floor, names }));
      this.part("rule-floor").dataset.state = floor_part;
    }
  }

  /** @param {Assessment} result */
  showWay(result) {
    const { way_up, verdict, unanswered } = result;
    const steps = Object.entries(way_up);
    const named = steps.map(([id, n], at) => this.say(at ? "way_next" : "way_first", { n, name: this.quote(id) }));
    const why = verdict === "unknown" ? "way_unknown" : unanswered.length ? "way_wait" : "way_none";
    this.write("way", steps.length ? `${named.join(", ")}.` : this.say(why));
    const names = weak(this.check.sheet, result);
    this.part("weak").hidden = !names.length;
    for (const id of this.check.ids) {
      const row = this.part(`weak-${id}`);
      const { points } = this.check.sheet.get(id);
      row.hidden = !names.includes(id);
      this.element("b", row).textContent = way_up[id] ? this.say("add_points", { n: way_up[id] }) : points === null ? "" : this.say("has_points", { n: points });
    }
  }

  /** @param {Assessment} result */
  showPoints({ total }) {
    const { sheet, set } = this.check;
    for (const criterion of new Set(set.indicators.map((one) => one.criterion))) {
      const ids = set.indicators.filter((one) => one.criterion === criterion).map((one) => one.id);
      const given = ids.map((id) => sheet.get(id).points).filter((one) => one !== null);
      const maxima = ids.map((id) => sheet.most.get(id) ?? null);
      const values = { points: sum(given), most: sum(maxima), n: given.length, of: ids.length };
      this.write(`sum-${criterion}`, this.say(maxima.includes(null) ? "sum_open" : "sum", values));
    }
    for (const [id, { points }] of sheet.answers) {
      const text = points === null ? this.say("none") : String(points);
      const bar = this.part(`bar-${id}`);
      this.find(".b-2", SVGElement, bar).setAttribute("width", String(points ?? 0));
      this.element("b", bar).textContent = text;
      this.element("td", this.part(`row-${id}`)).textContent = text;
    }
    this.write("table-sum", String(total));
  }

  showKept() {
    const { sheet } = this.check;
    const rows = [...sheet.answers].flatMap(([id, { evidence, note }]) => {
      const kept = [...evidence].map(([name, one]) => {
        const usual = this.check.root.querySelector(`#muc-${id} [data-evidence="${name}"] [data-where]`);
        const where = one.where || (usual instanceof HTMLElement && usual.dataset.where) || "";
        return [one.what, where, day(one.date), one.note].filter(Boolean).join("; ");
      });
      const all = note ? [...kept, note] : kept;
      return all.length ? [[sheet.nameOf(id), all]] : [];
    });
    this.part("kept-list").hidden = !rows.length;
    this.part("kept").replaceChildren(
      ...rows.map(([name, all]) => {
        const row = document.createElement("li");
        const title = document.createElement("b");
        title.textContent = `${name}: `;
        const list = document.createElement("span");
        list.textContent = `${/** @type {string[]} */ (all).join(". ")}.`;
        list.lang = "vi";
        row.append(title, list);
        return row;
      }),
    );
  }

  showEarlier() {
    const { sheet } = this.check;
    const { scores } = sheet;
    this.part("earlier").hidden = !scores.length;
    const names = scores.map((score) => {
      const { total, answered: n, of } = scoreTotal(score);
      return this.say("score_name", { month: this.month(score.month), total, n, of });
    });
    const same = names.length === this.which.length && names.every((name, at) => this.which.options[at].text === name);
    if (!same) this.which.replaceChildren(...names.map((name, at) => new Option(name, String(at), false, at === names.length - 1)));
    const earlier = scores[Number(this.which.value)];
    if (!earlier) return;
    this.write("change", this.say("difference_total", { before: scoreTotal(earlier).total, now: this.check.result.total }));
    for (const { id, before, now, edited, difference } of compare(earlier, sheet)) {
      const cells = this.part(`then-${id}`).querySelectorAll("td");
      const show = (/** @type {number | null} */ value) => (value === null ? this.say("none") : String(value));
      cells[0].textContent = show(before);
      cells[1].textContent = show(now);
      cells[2].textContent = edited ? this.say("edited_since") : difference === null ? this.say("none") : difference > 0 ? `+${difference}` : String(difference).replace("-", "−");
    }
  }

  saveScore() {
    const { check } = this;
    check.sheet.keepScore(thisMonth());
    check.save();
    this.showEarlier();
    this.which.value = String(check.sheet.scores.length - 1);
    this.showEarlier();
    check.tell(this.say("saved_score", { month: this.month(thisMonth()) }));
  }

  dropScore() {
    const { check } = this;
    if (!confirm(this.say("drop_score"))) return;
    check.sheet.scores.splice(Number(this.which.value), 1);
    check.save();
    this.which.replaceChildren();
    this.showEarlier();
    this.element("[data-act=saveScore]").focus();
  }
}

/** @param {(number | null)[]} values */
const sum = (values) => values.reduce((/** @type {number} */ all, one) => all + (one ?? 0), 0);
