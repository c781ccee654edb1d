// Tables and bars drawn by scripts: text is written as text, figures to the right, a region that scrolls by itself.
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} caption
 * @param {string[]} heads the first column's heads the rows
 * @param {(string | Element)[][]} rows
 * @param {string} scrolls what the region is called that scrolls sideways
 */
export function table(caption, heads, rows, scrolls) {
  const made = document.createElement("table");
  made.createCaption().textContent = caption;
  const head = made.createTHead().insertRow();
  head.append(...heads.map((text, at) => header(text, "col", at > 0)));
  const body = made.createTBody();
  for (const [name, ...cells] of rows) {
    const row = body.insertRow();
    row.append(header(name, "row", false));
    for (const content of cells) {
      const cell = row.insertCell();
      if (typeof content === "string" && /^[\d.,+−–-]*$/.test(content)) cell.className = "n";
      cell.append(content);
    }
  }
  const region = document.createElement("section");
  region.className = "wide";
  region.tabIndex = 0;
  region.setAttribute("aria-label", `${caption}. ${scrolls}`);
  region.append(made);
  return region;
}

/**
 * @param {string | Element} content
 * @param {string} scope
 * @param {boolean} figure
 */
function header(content, scope, figure) {
  const cell = document.createElement("th");
  cell.scope = scope;
  if (figure) cell.className = "n";
  cell.append(content);
  return cell;
}

/**
 * A bar for the eye; the figure stands beside it.
 * @param {number | null} share 0 to 1
 */
export function bar(share) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false", class: "bar" })) svg.setAttribute(name, value);
  for (const [css, width] of [["b-track", 100], ["b-2", Math.round(1000 * (share ?? 0)) / 10]]) {
    const rect = document.createElementNS(SVG, "rect");
    rect.setAttribute("class", String(css));
    rect.setAttribute("width", String(width));
    rect.setAttribute("height", "10");
    svg.append(rect);
  }
  return svg;
}
