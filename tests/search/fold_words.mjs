// Folds words and splits texts as the browser does: {words, texts, locale} -> {folded, exact, tokens}.
import { readFileSync } from "node:fs";
import { exact, fold, normalise, tokens } from "../../theme/components/search/fold.js";

const { words, texts, locale } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify({
  folded: words.map((word) => fold(word, locale)),
  exact: words.map((word) => exact(word, locale)),
  tokens: texts.map((text) => tokens(normalise(text)).map(({ text: word, joined }) => [word, joined])),
}));
