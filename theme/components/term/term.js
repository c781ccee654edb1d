// A glossary term is a link to its entry. With scripts it shows the meaning on the spot: by pointer, focus or
// tap; it stays while pointed at, Escape closes it, and the link inside leads on (WCAG 2.2, 1.4.13).

/** @type {HTMLElement | null} */
let open = null;

/** @param {HTMLElement} root */
export default function term(root) {
  if (!(root instanceof HTMLAnchorElement)) return;
  const host = root.closest(".md-typeset") ?? document.body;
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = `tip-${Math.random().toString(36).slice(2, 9)}`;
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  const meaning = document.createElement("p");
  meaning.textContent = root.dataset.meaning ?? "";
  const more = document.createElement("a");
  more.href = root.href;
  more.tabIndex = -1;
  more.textContent = root.dataset.more ?? "";
  tip.append(meaning, more);
  const hide = () => {
    tip.remove();
    tip.hidden = true;
    root.removeAttribute("aria-describedby");
    if (open === tip) open = null;
  };
  const show = () => {
    if (!tip.hidden) return;
    open?.remove();
    open = tip;
    host.append(tip);
    tip.hidden = false;
    root.setAttribute("aria-describedby", tip.id);
    const at = root.getClientRects()[0];
    const parent = tip.offsetParent?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - tip.offsetWidth - 8));
    tip.style.left = `${left - parent.left}px`;
    tip.style.top = `${at.bottom - parent.top + 4}px`;
  };
  const leave = (/** @type {PointerEvent} */ event) => {
    const to = event.relatedTarget;
    if (to instanceof Node && (tip.contains(to) || root.contains(to))) return;
    if (document.activeElement !== root) hide();
  };
  root.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show());
  root.addEventListener("pointerleave", leave);
  tip.addEventListener("pointerleave", leave);
  root.addEventListener("focus", show);
  root.addEventListener("blur", (event) => {
    if (!(event.relatedTarget instanceof Node && tip.contains(event.relatedTarget))) hide();
  });
  root.addEventListener("click", (event) => {
    const first = tip.hidden || root.dataset.tapped !== "yes";
    if (!first || !matchMedia("(hover: none)").matches) return;
    event.preventDefault();
    root.dataset.tapped = "yes";
    show();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !root.contains(event.target) && !tip.contains(event.target)) {
      root.dataset.tapped = "";
      hide();
    }
  });
}
