// Scripts import the zip library from where it is served; in Node it lies among the packages.
import { register } from "node:module";

const packaged = new URL("../../node_modules/fflate/esm/browser.js", import.meta.url).href;
const hook = `export const resolve = (name, context, next) =>
  next(name.endsWith("/theme/fflate.mjs") ? ${JSON.stringify(packaged)} : name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
