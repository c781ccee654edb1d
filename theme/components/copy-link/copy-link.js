// A button that copies the address of the clause it stands in, and says so, also to those who do not see it.

/** @type {HTMLElement | null} */
let status = null;

// The place for what is said must be there before something is said.
function statusLine() {
  if (!status) {
    status = document.createElement("p");
    status.className = "vh";
    status.setAttribute("role", "status");
    document.body.append(status);
  }
  return status;
}

/** @param {HTMLElement} root */
export default function copyLink(root) {
  const anchor = root.parentElement?.querySelector("a.cid");
  if (!(anchor instanceof HTMLAnchorElement) || !navigator.clipboard) return;
  const [text, label, done] = [root.textContent, root.getAttribute("aria-label") ?? "", root.dataset.done ?? ""];
  const said = statusLine();
  root.hidden = false;
  root.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(anchor.href);
    } catch {
      location.hash = anchor.hash; // the browser refused: its own address line shows the link then
      return;
    }
    root.textContent = done;
    root.setAttribute("aria-label", `${done}, ${anchor.textContent}`);
    said.textContent = `${done}, ${anchor.textContent}`;
  });
  root.addEventListener("blur", () => {
    root.textContent = text;
    root.setAttribute("aria-label", label);
    said.textContent = "";
  });
}
