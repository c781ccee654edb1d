// Start the component of every [data-module]: components/NAME/NAME.js exports a class or function that takes
// the element. One that fails is marked data-failed and leaves the rest alone. At the end <html data-ready>.
// What nearly every page has comes along; the others are fetched by the pages that have them.
import copyLink from "../components/copy-link/copy-link.js";
import menu from "../components/menu/menu.js";
import printPage from "../components/print-page/print-page.js";
import shortcut from "../components/shortcut/shortcut.js";
import term from "../components/term/term.js";
import tone from "../components/tone/tone.js";

/** @type {Record<string, (root: any) => void>} */
const near = { "copy-link": copyLink, menu, "print-page": printPage, shortcut, term, tone };

const starts = [...document.querySelectorAll("[data-module]")].map(async (root) => {
  const name = root.getAttribute("data-module");
  try {
    const start = near[name ?? ""] ?? (await import(`../components/${name}/${name}.js`)).default;
    start.prototype ? new start(root) : start(root);
  } catch (error) {
    root.setAttribute("data-failed", "");
    console.error(`Component "${name}" did not start`, error);
  }
});
Promise.all(starts).then(() => document.documentElement.setAttribute("data-ready", ""));
