// Start the component of every [data-module]: components/NAME/NAME.js exports a class or function that takes
// the element. One that fails is marked data-failed and leaves the rest alone. At the end <html data-ready>.
const starts = [...document.querySelectorAll("[data-module]")].map(async (root) => {
  const name = root.getAttribute("data-module");
  try {
    const { default: start } = await import(`../components/${name}/${name}.js`);
    start.prototype ? new start(root) : start(root);
  } catch (error) {
    root.setAttribute("data-failed", "");
    console.error(`Component "${name}" did not start`, error);
  }
});
Promise.all(starts).then(() => document.documentElement.setAttribute("data-ready", ""));
