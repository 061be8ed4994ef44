// A part of the program. `part` is the address of its file.

const WASM = "application/wasm";

/** The part as a response that can be compiled while it comes, whatever type the host says it has. */
export async function fetchPart(part) {
  const response = await fetch(part);
  if (!response.ok) throw new Error(`${part}: ${response.status} ${response.statusText}`);
  if (response.headers.get("Content-Type") === WASM) return response;
  return new Response(response.body, { headers: { "Content-Type": WASM } });
}
