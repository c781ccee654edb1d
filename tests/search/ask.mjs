// Asks a search index what a person would ask, without a browser.
// node ask.mjs FOLDER LOCALE < ["query", ...]  prints for each query the results in the order in which the page shows them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const here = new URL("../../theme/components/search/", import.meta.url);
const [{ SearchIndex }, { Language }, { rank }, { grouped }, { passage }] = await Promise.all(
  ["index.js", "query.js", "rank.js", "results.js", "passage.js"].map((name) => import(new URL(name, here))),
);
const lunr = createRequire(import.meta.url)("../../node_modules/lunr/lunr.js");

const [folder, locale] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
const titles = read("titles");
const index = new SearchIndex(lunr, locale);
index.addTitles(titles);
index.addBodies(read("bodies"));
const language = new Language(locale, titles.stop, titles.synonyms);

const answers = JSON.parse(readFileSync(0, "utf8")).map((query) => {
  const start = performance.now();
  const { hits, unknown } = rank(language.read(query, index), index, language);
  const shown = grouped(hits).flatMap(({ best }) => best).concat(grouped(hits).flatMap(({ more }) => more));
  return {
    query,
    ms: performance.now() - start,
    unknown: unknown.map((word) => word.text),
    results: shown.map(({ section, score, missing, slots }) => ({
      path: section.path,
      title: section.title,
      score,
      missing: missing.map((word) => word.text),
      marked: passage(section.text, section.title, slots, locale).filter((piece) => piece.marked).map((piece) => piece.text),
    })),
  };
});
process.stdout.write(JSON.stringify(answers));
