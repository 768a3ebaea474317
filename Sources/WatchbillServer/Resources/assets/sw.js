// Keeps what somebody has seen of their own shifts, so that it can be read without a connection, with its age shown.
const CACHE = "watchbill-1";
const OFFLINE = "/offline";
// A station's page holds nothing of anybody's; what it knows it keeps itself.
const STATION = "/station";
// Pages about oneself that hold nothing sealed; what a form opens is never kept.
const KEPT = /^\/(today|messages(\/(\d+|new))?|me\/(shifts|requests|exchanges|year)|rota|watch|station)$/;
// Whoever signs in or out in this browser leaves nothing behind for the next.
const LEAVING = /^\/(sign-out|sign-in|demo|link|pair)(\/|$)/;
const LONGEST = 14 * 24 * 3600 * 1000;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => keepPage(cache, OFFLINE, fetch(OFFLINE))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data !== "keep station") return;
  event.waitUntil(caches.open(CACHE).then(async (cache) => {
    const page = await fetch(STATION);
    if (!page.ok) return;
    const files = [...(await page.clone().text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1]);
    await Promise.all([keepPage(cache, STATION, page), cache.addAll(files)]);
  }));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  if (event.request.method !== "GET") {
    if (LEAVING.test(url.pathname)) event.waitUntil(forget());
    return;
  }
  if (url.pathname.startsWith("/assets/")) event.respondWith(asset(event.request));
  else if (event.request.mode === "navigate") event.respondWith(page(event.request, url));
});

async function forget() {
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (![OFFLINE, STATION].includes(pathname) && !pathname.startsWith("/assets/")) await cache.delete(request);
  }
}

// The address of an asset changes with what is in it.
async function asset(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    for (const old of await cache.keys()) {
      const path = new URL(old.url).pathname;
      const isSame = path.split("/").pop() === new URL(request.url).pathname.split("/").pop();
      if (path.startsWith("/assets/") && isSame) await cache.delete(old);
    }
    await cache.put(request, answer.clone());
  }
  return answer;
}

async function page(request, url) {
  const cache = await caches.open(CACHE);
  const isStation = url.pathname === STATION;
  try {
    // A station whose page is kept does not wait for a network that says nothing.
    const answer = await (isStation && await cache.match(request) ? Promise.race([fetch(request), late()]) : fetch(request));
    // Nor does it stand still with a proxy's word that the server is away: its page works without.
    if (isStation && answer.status >= 500) return (await told(cache, request)) ?? answer;
    // Whoever is not let in any more is led there, which comes as a request of its own.
    if (url.pathname === "/sign-in") await forget();
    else if (answer.ok && KEPT.test(url.pathname)) await keepPage(cache, request, answer.clone());
    return answer;
  } catch (lost) {
    return (await told(cache, request)) ?? (await told(cache, OFFLINE)) ?? Promise.reject(lost);
  }
}

const late = () => new Promise((_, failed) => setTimeout(() => failed(new Error("No answer yet.")), 5000));

async function keepPage(cache, request, answer) {
  const found = await answer;
  const headers = new Headers(found.headers);
  headers.set("X-Kept", new Date().toISOString());
  await cache.put(request, new Response(await found.blob(), { status: 200, headers }));
}

// The page as it was kept, with when that was; nothing if it is too old to be relied on.
async function told(cache, request) {
  const kept = await cache.match(request);
  if (!kept) return undefined;
  const at = new Date(kept.headers.get("X-Kept"));
  const path = new URL(request.url ?? request, location.origin).pathname;
  if (![OFFLINE, STATION].includes(path) && Date.now() - at > LONGEST) return undefined;
  const isToday = at.toDateString() === new Date().toDateString();
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const day = { weekday: "short", day: "numeric", month: "short" };
  const text = (await kept.text()).replace(/<p class="asof" id="asof" hidden>([^<]*)<\/p>/, (_, words) =>
    `<p class="asof" id="asof" role="status">${words.replace("{time}", at.toLocaleString("en-GB", isToday ? clock : { ...day, ...clock }))}</p>`);
  return new Response(text, { headers: kept.headers });
}

// What a push service hands over: shown, and its sender told that this device has it.
self.addEventListener("push", (event) => {
  const told = event.data?.json() ?? {};
  event.waitUntil(Promise.all([
    self.registration.showNotification(told.title ?? "Watchbill", {
      body: told.text ?? "", tag: String(told.message ?? ""), data: { link: told.link ?? "/messages" },
      requireInteraction: told.urgent === true,
    }),
    told.message > 0 && fetch("/api/v1/me/messages/received", {
      method: "PUT", credentials: "same-origin", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ messages: [told.message] }),
    }).catch(() => {}),
  ]));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const link = new URL(event.notification.data?.link ?? "/messages", location.origin);
  event.waitUntil(self.clients.matchAll({ type: "window" }).then(async (open) => {
    const page = open.find((one) => new URL(one.url).origin === link.origin);
    if (page) await page.navigate(link.href).then((shown) => shown?.focus());
    else await self.clients.openWindow(link.href);
  }));
});
