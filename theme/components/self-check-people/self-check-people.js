import { MOST_PEOPLE, freeLabel, newId, peopleOf, readKept, withPerson, withoutPerson } from "../../js/people.js";
import { Sheet } from "../../js/sheet.js";
import { Piece, goTo } from "../../js/worksheet.js";

// Whose sheet it is: choose, name, add, erase, open a saved one.
export class People extends Piece {
  /** @param {import("../self-check/self-check.js").default} check */
  constructor(check) {
    super(check.part("people"), "self-check-people", check.set);
    this.check = check;
    this.who = this.find("[data-part=who]", HTMLSelectElement);
    this.label = this.find("[data-part=name]", HTMLInputElement);
    this.file = this.find("[data-part=file]", HTMLInputElement);
    this.who.addEventListener("change", () => this.pick(this.who.value));
    this.file.addEventListener("change", () => this.open());
    this.label.addEventListener("keydown", (event) => event.key === "Enter" && (event.preventDefault(), this.rename()));
    this.shown = "";
  }

  show() {
    const { sheet, set, kept } = this.check;
    const own = peopleOf(kept, set);
    this.write("label", sheet.label);
    this.part("pick").hidden = own.length < 2;
    this.who.replaceChildren(...own.map(({ id, label }) => new Option(label, id, false, id === sheet.id)));
    if (this.shown !== sheet.id + sheet.label) this.label.value = sheet.label;
    this.shown = sheet.id + sheet.label;
  }

  // Make another person the current one; everything of the last one is kept already.
  pick(id = "") {
    this.check.store.update((value) => {
      const kept = readKept(value);
      const person = kept.people.find((one) => one.id === id);
      return person ? withPerson(kept, person) : kept;
    });
    this.change("switched");
  }

  change(says = "", label = "", address = "", go = "") {
    const { check } = this;
    check.reload();
    check.current = check.result.unanswered[0] ?? check.ids[0];
    check.render();
    check.tell(check.say(says, { label: label || check.sheet.label }), address, go && check.say(go));
    this.fail("");
  }

  /** @param {Record<string, number | string>} values */
  fail(says = "", values = {}) {
    this.write("wrong", says && this.say(says, values));
    this.label.setAttribute("aria-invalid", String(says.startsWith("label")));
    if (says) goTo(this.label, this.root);
  }

  rename() {
    const { check } = this;
    const label = this.label.value.trim().replace(/\s+/g, " ").normalize("NFC");
    if (!label) return this.fail("label_empty");
    if (check.kept.people.some((one) => one.label === label && one.id !== check.sheet.id)) return this.fail("label_taken", { label });
    check.sheet.label = label;
    check.save();
    this.fail();
    check.render();
    check.tell(check.say("label_saved", { label }));
  }

  add() {
    const { check } = this;
    if (check.kept.people.length >= MOST_PEOPLE) return this.fail("people_full", { n: MOST_PEOPLE });
    if (!check.sheet.id) check.save();
    const sheet = new Sheet(check.set);
    sheet.label = freeLabel(check.kept, (n) => this.say("person", { n }));
    check.sheet = sheet;
    check.save();
    this.change("switched");
    this.label.focus();
  }

  drop() {
    const { check } = this;
    const { label, id } = check.sheet;
    if (!confirm(this.say("drop_person", { label }))) return;
    check.store.update((value) => withoutPerson(readKept(value), id));
    if (!check.kept.people.length) check.store.erase();
    this.change("removed_person", label);
    goTo(this.root);
  }

  async open() {
    const [file] = this.file.files ?? [];
    if (!file) return;
    try {
      const { readFile } = await import("../../js/sheet-file.js");
      this.take(await readFile(file));
    } catch (error) {
      this.fail(`file_${Object(error).reason ?? "broken"}`);
    }
    this.file.value = "";
  }

  /** @param {any} saved a file's content: a person of this group, or of another one's page */
  take(saved) {
    const { check } = this;
    const { format: _format, version: _version, kind: _kind, ...person } = saved;
    const { set, group } = person;
    if (set !== check.set.set || !Object.hasOwn(check.set.groups, group)) return this.fail("file_other_set");
    if (check.kept.people.length >= MOST_PEOPLE) return this.fail("people_full", { n: MOST_PEOPLE });
    const sheet = new Sheet(check.set);
    sheet.load(person);
    const taken = check.kept.people.map((one) => one.label);
    const base = sheet.label || this.say("person", { n: 1 });
    for (let n = 2; taken.includes(sheet.label) || !sheet.label; n++) sheet.label = `${base.slice(0, 15)} (${n})`;
    const here = group === check.set.group;
    const other = { ...(here ? sheet.save() : person), label: sheet.label, group, set, id: newId() };
    check.store.update((value) => withPerson(readKept(value), other));
    if (here) this.change("file_opened", sheet.label);
    else this.change("file_other_group", sheet.label, check.set.groups[group], "file_go");
  }
}
