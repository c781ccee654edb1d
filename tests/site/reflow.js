// Runs in the page under test: what sticks out, is cut off, lies over something else, or has lost its edge.
globalThis.reflow = {
  which: (one) => `${one.localName}.${one.className} "${one.textContent.trim().slice(0, 40)}"`,

  /** What makes a page scroll sideways, or would if nothing hid it. */
  tooWide() {
    const { clientWidth: width, scrollWidth } = document.documentElement;
    const kept = (one) => {
      for (let at = one; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.position === "fixed" || style.clipPath !== "none") return true;
        if (/hidden|clip|auto|scroll/.test(style.overflowX)) return true;
      }
      return false;
    };
    const sticks = [...document.querySelectorAll("body *")].filter((one) => {
      const box = one.getBoundingClientRect();
      return one.checkVisibility() && box.width > 0 && box.right > width + 0.5 && !kept(one);
    });
    return [...(scrollWidth > width ? [`the page is ${scrollWidth} px wide`] : []), ...sticks.slice(0, 5).map(this.which)];
  },

  /** The spacing of WCAG 1.4.12. */
  space() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }
    `);
    document.adoptedStyleSheets = [sheet];
  },

  /** Words that do not fit their box where the box hides what does not fit. */
  cutOff() {
    const holders = "a, button, summary, label, legend, h1, h2, h3, h4, td, th, dt, dd, p, li, .tag";
    return [...document.querySelectorAll(holders)]
      .filter((one) => one.checkVisibility() && !one.closest(".vh"))
      .filter((one) => /hidden|clip/.test(getComputedStyle(one).overflow))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
      .map(this.which);
  },

  /** Pairs of controls that lie over each other. */
  overlaps() {
    const controls = ".hub-head a, .hub-head summary, .btn, .opt label, .turn__a, .hub-foot a, .tone button";
    const boxes = [...document.querySelectorAll(controls)]
      .filter((one) => one.checkVisibility())
      .map((one) => ({ one, box: one.getBoundingClientRect() }));
    const over = (a, b) =>
      !a.one.contains(b.one) && !b.one.contains(a.one)
      && Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1
      && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 1;
    return boxes.flatMap((a, n) => boxes.slice(n + 1).filter((b) => over(a, b)).map((b) => [a.one, b.one].map(this.which)));
  },

  /** Controls that nothing shows once backgrounds are gone: no border, no line under them. */
  edgeless() {
    const controls = "button, .btn, .opt, input:not([type=radio], [type=checkbox]), .door";
    return [...document.querySelectorAll(controls)]
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        const style = getComputedStyle(one);
        const bordered = parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none";
        return !bordered && style.textDecorationLine !== "underline";
      })
      .map(this.which);
  },

  /** Put three faults into the page. */
  plant() {
    const [wide, cut, over] = ["p", "p", "p"].map((name) => document.createElement(name));
    wide.style.width = "400px";
    cut.textContent = "một câu dài không còn chỗ";
    cut.style.cssText = "overflow: hidden; width: 40px; height: 20px; white-space: nowrap";
    over.innerHTML = '<a class="btn">một</a><a class="btn">hai</a>';
    over.lastElementChild.style.marginLeft = "-40px";
    document.querySelector("article").append(wide, cut, over);
  },
};
