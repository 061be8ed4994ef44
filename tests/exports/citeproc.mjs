// npm's citeproc makes citations of CSL-JSON: citeproc.mjs CITEPROC REQUEST, where the request is a JSON file
// with items, the paths of styles and of a folder of locales, and for each citation item, style and language.
// Writes a JSON array of texts.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [citeproc, requestPath] = process.argv.slice(2);
const CSL = createRequire(import.meta.url)(citeproc);
const request = JSON.parse(readFileSync(requestPath, "utf8"));
const items = new Map(request.items.map((item) => [item.id, item]));

const texts = request.citations.map(({ item, style, language }) => {
  const system = {
    retrieveLocale: (tag) => readFileSync(join(request.locales, `locales-${tag}.xml`), "utf8"),
    retrieveItem: (id) => items.get(id),
  };
  const engine = new CSL.Engine(system, readFileSync(request.styles[style], "utf8"), language, true);
  engine.setOutputFormat("text");
  engine.updateItems([item]);
  const [, entries] = engine.makeBibliography();
  return entries.join("").trim();
});
process.stdout.write(JSON.stringify(texts));
