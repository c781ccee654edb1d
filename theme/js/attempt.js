import { score } from "./score.js";

/** One person's way through a quiz: what is chosen, what is checked, what is to do again. Knows no page. */
export class Attempt {
  /** @param {QuizData} quiz */
  constructor(quiz) {
    this.quiz = quiz;
    this.ids = quiz.items.map((item) => item.id);
    /** @type {Record<string, string[]>} */
    this.chosen = {};
    /** @type {Set<string>} */
    this.checked = new Set();
    /** @type {string[]} in play, if not all are */
    this.again = [];
  }

  /** Take what was saved, as far as it fits the items of today; return the ids of edited ones. */
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

  /** Return what to save: some items of this attempt, the rest as another tab may have saved it. */
  save(saved = Object(), ids = this.ids) {
    const items = { ...Object(saved).items };
    for (const { id, hash } of this.quiz.items) {
      if (ids.includes(id)) items[id] = { hash, chosen: this.chosen[id] || [], checked: this.checked.has(id) };
    }
    return { items, again: this.again };
  }

  /** Ids in play: all, or those to do again. */
  get playing() {
    return this.again.length ? this.again : this.ids;
  }

  /** Ids in play that are not checked. */
  get left() {
    return this.playing.filter((id) => !this.checked.has(id));
  }

  /** Ids left that have no answer. */
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

  /** Open again what is not fully right; the rest is kept. */
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
