// The key `/` goes to a search field on this page, else to the search page. There it can be turned off for this device.
const KEY = "hub:shortcut";

export function shortcutIsOn() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function turnShortcut(on = true) {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Where nothing can be kept, the key stays as it is.
  }
}

/**
 * Whether someone asks for the search field, and is not typing.
 * @param {KeyboardEvent} event
 */
function asksForSearch(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.defaultPrevented || !shortcutIsOn() || document.querySelector("dialog[open]")) return false;
  const at = event.target;
  return !(at instanceof HTMLElement && (at.isContentEditable || at.matches("input, textarea, select")));
}

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
