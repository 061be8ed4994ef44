// Starts the page: fetches the program, with the corpus in it, and runs it.

import init from "program/vitrine.js";
import program from "program/vitrine_bg.wasm";

init({ module_or_path: program }).catch((error) => {
  // boot.js says it to the reader.
  dispatchEvent(new CustomEvent("vitrine:failed", { detail: String(error?.message ?? error) }));
});
