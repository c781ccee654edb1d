// Start each [data-module]: a class or function that takes the element. One that fails is marked data-failed.
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
