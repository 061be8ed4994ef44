// What `fetch-part.js` and `fetch-later.js` are in the site, for the single file, which has all styles in it: `part` is gzip as base64, and nothing is fetched.

export async function fetchPart(part) {
  const packed = Uint8Array.from(atob(part), (character) => character.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "Content-Type": "application/wasm" } });
}
