import { Collection } from "../../js/collect/entries.js";
import { read, write } from "../../js/collect/state.js";
import { Store } from "../../js/store.js";
import { Piece } from "../../js/worksheet.js";
import { CollectGrid } from "../collect-grid/collect-grid.js";
import { CollectIn } from "../collect-in/collect-in.js";
import { CollectList } from "../collect-list/collect-list.js";
import { CollectOut } from "../collect-out/collect-out.js";
import { CollectTargets } from "../collect-targets/collect-targets.js";
import { CollectTotals } from "../collect-totals/collect-totals.js";

// The officers' page. All that changes is a Collection and a few words; changed() shows what follows from them.
export default class Collect extends Piece {
  /** @param {HTMLElement} root */
  constructor(root) {
    /** @type {CollectData} */
    const data = JSON.parse(root.querySelector("script")?.text ?? "");
    super(root, "collect", data);
    this.given = data;
    const maxima = data.rules.maxima.map(([, most]) => most);
    const codes = data.coded ? data.groups.map(({ id }) => ({ criteria: data.set, group: id, maxima: maxima.map((most) => most ?? 0) })) : [];
    /** @type {import("../../js/collect/entries.js").Known} */
    this.known = { set: data.set, groups: data.groups.map(({ id }) => id), ids: data.rules.maxima.map(([id]) => id), maxima, codes, hashes: new Map(Object.entries(data.hashes)) };
    this.store = new Store(`hub:collect:${data.set}`, 1);
    this.collection = new Collection();
    /** @type {import("../../js/collect/state.js").State["targets"]} */
    this.targets = Object.create(null);
    this.unit = "";
    this.period = "";
    /** @type {string[][]} rows typed and not yet taken */
    this.draft = [];
    /** What was typed beside targets and is no number yet, by target and field. @type {Map<string, string>} */
    this.unread = new Map();
    this.begin();
    this.in = new CollectIn(this);
    this.grid = new CollectGrid(this);
    this.list = new CollectList(this);
    this.totals = new CollectTotals(this);
    this.besides = data.targets.length ? new CollectTargets(this) : null;
    this.out = new CollectOut(this);
    this.show();
    if (this.collection.size) this.tell(this.say("resumed", { n: this.collection.size }));
  }

  /** Take up what the device keeps; what is broken there is left. */
  begin() {
    const kept = Object(this.store.read());
    if (Array.isArray(kept.draft)) {
      this.draft = kept.draft.slice(0, 500).filter(Array.isArray).map((/** @type {unknown[]} */ row) => row.map((cell) => (typeof cell === "string" ? cell : "")));
    }
    try {
      if (typeof kept.state === "string") this.load(read(kept.state, this.known).state);
    } catch {
      // the next change replaces it
    }
    if (Array.isArray(kept.unread)) {
      const texts = kept.unread.slice(0, 200).filter((/** @type {any} */ one) => typeof one?.[0] === "string" && typeof one[1] === "string");
      this.unread = new Map(texts);
    }
  }

  /** @returns {import("../../js/collect/state.js").State} */
  get state() {
    return { unit: this.unit, period: this.period, entries: [...this.collection], targets: this.targets };
  }

  /** @param {import("../../js/collect/state.js").State} state */
  load({ unit, period, entries, targets }) {
    this.in?.drop();
    this.collection = new Collection(entries);
    [this.unit, this.period, this.targets] = [unit, period, targets];
    this.unread.clear();
    this.out?.load();
    this.besides?.load();
  }

  save() {
    this.store.update(() => ({ state: write(this.state, this.known), draft: this.draft, unread: [...this.unread] }));
    if (!this.store.kept) this.write("private", this.say("not_kept"));
  }

  /** @param {string[][]} rows */
  keepDraft(rows) {
    this.draft = rows.filter((row) => row.slice(1).some(Boolean));
    this.save();
  }

  changed() {
    this.save();
    this.show();
  }

  show() {
    this.list.show();
    this.totals.show();
    this.besides?.showSelf(this.totals.found.all);
    this.in.showLabels([...this.totals.found.labels.keys()]);
  }

  tell(text = "") {
    this.write("said", text);
  }

  erase() {
    this.collection.clear();
    this.load({ unit: "", period: "", entries: [], targets: Object.create(null) });
    this.draft = [];
    this.grid.empty();
    this.totals.before = null;
    this.in.begin();
    this.in.end("");
    this.store.erase();
  }
}
