import { KEY, readKept } from "../../js/people.js";
import { Store } from "../../js/store.js";
import { Component } from "../../js/component.js";
import { fill } from "../../js/text.js";

// On the first page: the self-scores this device keeps, with the way to go on.
export default class SelfCheckList extends Component {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root, "self-check-list");
    this.given = this.data();
    this.store = new Store(KEY, 1);
    this.store.watch(() => this.show());
    this.show();
  }

  show() {
    const { set, groups, count, says } = this.given;
    const own = readKept(this.store.read()).people.filter((one) => one.set === set && Object.hasOwn(groups, one.group));
    this.root.hidden = !own.length;
    this.element("ul").replaceChildren(
      ...own.map(({ label, group, answers }) => {
        const given = Array.isArray(answers) ? answers.filter((one) => Number.isInteger(one?.points)).length : 0;
        const link = document.createElement("a");
        link.href = `${group}/`;
        link.textContent = `${label} · ${groups[group]} · ${fill(says.progress, { n: Math.min(given, count), of: count })}`;
        const row = document.createElement("li");
        row.append(link);
        return row;
      }),
    );
  }
}
