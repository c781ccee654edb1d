// The menu is a <details>: Escape and a tap elsewhere close it, which HTML alone does not do.

/** @param {HTMLElement} root */
export default function menu(root) {
  if (!(root instanceof HTMLDetailsElement)) return;
  const summary = root.querySelector("summary");
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !root.open) return;
    root.open = false;
    summary?.focus();
  });
  document.addEventListener("click", (event) => {
    if (root.open && event.target instanceof Node && !root.contains(event.target)) root.open = false;
  });
  root.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !root.contains(event.relatedTarget)) root.open = false;
  });
}
