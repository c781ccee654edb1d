// "Print this page": the button is shown only where scripts run.

/** @param {HTMLElement} root */
export default function printPage(root) {
  root.querySelector("button")?.addEventListener("click", () => window.print());
}
