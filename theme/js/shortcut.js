/** The key `/` leads to the search field. It can be turned off (on the search page) and is kept on this device. */

const KEY = "hub:shortcut";

/** Whether the key is in use. */
export function shortcutIsOn() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/**
 * Turn the key on or off.
 * @param {boolean} on
 */
export function turnShortcut(on) {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Where nothing can be kept, the key stays as it is.
  }
}

/**
 * Say whether a key event is someone asking for the search field, not someone typing.
 * @param {KeyboardEvent} event
 */
export function asksForSearch(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.defaultPrevented || !shortcutIsOn() || document.querySelector("dialog[open]")) return false;
  const at = event.target;
  return !(at instanceof HTMLElement && (at.isContentEditable || at.matches("input, textarea, select")));
}
