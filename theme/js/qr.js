// A QR code as SVG; the library comes only when one is shown.
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} text
 * @param {string} name for those who do not see it
 */
export async function qrCode(text, name) {
  const address = new URL("../uqr.mjs", import.meta.url).href;
  const { encode } = /** @type {typeof import("uqr")} */ (await import(address));
  const { size, data } = encode(text, { ecc: "Q", border: 4 });
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", name);
  svg.setAttribute("shape-rendering", "crispEdges");
  let dark = "";
  data.forEach((row, y) => row.forEach((on, x) => on && (dark += `M${x} ${y}h1v1h-1z`)));
  for (const [fill, d] of [["#fff", `M0 0h${size}v${size}H0z`], ["#000", dark]]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("fill", fill);
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}
