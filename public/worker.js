// Answers for the host where there is no network, with the files of one build and no others. `BUILD`, which
// the site's builder writes above, names them, each with the hash of its content: what a host sends
// otherwise is not kept.

const SCOPE = self.registration.scope;
// Several sites may lie on one host, and share its caches.
const OURS = `vitrine ${SCOPE} `;
const CACHE = OURS + BUILD.version;
const NAMES = new Set(BUILD.files.map(([name]) => name));
const PAGE = "index.html";

const address = (name) => new URL(name, SCOPE).href;

// Lies in the cache of each build that was in use; no file has its name.
const IN_USE = address("?in-use");

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forget()));
self.addEventListener("message", (event) => {
  // A new version waits until the reader asks for it.
  if (event.data === "activate") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(SCOPE)) return;
  const isNavigation = request.mode === "navigate";
  const path = address(url.pathname).slice(SCOPE.length);
  const name = isNavigation && path === "" ? PAGE : path;
  if (NAMES.has(name)) event.respondWith(kept(name, request));
  // The single file comes from the host or not at all.
  else if (isNavigation && name !== "vitrine.html") event.respondWith(fetch(request).catch(() => Response.redirect(SCOPE)));
  // A tab of the version before may still ask for a part of it.
  else event.respondWith(caches.match(url.href).then((before) => before ?? fetch(request)));
});

async function keep() {
  const cache = await caches.open(CACHE);
  const keepOne = async ([name, integrity, type]) => {
    // What is not named by its content may lie in the browser's own cache from a build before.
    const options = { integrity, cache: /-[A-Z0-9]{8}\./.test(name) ? "default" : "no-cache" };
    const response = await fetch(address(name), options);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    // Without the host's headers: its types may be wrong, and its redirections are not for a page.
    const body = await response.arrayBuffer();
    await cache.put(address(name), new Response(body, { headers: { "Content-Type": type } }));
  };
  try {
    await Promise.all(BUILD.files.map(keepOne));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function kept(name, request) {
  const cache = await caches.open(CACHE);
  // A browser may have cleared it. Names say the content, so what the host has under a name is the same.
  return (await cache.match(address(name))) ?? fetch(request);
}

/** Older builds go, but for the last that was in use: tabs of it may be open. One that was put off never was. */
async function forget() {
  const older = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  const opened = await Promise.all(older.map((name) => caches.open(name)));
  const marks = await Promise.all(opened.map((cache) => cache.match(IN_USE)));
  const used = older.filter((_, n) => marks[n]);
  const last = used.at(-1) ?? older.at(-1);
  await Promise.all(older.filter((name) => name !== last).map((name) => caches.delete(name)));
  await (await caches.open(CACHE)).put(IN_USE, new Response());
}
