import { Piece } from "../../js/worksheet.js";

const MOST = 1e9;
const MOST_LETTERS = 60;
/** `1.250`, `1 250`; a dot before other than three figures is no sign of thousands. */
const THOUSANDS = /^\d{1,3}(?:[.\s]\d{3})+$/;

// Recognised people and bases, as the officer has them in the books; a share only where its base is known.
export class CollectTargets extends Piece {
  /** @param {import("../collect/collect.js").default} page */
  constructor(page) {
    super(page.part("targets"), "collect-targets", page.given);
    this.page = page;
    this.root.addEventListener("input", ({ target }) => {
      const group = target instanceof HTMLElement && target.closest("[data-target]");
      if (group instanceof HTMLElement) this.take(group);
    });
    this.load();
  }

  /** @returns {HTMLElement[]} */
  get groups() {
    return [...this.root.querySelectorAll("[data-target]")].map((one) => /** @type {HTMLElement} */ (one));
  }

  /** Say what the sheets say, beside what the officer types. @param {import("../../js/collect/totals.js").Tally} all */
  showSelf({ count, may }) {
    this.write("self-scores", count ? this.say("self_scores", { n: count, may }) : "");
  }

  /** Show what was typed before. */
  load() {
    for (const group of this.groups) {
      const id = group.dataset.target ?? "";
      for (const name of /** @type {const} */ (["people", "base"])) {
        const value = this.page.unread.get(`${id}/${name}`) ?? this.page.targets[id]?.[name] ?? "";
        this.find(`[data-field=${name}]`, HTMLInputElement, group).value = String(value);
      }
      this.show(group);
    }
  }

  /**
   * @param {HTMLElement} group
   * @param {"people" | "base"} name
   * @returns {number | null | undefined} undefined: what is typed is no number of people
   */
  typed(group, name) {
    const text = this.find(`[data-field=${name}]`, HTMLInputElement, group).value.trim();
    if (!text) return null;
    const plain = THOUSANDS.test(text) ? text.replace(/[\s.]/g, "") : text;
    return /^\d{1,10}$/.test(plain) && Number(plain) <= MOST ? Number(plain) : undefined;
  }

  /** @param {HTMLElement} group */
  take(group) {
    const id = group.dataset.target ?? "";
    this.page.targets[id] = { people: this.typed(group, "people") ?? null, base: this.typed(group, "base") ?? null };
    for (const name of /** @type {const} */ (["people", "base"])) {
      if (this.typed(group, name) !== undefined) this.page.unread.delete(`${id}/${name}`);
      else this.page.unread.set(`${id}/${name}`, this.find(`[data-field=${name}]`, HTMLInputElement, group).value.slice(0, MOST_LETTERS));
    }
    this.page.save();
    this.show(group);
  }

  /** @param {HTMLElement} group */
  show(group) {
    const [people, base] = [this.typed(group, "people"), this.typed(group, "base")];
    const out = /** @type {HTMLElement} */ (group.querySelector("[data-out]"));
    const wrong = people === undefined || base === undefined || (people !== null && base !== null && people > base);
    for (const name of /** @type {const} */ (["people", "base"])) {
      const input = this.find(`[data-field=${name}]`, HTMLInputElement, group);
      input.setAttribute("aria-invalid", String(this.typed(group, name) === undefined || (wrong && people !== undefined && base !== undefined)));
    }
    if (people === undefined || base === undefined) out.textContent = this.say("share_number");
    else if (wrong) out.textContent = this.say("share_wrong");
    else if (people !== null && base) out.textContent = this.say("share", { people: String(people), base: String(base), share: this.share(people, base) });
    else out.textContent = people === null ? "" : this.say("share_none");
  }

  /**
   * A share in tenths of a percent, rounded down: nothing short of a mark is shown as reaching it.
   * @param {number} people
   * @param {number} base
   */
  share(people, base) {
    return String(Math.floor((people * 1000) / base) / 10).replace(".", this.page.given.decimal);
  }

  /** What the report says of each target. */
  get rows() {
    return this.page.given.targets.map(({ id, name, words, years }) => {
      const { people = null, base = null } = this.page.targets[id] ?? {};
      const share = people !== null && base && people <= base ? `${this.share(people, base)} %` : "";
      return { name, words: `${words}. ${years}.`, base, people, share };
    });
  }
}
