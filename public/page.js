// Starts the site: fetches the program, with the corpus in it, and runs it.

import init from "program/vitrine.js";
import program from "program/vitrine_bg.wasm";
import { fetchPart } from "./fetch-part.js";
import { keepOffline } from "./offline.js";
import { start } from "./start.js";

// What stands first is to be seen before the program comes, which is large. Where nothing is drawn, as in a
// tab that is not looked at or in a frame that is out of sight, it comes as well.
const begin = once(() => start(init, fetchPart(program)));
setTimeout(begin, document.hidden ? 0 : 1500);
afterWords(begin);
keepOffline();

// Drawn is not yet seen: the browser says when words are. One that does not is taken to need a frame for it.
function afterWords(act) {
  const seen = globalThis.PerformanceObserver;
  if (seen?.supportedEntryTypes?.includes("paint")) {
    const told = (list) => list.getEntriesByName("first-contentful-paint").length > 0 && act();
    new seen(told).observe({ type: "paint", buffered: true });
  } else {
    requestAnimationFrame(() => setTimeout(act));
  }
}

function once(act) {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
