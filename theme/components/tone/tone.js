// The reader's own choice of a light or dark ground, kept on the device.
const page = document.documentElement;

const isDark = () =>
  page.dataset.tone ? page.dataset.tone === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

/** @param {HTMLElement} root */
export default function tone(root) {
  const button = root.querySelector("button");
  if (!button) return;
  const say = () => {
    button.textContent = (isDark() ? root.dataset.light : root.dataset.dark) ?? "";
  };
  button.addEventListener("click", () => {
    page.dataset.tone = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("tone", page.dataset.tone);
    } catch {
      // Storage may be blocked.
    }
    say();
  });
  say();
  root.hidden = false;
}
