import { Attempt } from "../../js/attempt.js";
import { Component } from "../../js/component.js";
import { Store } from "../../js/store.js";
import { decimal, fill } from "../../js/text.js";

/** @param {HTMLElement} element */
function goTo(element) {
  element.focus({ preventScroll: true });
  element.scrollIntoView();
}

/**
 * @param {string} href
 * @param {string} text
 */
function link(href, text) {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  return made;
}

/** @param {Node} content */
function row(content) {
  const made = document.createElement("li");
  made.append(content);
  return made;
}

/** A quiz that came as a form with its key. The state is an Attempt and a few names; render() shows all of it. */
export default class Quiz extends Component {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, "quiz");
    /** @type {QuizData} */
    this.quiz = JSON.parse(this.find("script", HTMLScriptElement).text);
    this.says = this.quiz.says;
    this.attempt = new Attempt(this.quiz);
    this.store = new Store(`hub:quiz:${this.quiz.id}`, 1);
    this.views = new Store("hub:quiz-view", 1);
    this.fields = new Map(this.attempt.ids.map((id) => [id, this.find(`[data-item="${id}"]`, HTMLFieldSetElement)]));
    this.title = document.title;
    /** One at a time. */
    this.one = this.views.read() === "one";
    /** The item last touched; the one shown when one at a time. */
    this.current = "";
    /** @type {string[]} items asked for that have no answer */
    this.missing = [];
    /** @type {string[]} items that "check anyway" will check */
    this.left = [];
    /** @type {any} */
    this.erased = null;

    this.load();
    this.resume();
    this.find("[type=submit]", HTMLButtonElement).disabled = false;
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.one) this.step();
      else this.finish();
    });
    root.addEventListener("change", (event) => this.choose(this.itemOf(event.target)));
    root.addEventListener("focusin", (event) => (this.current = this.itemOf(event.target) || this.current));
    root.addEventListener("click", (event) => this.click(event));
    addEventListener("hashchange", () => this.follow(location.hash));
    this.store.watch(() => {
      this.load();
      this.render();
    });
    this.render();
    this.follow(location.hash);
  }

  // --- state ---

  /** Read what is kept; what was chosen before this script ran counts where nothing is kept. */
  load() {
    const kept = this.store.read();
    this.edited = this.attempt.load(kept);
    this.missing = [];
    if (this.current) return;
    const fresh = this.attempt.ids.filter((id) => !Object(kept?.items)[id] && this.picked(id).length);
    for (const id of fresh) this.attempt.chosen[id] = this.picked(id);
    if (fresh.length) this.save(fresh);
  }

  /** Say what was opened again, and where to go on. */
  resume() {
    const { attempt, says, edited = [] } = this;
    const n = attempt.ids.filter((id) => attempt.answered(id)).length;
    const of = attempt.ids.length;
    const open = this.open;
    this.current = open || attempt.ids[0];
    if (!open) {
      const { points: got } = attempt.result();
      this.tell(fill(says.resumed_result, { points: this.write(got), of }), link("#ket-qua-ten", says.finish));
    } else if (n || edited.length) {
      const text = [fill(says.resumed, { n, of })];
      if (edited.length) text.push(fill(says.edited, { n: edited.length }));
      this.tell(text.join(" "), link(`#cau-${open}`, fill(says.continue, { n: this.number(open) })));
    }
  }

  /** @param {string[]} ids */
  save(ids) {
    this.store.update((kept) => this.attempt.save(kept, ids));
    const line = this.part("private");
    if (this.store.kept || line.textContent === this.says.not_kept) return;
    line.textContent = this.says.not_kept;
    this.tell(this.says.not_kept);
  }

  /** The item in play to go on with: without an answer if there is one, else not checked. */
  get open() {
    const left = this.attempt.left;
    return left.find((id) => !this.attempt.answered(id)) || left[0];
  }

  /** @param {number} by */
  beside(by) {
    const { playing } = this.attempt;
    return playing[playing.indexOf(this.current) + by];
  }

  // --- what a person does ---

  /** @param {string} id */
  choose(id) {
    this.attempt.chosen[id] = this.picked(id);
    if (this.attempt.answered(id)) this.missing = this.missing.filter((other) => other !== id);
    this.save([id]);
    this.render();
  }

  /** @param {MouseEvent} event */
  click(event) {
    const target = /** @type {Element} */ (event.target);
    const { view, do: act } = target.closest("button")?.dataset || {};
    const href = target.closest("a")?.getAttribute("href");
    if (view) {
      this.one = view === "one";
      this.views.update(() => view);
      this.render();
    } else if (act === "step") this.step();
    else if (act === "skip") this.turn(1);
    else if (act === "previous") this.turn(-1);
    else if (act === "anyway") this.check(this.left);
    else if (act === "retry") this.retry();
    else if (act === "restart") this.restart();
    else if (act === "undo") this.undo();
    else if (act === "print") print();
    else if (href?.startsWith("#") && this.follow(href)) event.preventDefault();
  }

  /** One at a time: check this item, or go on. */
  step() {
    const { current, attempt } = this;
    if (attempt.checked.has(current)) {
      if (this.beside(1)) this.turn(1);
      else this.finish();
    } else if (attempt.answered(current)) this.check([current]);
    else this.ask([current], [current]);
  }

  /** @param {number} by */
  turn(by) {
    this.start(this.beside(by));
  }

  /** Check all that is left, unless something has no answer. */
  finish() {
    const { left } = this.attempt;
    const missing = left.filter((id) => !this.attempt.answered(id));
    if (missing.length) this.ask(missing, left);
    else this.check(left);
  }

  /**
   * @param {string[]} missing
   * @param {string[]} left
   */
  ask(missing, left) {
    this.missing = missing;
    this.left = left;
    const rows = missing.map((id) => {
      const made = row(link(`#cau-${id}-1`, fill(this.says.item_unanswered, { n: this.number(id) })));
      made.dataset.for = id;
      return made;
    });
    this.element(".errors__list").replaceChildren(...rows);
    this.render();
    goTo(this.part("errors"));
  }

  /** @param {string[]} ids */
  check(ids) {
    const one = this.one && ids.length === 1;
    this.attempt.check(ids);
    this.missing = [];
    this.save(ids);
    this.render();
    if (one) goTo(this.element(".fb__verdict", this.field(ids[0])));
    else if (this.attempt.finished) goTo(this.element("#ket-qua-ten"));
  }

  retry() {
    this.attempt.retry();
    const ids = this.attempt.again;
    this.save(ids);
    this.tell(fill(this.says.again, { n: ids.length }));
    this.start(ids[0]);
  }

  /** Erase at once, here and on the device; until the page closes it can be taken back. */
  restart() {
    this.erased = this.attempt.save(null, this.attempt.ids);
    this.attempt.load(null);
    this.store.erase();
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "btn";
    undo.dataset.do = "undo";
    undo.textContent = this.says.undo;
    this.tell(this.says.erased, undo);
    this.start(this.attempt.ids[0]);
  }

  undo() {
    this.attempt.load(this.erased);
    this.save(this.attempt.ids);
    this.tell("");
    this.start(this.open || this.attempt.ids[0]);
  }

  /**
   * Show an item and put the focus there.
   * @param {string} id
   */
  start(id) {
    this.current = id;
    this.missing = [];
    this.render();
    goTo(this.field(id));
  }

  /**
   * Go to a place in the quiz, such as `#cau-ID`.
   * @param {string} hash
   */
  follow(hash) {
    const target = document.getElementById(hash.slice(1));
    if (!target || !this.root.contains(target)) return false;
    const id = this.itemOf(target);
    if (id) {
      this.current = id;
      if (!this.attempt.playing.includes(id)) this.attempt.again = [];
      this.render();
    }
    goTo(target);
    return true;
  }

  // --- what is shown ---

  render() {
    const { attempt, says, one } = this;
    const { playing, checked, finished } = attempt;
    const result = attempt.result();
    if (!playing.includes(this.current)) this.current = playing[0];
    const current = this.current;
    this.root.dataset.view = one ? "one" : "all";
    for (const button of this.root.querySelectorAll("button[data-view]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-view") === this.root.dataset.view));
    }
    for (const id of attempt.ids) {
      this.field(id).classList.toggle("is-out", !playing.includes(id) || (one && id !== current));
      this.paint(id, result);
    }
    const n = playing.filter((id) => attempt.answered(id)).length;
    this.part("progress").textContent = fill(says.progress, { n, of: playing.length });

    this.part("errors").hidden = !this.missing.length;
    document.title = (this.missing.length ? says.error : "") + this.title;
    for (const item of this.root.querySelectorAll("[data-for]")) {
      if (!this.missing.includes(item.getAttribute("data-for") || "")) item.remove();
    }

    const next = this.beside(1);
    const step = this.act("step");
    step.textContent = checked.has(current) ? (next ? says.next : says.finish) : says.check_one;
    this.act("skip").hidden = checked.has(current) || !next;
    this.act("previous").hidden = !this.beside(-1);
    this.part("turn").hidden = !one;
    this.part("end").hidden = one || finished;
    this.part("result").hidden = !finished;
    if (finished) this.paintResult(result);
  }

  /**
   * @param {string} id
   * @param {Result} result
   */
  paint(id, result) {
    const { attempt, says } = this;
    const field = this.field(id);
    const chosen = attempt.chosen[id] || [];
    const checked = attempt.checked.has(id);
    const { key } = this.quiz.items[this.number(id) - 1];
    for (const input of field.querySelectorAll("input")) {
      const option = /** @type {HTMLElement} */ (input.closest(".opt"));
      const right = key.includes(input.value);
      input.checked = chosen.includes(input.value);
      input.disabled = checked;
      const state = !checked ? "" : input.checked ? (right ? "chosen_right" : "chosen_wrong") : right ? "missed" : "";
      option.dataset.state = state;
      this.element(".opt__verdict", option).textContent = state && ` ${says[state]}`;
      option.querySelector("[data-rationale]")?.remove();
      if (state) option.append(this.element(`[data-rationale="${input.value}"]`, field).cloneNode(true));
    }
    const missing = this.missing.includes(id);
    const error = this.element(".item__error", field);
    error.hidden = !missing;
    if (missing) field.setAttribute("aria-describedby", error.id);
    else field.removeAttribute("aria-describedby");
    field.classList.toggle("is-checked", checked);

    const feedback = this.element(".fb", field);
    const verdict = this.verdict(id, result);
    const { points: got } = result.items[id];
    feedback.hidden = !checked;
    feedback.dataset.verdict = verdict;
    this.element("p", feedback).textContent =
      says[verdict] + (verdict === "partly" ? `: ${fill(says.points, { points: this.write(got), of: 1 })}` : "");
    if (!feedback.children[1]) feedback.append(this.element(".key__sources", field).cloneNode(true));
  }

  /** @param {Result} result */
  paintResult(result) {
    const { attempt, says } = this;
    const part = this.part("result");
    const of = result.maximum;
    const unanswered = attempt.ids.filter((id) => !result.items[id].answered).length;
    const again = attempt.ids.filter((id) => result.items[id].points < 1);
    const [number, rest] = this.element(".score__points").children;
    number.textContent = this.write(result.points);
    rest.textContent = fill(says.of, { of });
    this.find(".score__value", SVGElement).setAttribute("width", String((100 * result.points) / of));
    const verdict = this.element(".score__verdict");
    verdict.dataset.verdict = result.passed ? "pass" : "fail";
    verdict.textContent = fill(says[verdict.dataset.verdict], {
      cut: this.write((this.quiz.cut_score * of) / 100),
      n: of - again.length,
      of,
    });
    if (unanswered) verdict.textContent += ` ${fill(says.unanswered_count, { n: unanswered })}`;
    this.element(".score__band").textContent = result.band;
    for (const objective of part.querySelectorAll("[data-objective]")) {
      const [got, most] = result.objectives[objective.getAttribute("data-objective") || ""];
      this.element("b", objective).textContent = fill(says.points, { points: this.write(got), of: most });
      objective.classList.toggle("is-full", got === most);
    }
    const rows = again.map((id) => {
      const text = fill(says.item_verdict, { n: this.number(id), verdict: says[this.verdict(id, result)] });
      return row(link(`#cau-${id}`, text));
    });
    this.element(".score__items").replaceChildren(...rows);
    this.element(".score__review").hidden = !again.length;
    this.act("retry").hidden = !again.length;
  }

  /**
   * @param {string} id
   * @param {Result} result
   */
  verdict(id, result) {
    const { points: got, answered } = result.items[id];
    return !answered ? "unanswered" : got === 1 ? "right" : got ? "partly" : "wrong";
  }

  // --- finding and writing ---

  /**
   * Say something in the live region.
   * @param {string} text
   * @param {Node[]} more
   */
  tell(text, ...more) {
    const line = document.createElement("p");
    line.append(text);
    this.part("status").replaceChildren(...(text ? [line, ...more] : []));
  }

  /** @param {number} value */
  write(value) {
    return decimal(value, this.quiz.decimal);
  }

  /** @param {string} id */
  number(id) {
    return this.attempt.ids.indexOf(id) + 1;
  }

  /** @param {string} id */
  field(id) {
    return /** @type {HTMLFieldSetElement} */ (this.fields.get(id));
  }

  /** @param {string} id */
  picked(id) {
    return [...this.field(id).querySelectorAll("input")].filter((input) => input.checked).map((input) => input.value);
  }

  /** @param {EventTarget | null} target */
  itemOf(target) {
    return (target instanceof Element && target.closest("fieldset")?.dataset.item) || "";
  }

  /** @param {string} name */
  part(name) {
    return this.element(`[data-part="${name}"]`);
  }

  /** @param {string} name */
  act(name) {
    return this.find(`[data-do="${name}"]`, HTMLButtonElement);
  }
}
