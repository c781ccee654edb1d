// One person's self-score: points, evidence, plan and earlier scores. It knows no storage and no page.
// What is loaded may come from an older set, another version or a file of anyone's: it is taken apart value by value.

/**
 * @typedef {{what: string, where: string, date: string, note: string}} Evidence
 * @typedef {{points: number | null, old: number | null, hash: string, note: string, evidence: Map<string, Evidence>}} Answer
 * @typedef {{what?: string, how?: string, when?: string, who?: string, state: "" | "added" | "dropped"}} PlanEntry
 * @typedef {{indicator: string, points: number | null, hash: string}} Scored
 * @typedef {{month: string, points: Scored[]}} Score
 * @typedef {{edited: string[], added: string[], removed: string[], rules: boolean}} Changes
 */

const MOST = 300;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
export const FIELDS = /** @type {const} */ (["what", "how", "when", "who"]);

/** @param {unknown} value */
export const words = (value, most = MOST) => (typeof value === "string" ? value.slice(0, most) : "");

/**
 * @param {unknown} value
 * @returns {any[]} its entries that are objects, not too many
 */
export const entries = (value, most = 100) =>
  Array.isArray(value) ? value.slice(0, most).filter((one) => one && typeof one === "object") : [];

/** @param {unknown} value */
const whole = (value, most = /** @type {number | null} */ (null)) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= (most ?? 1e6) ? Number(value) : null;

export class Sheet {
  /** @param {CheckData} set */
  constructor(set) {
    this.set = set;
    this.most = new Map(set.rules.maxima);
    this.known = new Map(set.indicators.map((one) => [one.id, one]));
    this.id = "";
    this.label = "";
    this.random = /** @type {number | null} */ (null);
    this.difficult = false;
    /** @type {Map<string, Answer>} */
    this.answers = new Map();
    /** @type {any[]} answers to indicators that the set no longer has */
    this.others = [];
    /** @type {string[]} the set's indicators when the person last looked */
    this.seen = [];
    this.rules = "";
    /** @type {Map<string, PlanEntry>} */
    this.plan = new Map();
    /** @type {Score[]} */
    this.scores = [];
    this.load(null);
  }

  /**
   * Take what fits today's set; keep the rest, uncounted.
   * @param {any} saved
   * @returns {Changes} what is not as it was
   */
  load(saved) {
    const { id, label, random, answers, seen, rules, plan, scores, difficult } = Object(saved);
    this.id = words(id, 40);
    this.label = words(label, 20);
    this.random = whole(random, 2 ** 40);
    this.difficult = difficult === true;
    this.answers = new Map();
    const given = new Map(entries(answers).map((one) => [one.indicator, one]));
    for (const { id: name, hash, evidence } of this.set.indicators) {
      this.answers.set(name, this.answer(given.get(name), name, hash, evidence));
      given.delete(name);
    }
    this.others = [...given.values()];
    const today = [...this.known.keys()];
    this.seen = Array.isArray(seen) ? seen.slice(0, 100).map((one) => words(one, 80)) : today;
    this.rules = JSON.stringify(Array.isArray(rules) ? rules.slice(0, 2) : this.todaysRules());
    this.plan = new Map();
    for (const one of entries(plan)) {
      const state = one.state === "added" || one.state === "dropped" ? one.state : "";
      const fields = FIELDS.filter((field) => typeof one[field] === "string").map((field) => [field, words(one[field])]);
      this.plan.set(words(one.indicator, 80), { ...Object.fromEntries(fields), state });
    }
    this.scores = entries(scores, 60).map(readScore);
    return this.changes();
  }

  /**
   * @param {any} saved
   * @param {string} id
   * @param {string} hash
   * @param {string[]} evidence
   * @returns {Answer}
   */
  answer(saved, id, hash, evidence) {
    const { points, note, evidence: kept, hash: then } = Object(saved);
    /** @type {Answer} */
    const answer = { points: null, old: null, hash, note: words(note), evidence: new Map() };
    if (then === hash) answer.points = whole(points, this.most.get(id));
    else if (whole(points) !== null) [answer.old, answer.hash] = [whole(points), words(then, 40)];
    for (const one of entries(kept)) {
      const what = { what: words(one.what), where: words(one.where), date: DATE.test(one.date) ? one.date : "", note: words(one.note) };
      if (evidence.includes(one.id)) answer.evidence.set(one.id, what);
      else if (what.what) answer.note = words([answer.note, ...Object.values(what)].filter(Boolean).join("; ").trim(), 1000);
    }
    return answer;
  }

  todaysRules() {
    return [this.set.rules.pass_mark, this.set.rules.floor];
  }

  /** @returns {Changes} */
  changes() {
    const today = [...this.known.keys()];
    return {
      edited: today.filter((id) => this.get(id).old !== null),
      added: today.filter((id) => !this.seen.includes(id)),
      removed: this.seen.filter((id) => !today.includes(id)),
      rules: this.rules !== JSON.stringify(this.todaysRules()),
    };
  }

  // The person has read what changed; edited indicators still ask to be looked at.
  acknowledge() {
    this.seen = [...this.known.keys()];
    this.rules = JSON.stringify(this.todaysRules());
  }

  // A name for what the set no longer has.
  nameOf(id = "") {
    return this.known.get(id)?.name ?? (words(this.others.find((one) => one.indicator === id)?.name) || id);
  }

  get(id = "") {
    return /** @type {Answer} */ (this.answers.get(id));
  }

  /**
   * @param {string} id
   * @param {number | null} points
   */
  give(id, points) {
    const answer = this.get(id);
    answer.points = whole(points, this.most.get(id));
    answer.old = null;
    answer.hash = this.known.get(id)?.hash ?? "";
  }

  // An edited indicator's points may stay if the maximum still allows them.
  mayKeep(id = "") {
    return whole(this.get(id).old, this.most.get(id)) !== null;
  }

  /** @returns {Record<string, number | null>} */
  get points() {
    return Object.fromEntries([...this.answers].map(([id, { points }]) => [id, points]));
  }

  // What the device keeps, and the file "everything".
  save() {
    const answers = [...this.answers].map(([indicator, { points, old, hash, note, evidence }]) => ({
      indicator,
      name: this.nameOf(indicator),
      hash,
      points: points ?? old,
      note,
      evidence: [...evidence].map(([id, one]) => ({ id, ...one })),
    }));
    return {
      id: this.id,
      set: this.set.set,
      group: this.set.group,
      label: this.label,
      random: this.random,
      difficult: this.difficult,
      answers: [...answers, ...this.others],
      seen: this.seen,
      rules: JSON.parse(this.rules),
      plan: [...this.plan].map(([indicator, entry]) => ({ indicator, ...entry })),
      scores: this.scores,
    };
  }

  // Put today's points away under a month, to be compared with later.
  keepScore(month = "") {
    const points = [...this.answers].map(([indicator, one]) => ({ indicator, points: one.points, hash: one.hash }));
    this.scores.push({ month, points });
    this.scores = this.scores.slice(-60);
  }
}

/**
 * @param {any} saved
 * @returns {Score}
 */
function readScore(saved) {
  const points = entries(saved.points).map((one) => ({
    indicator: words(one.indicator, 80),
    points: whole(one.points),
    hash: words(one.hash, 40),
  }));
  return { month: /^\d{4}-\d{2}$/.test(saved.month) ? saved.month : "", points };
}
