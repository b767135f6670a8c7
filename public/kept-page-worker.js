// Keeps one page, what it is made of and what it knows, for when there is no network. Its scope is that page alone, which its address names.

const page = new URL(self.location.href).searchParams.get("page");
const kept = `page ${page}`;
/** A network that answers later than this is as good as none, in milliseconds. */
const patience = 4000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// The page says what it is made of: names of built files change with every version, and what it is no longer made of goes.
self.addEventListener("message", (event) => event.waitUntil(keep(event.data.keep).then(() => event.source.postMessage({ kept: true }, []))));

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/_next/static/") || pathname === "/icon.svg") event.respondWith(keptFirst(event.request));
  else if (event.request.mode === "navigate" && pathname !== page) event.respondWith(elsePage(event.request));
  else if (pathname === page ? event.request.mode === "navigate" : pathname === "/.well-known/jwks.json" || pathname.startsWith("/api/v1/status/")) event.respondWith(freshFirst(event.request, pathname));
});

async function keep(addresses) {
  const cache = await caches.open(kept);
  const fresh = await fetch(page);
  if (!fresh.ok) throw new Error(`${page} cannot be kept: ${fresh.status}`);
  await cache.put(page, fresh.clone());
  // What it is made of stands in it, also when it is kept from another page; what it loads by itself it names.
  const files = (await fresh.text()).match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g) ?? [];
  const wanted = new Set([...addresses, ...files].map((address) => new URL(address, self.location.origin).href));
  for (const { url } of await cache.keys()) if (url.includes("/_next/static/") && !wanted.has(url)) await cache.delete(url);
  for (const url of wanted) if (!(await cache.match(url, { ignoreVary: true }))) await cache.add(url);
}

async function keptFirst(request) {
  const known = await (await caches.open(kept)).match(request, { ignoreVary: true });
  return known ?? fetch(request);
}

/** An address below the page, which is never kept: somebody's work stands there. Without network the page itself stands in for it. */
async function elsePage(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const known = await (await caches.open(kept)).match(page, { ignoreVary: true });
    if (known) return known;
    throw error;
  }
}

/** From the network and kept anew; from what was kept where the network is away or slow. */
async function freshFirst(request, pathname) {
  const cache = await caches.open(kept);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(patience) });
    if (fresh.ok) await cache.put(pathname, fresh.clone());
    return fresh;
  } catch (error) {
    const known = await cache.match(pathname, { ignoreVary: true });
    if (known) return known;
    throw error;
  }
}
