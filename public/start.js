// Runs the program, wherever it comes from.

export function start(init, program) {
  init({ module_or_path: program })
    .then(fillTable)
    .catch((error) => {
      // boot.js says it to the reader.
      dispatchEvent(new CustomEvent("vitrine:failed", { detail: String(error?.message ?? error) }));
    });
}

// The table of the program's functions has empty places: the first, and at its end those of the part that
// comes later. Nothing calls them; but Chromium (156) ends a page with such a table as soon as its debugger
// is asked for objects of WebAssembly, which is how tools measure its memory.
function fillTable({ __indirect_function_table: table, __wbindgen_realloc: any }) {
  table.set(0, any);
  for (let n = table.length - 1; table.get(n) === null; n--) table.set(n, any);
}
