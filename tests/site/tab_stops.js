// Runs in the page under test, before its own scripts: notes what each Tab stop is like at the moment it has the focus.
const tabStops = {
  /** @type {Element[]} */ elements: [],
  /** @type {object[]} */ notes: [],
  left: false,
  FOCUSABLE: "a[href], button, summary, input, select, textarea, [tabindex='0'], audio[controls], video[controls], iframe",

  /** Note the element that has the focus, or that none has it any more. */
  note() {
    const at = document.activeElement;
    if (!at || at === document.body || at === document.documentElement) {
      this.left = this.elements.length > 0;
      return;
    }
    if (this.left) return;
    this.elements.push(at);
    const box = this.target(at).getBoundingClientRect();
    const spot = at.getClientRects()[0] ?? box;
    const style = this.ring(at);
    const inText = this.inText(at);
    this.notes.push({
      which: this.which(at),
      box: [spot.left, spot.top, spot.right, spot.bottom].map(Math.round),
      inside: spot.width > 0 && spot.height > 0 && spot.left >= 0 && spot.right <= document.documentElement.clientWidth + 0.5
        && spot.top >= -0.5 && spot.bottom <= innerHeight + 0.5,
      covered: this.covered(at, spot),
      width: box.width < 44 ? Math.max(box.width, this.reach(at, spot, 1, 0)) : box.width,
      height: box.height < 44 && !inText ? Math.max(box.height, this.reach(at, spot, 0, 1)) : box.height,
      inText,
      ofClause: at.matches(".cid, .copy"),
      ring: style.width,
      contrast: style.contrast,
    });
  },

  /** Let the next Tab begin at the top, wherever the page itself has put the focus. */
  toTop() {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
  },

  /** Return all notes, with the accessible names as axe reckons them. */
  all() {
    axe.setup(document.documentElement);
    this.notes.forEach((note, number) => (note.name = axe.commons.text.accessibleText(this.elements[number])));
    axe.teardown();
    return this.notes;
  },

  /** Return what can be used and was never reached. Of radio buttons of one name Tab reaches one. */
  missed() {
    const groups = new Set(this.elements.filter((one) => one.type === "radio").map((one) => one.name));
    return [...document.querySelectorAll(this.FOCUSABLE)]
      .filter((one) => !this.elements.includes(one) && !one.disabled && one.tabIndex >= 0)
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("details:not([open]) > :not(summary)"))
      .filter((one) => !(one.type === "radio" && groups.has(one.name)))
      .map((one) => this.which(one));
  },

  /** Return stops that stand before the one that had the focus before them. */
  backwards() {
    const before = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING;
    return this.elements.filter((one, number) => number && before(this.elements[number - 1], one)).map((one) => this.which(one));
  },

  /** What a finger may hit: an input is hit by its label too. */
  target(at) {
    return (at instanceof HTMLInputElement && at.closest("label")) || at;
  },

  /** Name what lies over the middle of an element. */
  covered(at, box) {
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!top) return "nothing there";
    const label = this.target(at);
    return at.contains(top) || label.contains(top) ? "" : this.which(top);
  },

  /** How far from its middle a link can be hit that is larger than its words (the doors' `::before`). */
  reach(at, box, across, down) {
    const hits = (step) => {
      const top = document.elementFromPoint(box.left + box.width / 2 + across * step, box.top + box.height / 2 + down * step);
      return top !== null && at.contains(top);
    };
    const far = (sign) => [...Array(30).keys()].findIndex((step) => !hits(sign * step));
    return [1, -1].reduce((sum, sign) => sum + (far(sign) < 0 ? 30 : far(sign)), -1);
  },

  /** Is it a link in a line of text, among words that are no link? */
  inText(at) {
    if (!(at instanceof HTMLAnchorElement) || getComputedStyle(at).display !== "inline") return false;
    const block = at.closest("p, li, dd, dt, td, th, caption, figcaption, h1, h2, h3, h4");
    if (!block) return false;
    const text = block.cloneNode(true);
    text.querySelectorAll("a, button, ul, ol").forEach((one) => one.remove());
    return /[\p{L}\p{N}]/u.test(text.textContent);
  },

  /** Width of the widest focus ring around an element, and its contrast with the ground it is drawn on. */
  ring(at) {
    let best = { width: 0, contrast: 0 };
    for (let one = at; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
      if (width > best.width) {
        const inner = parseFloat(style.outlineOffset) < 0;
        best = { width, contrast: this.ratio(style.outlineColor, this.ground(inner ? one : one.parentElement)) };
      }
    }
    return best;
  },

  ground(one) {
    for (; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/^rgba\(.*, 0\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  },

  ratio(one, other) {
    const light = (colour) => {
      const [r, g, b] = colour.match(/[\d.]+/g).map((part) => part / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  },

  which(one) {
    const id = one.id ? `#${one.id}` : "";
    const classes = [...one.classList].map((name) => `.${name}`).join("");
    const parent = one.parentElement ? `${one.parentElement.className || one.parentElement.localName}` : "";
    return `${one.localName}${classes}${id} "${one.textContent.trim().slice(0, 30)}" in ${parent}`;
  },

  /** Put HTML into the page as a fault to be found; its style attributes become what scripts may set. */
  plant(html) {
    const parts = new DOMParser().parseFromString(html, "text/html").body;
    for (const one of parts.querySelectorAll("[style]")) {
      const rules = one.getAttribute("style").split(";").map((rule) => rule.split(":"));
      one.removeAttribute("style");
      for (const [name, value] of rules) one.style.setProperty(name, value, "important");
    }
    document.querySelector("article").append(...parts.childNodes);
  },
};
globalThis.tabStops = tabStops;
// The key goes down again and again: each time what the press before has reached is noted.
addEventListener("keydown", (event) => event.key === "Tab" && tabStops.note(), true);
