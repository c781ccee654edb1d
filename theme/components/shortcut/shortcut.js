// The key `/` goes to a search field on this page, else to the search page.
import { asksForSearch } from "../../js/shortcut.js";

/** @param {HTMLElement} root the link */
export default function start(root) {
  root.ownerDocument.addEventListener("keydown", (event) => {
    if (!asksForSearch(event)) return;
    event.preventDefault();
    const field = document.querySelector("form[role=search] input[type=search]");
    if (field instanceof HTMLInputElement && field.offsetParent !== null) {
      field.focus();
      field.select();
    } else if (root instanceof HTMLAnchorElement) {
      const address = new URL(root.href);
      address.hash = "q";
      location.assign(address);
    }
  });
}
