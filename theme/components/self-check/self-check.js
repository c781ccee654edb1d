import { assess } from "../../js/assess.js";
import { KEY, currentOf, freeLabel, newId, readKept, withPerson } from "../../js/people.js";
import { Sheet } from "../../js/sheet.js";
import { Store } from "../../js/store.js";
import { Worksheet, goTo } from "../../js/worksheet.js";
import { Fields } from "../self-check-item/self-check-item.js";
import { People } from "../self-check-people/self-check-people.js";

const RESULT = "ket-qua";
const QUIET = 1200; // milliseconds without a change before the total is spoken

// The form comes whole. What changes is one person's Sheet; render() shows what follows from it.
export default class SelfCheck extends Worksheet {
  /** @param {HTMLElement} root */
  constructor(root) {
    /** @type {CheckData} */
    const set = JSON.parse(root.querySelector("script")?.text ?? "");
    super(root, "self-check", set, matchMedia("(max-width: 47.99em)").matches ? "one" : "all");
    this.set = set;
    this.store = new Store(KEY, 1);
    this.sheet = new Sheet(set);
    this.ids = set.indicators.map((one) => one.id);
    this.current = this.ids[0];
    this.spoken = 0;
    this.fields = new Fields(this);
    this.people = new People(this);
    /** @type {Promise<import("../self-check-result/self-check-result.js").Outcome> | null} */
    this.outcome = null;

    this.begin();
    root.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("input", (event) => this.fields.input(event.target));
    root.addEventListener("focusin", ({ target }) => (this.current = this.fields.idOf(target) || this.current));
    root.addEventListener("click", (event) => {
      const link = event.target instanceof Element && event.target.closest("a")?.getAttribute("href");
      if (link && link[0] === "#" && this.follow(link)) event.preventDefault();
    });
    addEventListener("hashchange", () => this.follow(location.hash));
    this.store.watch(() => this.reload());
    this.follow(location.hash);
  }

  get kept() {
    return readKept(this.store.read());
  }

  // Take up what is kept, and what was chosen before this script ran.
  begin() {
    const chosen = this.fields.chosen();
    this.reload();
    const kept = this.result.answered;
    for (const [id, points] of chosen) if (this.sheet.get(id).points === null) this.sheet.give(id, points);
    if (chosen.length) this.save();
    this.reload();
    const [next] = this.result.unanswered;
    this.current = next ?? RESULT;
    this.render();
    if (!kept) return;
    const text = this.say("resumed", { label: this.sheet.label, n: kept, of: this.ids.length });
    this.tell(text, next ? `#muc-${next}` : `#${RESULT}`, this.say(next ? "continue" : "see_result"));
  }

  // The current person as the device has them now.
  reload() {
    this.sheet.load(currentOf(this.kept, this.set));
    this.sheet.label ||= freeLabel(this.kept, (n) => this.say("person", { n }));
    this.fields.show();
    this.render();
  }

  save() {
    this.sheet.id ||= newId();
    this.store.update((value) => withPerson(readKept(value), this.sheet.save()));
    if (!this.store.kept && this.part("private").textContent !== this.say("not_kept")) {
      this.write("private", this.say("not_kept"));
      this.tell(this.say("not_kept"));
    }
  }

  // Something was answered: keep it, show what follows, and say the total once it is quiet.
  changed() {
    this.save();
    this.render();
    clearTimeout(this.spoken);
    const { total, answered: n } = this.result;
    const text = this.say("spoken", { total, n, of: this.ids.length });
    this.spoken = window.setTimeout(() => this.write("spoken", text), QUIET);
  }

  get rules() {
    const { rules, difficult } = this.set;
    return { ...rules, pass_mark: this.sheet.difficult ? (difficult ?? rules.pass_mark) : rules.pass_mark };
  }

  get result() {
    return assess(this.rules, this.sheet.points);
  }

  /** @param {HTMLElement} button */
  look(button) {
    super.look(button);
    this.render();
  }

  /** @param {HTMLElement} button */
  takeBack(button) {
    this.fields.takeBack(button);
  }

  /** @param {HTMLElement} button */
  keepOld(button) {
    this.fields.keepOld(button);
  }

  seen() {
    this.sheet.acknowledge();
    this.save();
    this.render();
    goTo(this.part("people"));
  }

  // What was edited in the criteria since the person last looked.
  showChanges() {
    const { edited, added, removed, rules } = this.sheet.changes();
    /** @type {[string, string[]][]} */
    const lists = [["changed_edited", edited], ["changed_added", added], ["changed_removed", removed]];
    const said = lists.filter(([, ids]) => ids.length).map(([says, ids]) => {
      const names = ids.map((id) => this.say("quoted", { name: this.sheet.nameOf(id) }));
      return this.say(says, { names: names.join(", ") });
    });
    if (rules) said.push(this.say("changed_rules"));
    this.part("changes").hidden = !said.length;
    this.part("change-list").replaceChildren(
      ...said.map((text) => {
        const row = document.createElement("li");
        row.textContent = text;
        return row;
      }),
    );
    this.element("[data-act=seen]").hidden = !(added.length || removed.length || rules);
  }

  next() {
    this.step(1);
  }

  previous() {
    this.step(-1);
  }

  step(by = 1) {
    const steps = [...this.ids, RESULT];
    this.go(steps[Math.min(Math.max(steps.indexOf(this.current) + by, 0), steps.length - 1)]);
  }

  finish() {
    this.go(RESULT);
  }

  go(step = RESULT) {
    this.follow(step === RESULT ? `#${RESULT}` : `#muc-${step}`);
  }

  follow(hash = "") {
    const target = hash && document.getElementById(hash.slice(1));
    if (!target || !this.root.contains(target)) return false;
    this.current = this.fields.idOf(target) || RESULT;
    this.tell();
    this.render();
    goTo(target);
    return true;
  }

  render() {
    const { result, view, current } = this;
    const one = view === "one";
    const resulting = one ? current === RESULT : result.answered > 0;
    this.showView();
    for (const id of this.ids) this.fields.paint(id, one && id !== current);
    for (const { criterion } of this.set.indicators) {
      const here = this.set.indicators.some((other) => other.criterion === criterion && other.id === current);
      this.part(`group-${criterion}`).classList.toggle("is-out", one && !here);
    }
    this.write("sum", this.say("total", { total: result.total }));
    this.write("progress", this.say("progress", { n: result.answered, of: this.ids.length }));
    this.part("turn").hidden = !one;
    this.part("next").hidden = resulting || current === this.ids.at(-1);
    this.part("previous").hidden = current === this.ids[0];
    this.part("finish").hidden = resulting;
    this.part("finish").classList.toggle("btn--go", current === this.ids.at(-1));
    for (const name of ["result", "learning", "take"]) this.part(name).classList.toggle("is-out", !resulting);
    this.root.querySelector(".check__ours")?.classList.toggle("is-out", one && resulting);
    this.root.dataset.paper = result.answered ? "result" : "form";
    this.people.show();
    this.showChanges();
    if (resulting) this.showOutcome();
  }

  // What follows from the points comes with its own scripts, once there is something to show.
  async showOutcome() {
    try {
      this.outcome ||= import("../self-check-result/self-check-result.js").then(({ Outcome }) => new Outcome(this));
      (await this.outcome).show(this.result);
    } catch (error) {
      console.error(error);
      this.outcome = null;
      this.tell(this.say("no_part"));
    }
  }
}
