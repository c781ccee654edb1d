// Start the component of every [data-module]: components/NAME/NAME.js exports a class or function that takes
// the element. One that fails is marked data-failed and leaves the rest alone.
for (const root of document.querySelectorAll("[data-module]")) {
  const name = root.getAttribute("data-module");
  import(`../components/${name}/${name}.js`)
    .then(({ default: start }) => (start.prototype ? new start(root) : start(root)))
    .catch((error) => {
      root.setAttribute("data-failed", "");
      console.error(`Component "${name}" did not start; the page works without it.`, error);
    });
}
