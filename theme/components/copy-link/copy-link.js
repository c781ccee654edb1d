// A button that copies the address of the clause it stands in.

/** @param {HTMLElement} root */
export default function copyLink(root) {
  const anchor = root.parentElement?.querySelector("a.cid");
  if (!(anchor instanceof HTMLAnchorElement) || !navigator.clipboard) return;
  const before = root.textContent;
  root.hidden = false;
  root.addEventListener("click", async () => {
    await navigator.clipboard.writeText(anchor.href);
    root.textContent = root.dataset.done ?? "";
    root.setAttribute("aria-label", root.dataset.done ?? "");
    root.addEventListener(
      "blur",
      () => {
        root.textContent = before;
        root.removeAttribute("aria-label");
      },
      { once: true },
    );
  });
}
