import { score } from "./score.js";

// One person's way through a quiz: what is chosen, what is checked, what is in play.
export class Attempt {
  /** @param {QuizData} quiz */
  constructor(quiz) {
    this.quiz = quiz;
    this.ids = quiz.items.map((item) => item.id);
    /** @type {Record<string, string[]>} */
    this.chosen = {};
    /** @type {Set<string>} */
    this.checked = new Set();
    /** @type {string[]} to do again; empty: all */
    this.again = [];
  }

  /**
   * Take what was saved as far as it fits today's items; return the ids of edited ones.
   * @param {any} saved
   */
  load(saved) {
    const { items, again } = Object(saved);
    /** @type {string[]} */
    const edited = [];
    this.chosen = {};
    this.checked.clear();
    for (const { id, hash, options, kind } of this.quiz.items) {
      const entry = Object(Object(items)[id]);
      if (entry.hash === hash) {
        const known = options.filter((option) => Array.isArray(entry.chosen) && entry.chosen.includes(option));
        this.chosen[id] = kind === "multiple_response" ? known : known.slice(0, 1);
        if (entry.checked) this.checked.add(id);
      } else if (entry.hash) edited.push(id);
    }
    const open = this.ids.filter((id) => Array.isArray(again) && again.includes(id));
    this.again = open.length && !this.finished ? this.ids.filter((id) => open.includes(id) || !this.checked.has(id)) : [];
    return edited;
  }

  /**
   * What to save: some items of this attempt, the rest as another tab may have saved it.
   * @param {any} saved
   * @param {string[]} ids
   */
  save(saved, ids) {
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

  get finished() {
    return this.ids.every((id) => this.checked.has(id));
  }

  /** @param {string} id */
  answered(id) {
    return this.chosen[id]?.length > 0;
  }

  /** @param {string[]} ids */
  check(ids) {
    for (const id of ids) this.checked.add(id);
    if (this.finished) this.again = [];
  }

  // Open again what is not fully right.
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
