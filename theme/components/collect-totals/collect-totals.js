import { StateError, read } from "../../js/collect/state.js";
import { compared, comparedTallies, signed, totals, weakest, written } from "../../js/collect/totals.js";
import { bar, table } from "../../js/table.js";
import { Piece } from "../../js/worksheet.js";

/** @typedef {import("../../js/collect/totals.js").Tally} Tally */
/** @typedef {import("../../js/collect/totals.js").Totals} Totals */

// What the sheets say together: by group, label and indicator, what to teach next, and how it was before.
export class CollectTotals extends Piece {
  /** @param {import("../collect/collect.js").default} page */
  constructor(page) {
    super(page.part("totals"), "collect-totals", page.given);
    this.page = page;
    this.file = this.find("[data-part=before]", HTMLInputElement);
    this.file.addEventListener("change", () => this.open());
    /** @type {Totals | null} */
    this.before = null;
    this.names = new Map(page.given.groups.map(({ id, name }) => [id, name]));
    /** @type {Totals} */
    this.found = totals([], page.known, page.given.rules);
  }

  number(value = /** @type {number | null} */ (null)) {
    return value === null ? "–" : written(value, this.page.given.decimal);
  }

  indicator(id = "") {
    return this.page.given.indicators.find((one) => one.id === id);
  }

  show() {
    const { page } = this;
    this.found = totals(page.collection, page.known, page.given.rules);
    const { all, groups, labels, indicators } = this.found;
    this.part("totals-none").hidden = all.count > 0;
    /** @type {Element[]} */
    const parts = [];
    if (all.count) {
      parts.push(this.tallies("by_group", "group", [...groups].map(([id, tally]) => [this.names.get(id) ?? id, tally]), all));
      parts.push(this.tallies("by_label", "label", [...labels].map(([name, tally]) => [name || this.say("no_label"), tally]), null));
      const { floor } = page.given.rules;
      const heads = [this.say("indicator"), this.say("count"), this.say("mean"), this.say("bar")];
      if (floor !== null) heads.push(this.say("below", { floor }));
      parts.push(
        this.table("by_indicator", heads, indicators.map(({ id, count, mean, share, low }) => {
          const cells = [this.indicator(id)?.name ?? id, String(count), this.number(mean), bar(share)];
          return floor === null ? cells : [...cells, String(low ?? 0)];
        })),
      );
      const rows = weakest(this.found).map(({ id, mean }) => {
        const link = document.createElement("a");
        const { title = "", url = "" } = this.indicator(id)?.teach ?? {};
        link.href = url;
        link.textContent = title;
        return [this.indicator(id)?.name ?? id, this.number(mean), link];
      });
      parts.push(this.table("weakest", [this.say("indicator"), this.say("mean"), this.say("teach")], rows));
    }
    this.part("tables").replaceChildren(...parts);
    this.showBefore();
  }

  /**
   * @param {string} says
   * @param {string[]} heads
   * @param {(string | Element)[][]} rows
   */
  table(says, heads, rows) {
    return table(this.say(says), heads, rows, this.say("scroll"));
  }

  /**
   * @param {string} says
   * @param {string} of
   * @param {[string, Tally][]} rows
   * @param {Tally | null} all
   */
  tallies(says, of, rows, all) {
    const heads = ["count", "may", "bar", "not", "open", "mean_full"].map((name) => this.say(name));
    const row = (/** @type {string} */ name, /** @type {Tally} */ tally) => [
      name, String(tally.count), String(tally.may), bar(tally.count ? tally.may / tally.count : 0), String(tally.not), String(tally.open), this.number(tally.mean),
    ];
    const list = rows.map(([name, tally]) => row(name, tally));
    if (all) list.push(row(this.say("all"), all));
    return this.table(says, [this.say(of), ...heads], list);
  }

  async open() {
    const [file] = this.file.files ?? [];
    if (!file) return;
    try {
      const { state } = read(await file.text(), this.page.known);
      this.before = totals(state.entries, this.page.known, this.page.given.rules);
      this.write("before-wrong", "");
      this.page.tell(this.say("before_opened", { name: state.period || file.name, n: state.entries.length }));
    } catch (error) {
      this.write("before-wrong", this.say(`file_${error instanceof StateError ? error.reason : "broken"}`));
    }
    this.showBefore();
  }

  /**
   * Two periods beside each other: sheets and "may reach it" of all, of each group and label, then the means.
   * None without an earlier period.
   */
  get comparison() {
    const { before, found } = this;
    if (!before) return [];
    const of = (/** @type {Map<string, Tally>} */ then, /** @type {Map<string, Tally>} */ now, called = (id = "") => id) =>
      comparedTallies(then, now).flatMap(({ id, ...figures }) =>
        /** @type {const} */ (["count", "may"]).map((name) => ({ name: labelled(called(id), this.say(name)), ...figures[name] })),
      );
    return [
      ...of(new Map([["", before.all]]), new Map([["", found.all]])),
      ...of(before.groups, found.groups, (id = "") => this.names.get(id) ?? id),
      ...of(before.labels, found.labels, (label) => label || this.say("no_label")),
      ...compared(before, found).map(({ id, ...row }) => ({ name: this.indicator(id)?.name ?? id, ...row })),
    ];
  }

  showBefore() {
    const rows = this.comparison.map(({ name, before, now, change }) => [name, this.number(before), this.number(now), signed(this.number(change))]);
    const heads = ["indicator", "was", "now", "change"].map((name) => this.say(name));
    this.part("compared").replaceChildren(...(rows.length ? [this.table("compared", heads, rows)] : []));
  }
}

/** "Xóm A: số phiếu"; of all: "Số phiếu". */
const labelled = (of = "", what = "") => (of ? `${of}: ${what.charAt(0).toLowerCase()}${what.slice(1)}` : what);
