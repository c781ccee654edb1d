import { score } from "./score.js";

// One way through a quiz: what is chosen, what is checked, what is to do again.
export class Attempt {
  /** @param {QuizData} quiz */
  constructor(quiz) {
    this.quiz = quiz;
    this.ids = quiz.items.map((item) => item.id);
    /** @type {Record<string, string[]>} */
    this.chosen = {};
    /** @type {Set<string>} */
    this.checked = new Set();
    /** @type {string[]} */
    this.again = [];
  }

  // Take what fits today's items; return the ids of edited ones.
  load(saved = Object()) {
    const { items, again } = Object(saved);
    /** @type {string[]} */
    const edited = [];
    this.chosen = {};
    this.checked.clear();
    for (const { id, hash, options, many } of this.quiz.items) {
      const entry = Object(Object(items)[id]);
      if (entry.hash === hash) {
        const known = options.filter((option) => Array.isArray(entry.chosen) && entry.chosen.includes(option));
        this.chosen[id] = many ? known : known.slice(0, 1);
        if (entry.checked) this.checked.add(id);
      } else if (entry.hash) {
        this.chosen[id] = [];
        edited.push(id);
      }
    }
    this.again = Array.isArray(again) ? this.ids.filter((id) => again.includes(id) || edited.includes(id)) : [];
    if (!this.left.length || !again?.length) this.again = [];
    return edited;
  }

  // Put some items into what another tab may have saved.
  save(saved = Object(), ids = this.ids) {
    const items = { ...Object(saved).items };
    for (const { id, hash } of this.quiz.items) {
      if (ids.includes(id)) items[id] = { hash, chosen: this.chosen[id] || [], checked: this.checked.has(id) };
    }
    return { items, again: this.again };
  }

  get playing() {
    return this.again.length ? this.again : this.ids;
  }

  get left() {
    return this.playing.filter((id) => !this.checked.has(id));
  }

  get missing() {
    return this.left.filter((id) => !this.answered(id));
  }

  answered(id = "") {
    return this.chosen[id]?.length > 0;
  }

  check(ids = this.left) {
    for (const id of ids) this.checked.add(id);
    if (!this.left.length) this.again = [];
  }

  retry() {
    const { items } = this.result();
    this.again = this.ids.filter((id) => items[id].points < 1);
    for (const id of this.again) {
      this.chosen[id] = [];
      this.checked.delete(id);
    }
  }

  result() {
    return score(this.quiz, this.chosen);
  }
}
