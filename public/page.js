// Starts the site: fetches the program, with the corpus in it, and runs it.

import init from "program/vitrine.js";
import program from "program/vitrine_bg.wasm";
import { fetchPart } from "./fetch-part.js";
import { keepOffline } from "./offline.js";
import { start } from "./start.js";

// What stands first is to be seen before the program comes, which is large: it is asked for once the browser draws,
// when all that comes has to wait for the frame. Where nothing is drawn, as in a tab that is not looked at or in a
// frame that is out of sight, it comes as well.
const begin = once(() => start(init, fetchPart(program)));
setTimeout(begin, document.hidden ? 0 : 1500);
requestAnimationFrame(begin);
keepOffline();

function once(act) {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
