import { Attempt } from "../../js/attempt.js";
import { Component } from "../../js/component.js";
import { Store } from "../../js/store.js";
import { fill } from "../../js/text.js";

/** Put the focus on an element, and the top of something into view. */
function goTo(element = document.body, top = element) {
  element.focus({ preventScroll: true });
  top.scrollIntoView();
}

/**
 * A quiz that came from the server as a form with its key. All that changes is an Attempt and a few names: whatever a
 * person does changes those, then render() shows them all, so that no state of the page can be half old.
 */
export default class Quiz extends Component {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, "quiz");
    /** @type {QuizData} */
    this.quiz = this.data();
    this.attempt = new Attempt(this.quiz);
    this.store = new Store(`hub:quiz:${this.quiz.id}`, 1);
    this.views = new Store("hub:quiz-view", 1);
    this.view = this.views.read() === "one" ? "one" : "all";
    this.title = document.title;
    /** The item touched last; when one at a time, the one shown. */
    this.current = "";
    /** @type {string[]} to be checked, but some have no answer */
    this.asked = [];

    this.begin();
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      this.view === "one" ? this.step() : this.finish();
    });
    root.addEventListener("change", (event) => this.choose(this.itemOf(event.target)));
    root.addEventListener("focusin", (event) => (this.current = this.itemOf(event.target) || this.current));
    root.addEventListener("click", (event) => this.click(event));
    addEventListener("hashchange", () => this.follow(location.hash));
    this.store.watch(() => {
      this.attempt.load(this.store.read());
      this.asked = [];
      this.render();
    });
    this.render();
    this.follow(location.hash);
    this.element("[type=submit]").removeAttribute("disabled");
  }

  /** Take up what is kept, or was chosen before the script came, and say what was opened again. */
  begin() {
    const { attempt } = this;
    const { ids } = attempt;
    const edited = attempt.load(this.store.read()).length;
    const kept = ids.filter((id) => attempt.answered(id)).length;
    for (const id of ids) attempt.chosen[id] ||= this.picked(id);
    const n = ids.filter((id) => attempt.answered(id)).length;
    if (n > kept) this.save();
    const [next = attempt.left[0]] = attempt.missing;
    this.current = next || ids[0];
    const values = { n, of: ids.length, points: attempt.result().points, edited, next: ids.indexOf(next) + 1 };
    const text = edited ? "resumed_edited" : next ? "resumed" : "resumed_result";
    if (kept || edited) this.tell(text, values, next ? `cau-${next}` : "ket-qua-ten", next ? "continue" : "finish");
  }

  /** Keep some items on the device; say once if it does not allow that. */
  save(ids = this.attempt.ids) {
    this.store.update((kept) => this.attempt.save(kept, ids));
    const line = this.part("private");
    if (this.store.kept || line.hidden) return;
    line.hidden = true;
    this.tell("not_kept");
  }

  choose(id = "") {
    this.attempt.chosen[id] = this.picked(id);
    this.part("undo").hidden = true;
    this.save([id]);
    this.render();
  }

  /** @param {MouseEvent} event */
  click(event) {
    const target = /** @type {Element} */ (event.target);
    const { view, act } = target.closest("button")?.dataset || {};
    const href = target.closest("a")?.getAttribute("href");
    if (view) {
      this.view = view;
      this.views.update(() => view);
      this.render();
    } else if (act) /** @type {any} */ (this)[act]();
    else if (href?.[0] === "#" && this.follow(href)) event.preventDefault();
  }

  /** One at a time: check this item, or go on. */
  step() {
    const { current, attempt } = this;
    if (!attempt.checked.has(current)) attempt.answered(current) ? this.check([current]) : this.ask([current]);
    else if (this.beside()) this.next();
    else this.finish();
  }

  next(by = 1) {
    this.start(this.beside(by));
  }

  previous() {
    this.next(-1);
  }

  /** Check all that is left, unless something has no answer. */
  finish() {
    const { left, missing } = this.attempt;
    missing[0] ? this.ask(left) : this.check(left);
  }

  /** Name the items without an answer; the button there checks what was asked as it is. */
  ask(asked = this.asked) {
    this.asked = asked;
    this.render();
    goTo(this.part("errors"));
  }

  check(ids = this.asked) {
    this.attempt.check(ids);
    this.asked = [];
    this.save(ids);
    this.render();
    goTo(this.view === "one" && ids[0] ? this.element(".fb p", this.field(this.current)) : this.element("#ket-qua-ten"));
  }

  retry() {
    this.attempt.retry();
    const { again } = this.attempt;
    this.save(again);
    this.tell("again", { n: again.length });
    this.start(again[0]);
  }

  /** Erase at once, on the device too; until the next answer it can be had back. */
  restart() {
    this.erased = this.attempt.save();
    this.attempt.load();
    this.store.erase();
    this.tell("erased");
    this.start(this.attempt.ids[0]);
  }

  undo() {
    this.attempt.load(this.erased);
    this.save();
    this.tell("undone");
    this.start(this.attempt.ids[0]);
  }

  /** Show an item and put the focus there. */
  start(id = "") {
    this.current = id;
    this.asked = [];
    this.render();
    goTo(this.field(id));
  }

  /** Go to a place in the quiz, such as #cau-ID: to the control to answer, or to what was answered. */
  follow(hash = "") {
    const target = document.getElementById(hash.slice(1));
    if (!target || !this.root.contains(target)) return false;
    const id = this.itemOf(target);
    if (id) this.current = id;
    if (id && !this.attempt.playing.includes(id)) this.attempt.again = [];
    this.render();
    const input = target.querySelector("input");
    goTo(!input || input.disabled ? target : input, target);
    return true;
  }

  render() {
    const { attempt, root, view } = this;
    const { playing } = attempt;
    const result = attempt.result();
    const finished = !attempt.left.length;
    if (!playing.includes(this.current)) this.current = playing[0];
    root.dataset.view = view;
    for (const name of ["all", "one"]) this.part(name).setAttribute("aria-pressed", String(name === view));
    const n = playing.filter((id) => attempt.answered(id)).length;
    this.part("progress").textContent = this.say("progress", { n, of: playing.length });
    // One list serves twice: what has no answer, and what to look at again.
    const listed = finished
      ? attempt.ids.filter((id) => result.items[id].points < 1)
      : this.asked.filter((id) => !attempt.answered(id));
    const missing = !finished && listed[0];
    const place = this.part(finished ? "review" : "errors");
    const list = this.part("list");
    if (list.parentElement !== place) place.append(list);
    for (const item of this.quiz.items) this.paint(item, result, listed);
    this.part("errors").hidden = !missing;
    document.title = (missing ? this.say("error") : "") + this.title;

    const done = attempt.checked.has(this.current);
    const next = this.beside();
    this.part("step").textContent = this.say(!done ? "check_one" : next ? "next" : "finish");
    this.part("skip").hidden = done || !next;
    this.part("previous").hidden = !this.beside(-1);
    this.part("turn").hidden = view === "all";
    this.part("end").hidden = view === "one" || finished;
    this.part("result").hidden = !finished;
    this.part("review").hidden = this.part("retry").hidden = !listed[0];
    if (finished) this.paintResult(result);
  }

  /** Show one item: choices, verdicts with their reasons, what is missing. */
  paint({ id, key } = this.quiz.items[0], result = this.attempt.result(), listed = this.asked) {
    const { attempt } = this;
    const field = this.field(id);
    const checked = attempt.checked.has(id);
    const { points, answered } = result.items[id];
    field.classList.toggle("is-checked", checked);
    field.classList.toggle("is-out", !attempt.playing.includes(id) || (this.view === "one" && id !== this.current));
    for (const option of field.querySelectorAll(".opt")) {
      const input = this.find("input", HTMLInputElement, option);
      const right = key.includes(input.value);
      input.checked = !!attempt.chosen[id]?.includes(input.value);
      input.disabled = checked;
      const state = !checked ? "" : input.checked ? (right ? "chosen_right" : "chosen_wrong") : right ? "missed" : "";
      option.setAttribute("data-state", state);
      this.element("i", option).textContent = state && ` ${this.say(state)}`;
      option.querySelector("[data-reason]")?.remove();
      if (state) option.append(this.element(`[data-reason=${input.value}]`, field).cloneNode(true));
    }

    const feedback = this.element(".fb", field);
    const verdict = !answered ? "unanswered" : points === 1 ? "right" : points ? "partly" : "wrong";
    const row = this.part(`row-${id}`);
    row.hidden = !listed.includes(id);
    this.element(".item__error", field).textContent = checked || row.hidden ? "" : this.say("missing");
    feedback.hidden = !checked;
    feedback.dataset.verdict = verdict;
    this.element("p", feedback).textContent = this.element("span", row).textContent = this.say(verdict, { points });
    if (!feedback.children[1]) feedback.append(this.element(".key > :last-child", field).cloneNode(true));
  }

  /** Fill in the result: points, verdict, band, objectives. */
  paintResult({ points, maximum: of, passed, items, objectives, band } = this.attempt.result()) {
    const all = Object.values(items);
    const full = all.filter((item) => item.points === 1).length;
    const n = all.filter((item) => !item.answered).length;
    this.part("points").textContent = this.say("number", { points });
    this.find(".score__value", SVGElement).setAttribute("width", String((100 * points) / of));
    const verdict = this.part("verdict");
    verdict.dataset.verdict = passed ? "pass" : "fail";
    verdict.textContent = this.say(verdict.dataset.verdict, { n: full, of });
    if (n) verdict.textContent += ` ${this.say("unanswered_count", { n })}`;
    this.part("band").textContent = band;
    for (const [id, [got, most]] of Object.entries(objectives)) {
      const row = this.part(`objective-${id}`);
      row.classList.toggle("is-full", got === most);
      this.element("b", row).textContent = this.say("points", { points: got, of: most });
    }
  }

  /** Say a sentence of quiz_says.yml in the live region, with a link to go on. */
  tell(text = "", values = {}, id = "", label = "") {
    const link = this.part("go");
    this.part("said").textContent = this.say(text, values);
    link.textContent = this.say(label, values);
    link.setAttribute("href", `#${id}`);
    link.hidden = !id;
    this.part("undo").hidden = text !== "erased";
  }

  /** Return a sentence of quiz_says.yml. */
  say(name = "", values = {}) {
    return fill(this.quiz.says[name], values, this.quiz.decimal);
  }

  /** The id of the item before or after the current one, among those in play. */
  beside(by = 1) {
    const { playing } = this.attempt;
    return playing[playing.indexOf(this.current) + by];
  }

  field(id = "") {
    return this.element(`#cau-${id}`);
  }

  /** What is chosen on the page. */
  picked(id = "") {
    return [...this.field(id).querySelectorAll("input:checked")].map((input) => input.getAttribute("value") || "");
  }

  /** @param {EventTarget | null} target */
  itemOf(target) {
    return (target instanceof Element && target.closest("fieldset")?.id.slice(4)) || "";
  }

  part(name = "") {
    return this.element(`[data-part=${name}]`);
  }
}
