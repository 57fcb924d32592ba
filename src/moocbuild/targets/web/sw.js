/*
 * Keeps the course on the device for the time without a network. Everything of one release is kept
 * together under a name made from its content, so that old and new pages never mix: a new release
 * waits until no page of the old one is open. Before this text stand MARK and FILES.
 */
const HOME = `moocbuild ${self.registration.scope} `;
const CACHE = HOME + MARK;

self.addEventListener("install", (event) => {
  const fresh = FILES.map((file) => new Request(file, {cache: "no-cache"}));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(HOME) && name !== CACHE;
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const {request} = event;
  // Sound and film are asked for in pieces, and stay with the network.
  if (request.method !== "GET" || request.headers.has("range")) return;
  if (!request.url.startsWith(self.registration.scope)) return;
  const page = new URL(request.url);
  const file = page.pathname.endsWith("/") ? `${page.origin}${page.pathname}index.html` : request;
  event.respondWith(caches.open(CACHE)
    .then((cache) => cache.match(file, {ignoreSearch: true}))
    .then((kept) => kept || fetch(request)));
});
