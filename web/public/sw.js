// Keeps the app itself, so that the roll opens again without a connection: its page, and the files that were used. What the
// API answers is never looked at, let alone kept.

const CACHE = "carnet-app";
/** The one page of the app, whatever the address. */
const PAGE = "/";
const ASSETS = "/assets/";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(fetch(PAGE, { cache: "no-cache" }).then(keepPage));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// What was loaded before this worker was there.
self.addEventListener("message", (event) => {
  const paths = event.data?.keep;
  if (!Array.isArray(paths)) return;
  event.waitUntil(Promise.all(paths.filter(isAsset).map(asset)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && isPage(pathname)) event.respondWith(page(request));
  else if (isAsset(pathname)) event.respondWith(asset(pathname));
});

const isAsset = (path) => typeof path === "string" && path.startsWith(ASSETS);

/** As the server has it: what is neither the API nor a file is the app. */
const isPage = (path) => !/^\/(api|health)(\/|$)|\.[^/]*$/.test(path);

/** From the server as long as it answers: what is kept may be of an earlier release. */
async function page(request) {
  const answer = await fetch(request).catch(() => null);
  if (answer?.ok) await keepPage(answer.clone());
  if (answer && answer.status < 500) return answer;
  return (await found(PAGE)) ?? answer ?? Response.error();
}

/** Another release has other files: those of the one before go, and come back as they are used. */
async function keepPage(answer) {
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("text/html")) return;
  const before = await found(PAGE);
  if (before && (await before.text()) !== (await answer.clone().text())) await caches.delete(CACHE);
  await keep(PAGE, answer);
}

/** A file's name holds its digest: what is kept under it is what it is. */
async function asset(path) {
  const kept = await found(path);
  if (kept) return kept;
  const answer = await fetch(path);
  if (answer.ok) await keep(path, answer.clone());
  return answer;
}

// A browser that keeps nothing, or has no room left, has the app from the server.
const found = async (path) =>
  await caches
    .open(CACHE)
    .then((cache) => cache.match(path, { ignoreVary: true }))
    .catch(() => undefined);

const keep = async (path, answer) =>
  await caches
    .open(CACHE)
    .then((cache) => cache.put(path, answer))
    .catch(() => undefined);
