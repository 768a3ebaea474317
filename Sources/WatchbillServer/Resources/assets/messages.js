// News of messages, live on every page: how many there are in the bar, what has just come, and the page of a box or a
// conversation as it is now. Whatever came is said to have been received.
const bar = document.querySelector('.place[href="/messages"]');
const talk = location.pathname.match(/^\/messages\/(\d+)/)?.[1];
let source, last, isOpen = false;

function showCount(news) {
  const count = Math.max(news.unread, news.owed);
  let badge = bar.querySelector(".count");
  if (!badge) {
    badge = document.createElement("b");
    badge.className = "count";
    bar.append(" ", badge);
  }
  badge.textContent = count > 0 ? count : "";
  badge.hidden = count === 0;
}

function say(text) {
  let live = document.getElementById("news");
  if (!live) {
    live = document.createElement("p");
    live.id = "news";
    live.setAttribute("role", "status");
    document.body.append(live);
  }
  live.textContent = text;
  setTimeout(() => { if (live.textContent === text) live.textContent = ""; }, 8000);
}

async function receive(messages) {
  if (messages.length === 0) return;
  await fetch("/api/v1/me/messages/received", {
    method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ messages }),
  });
}

// The list as the server now writes it takes the place of this one; what somebody is writing stays.
async function refresh() {
  const id = document.getElementById("mail") ? "mail" : document.getElementById("talk") ? "talk" : null;
  if (!id || document.visibilityState !== "visible") return;
  const list = document.getElementById(id);
  if (list.contains(document.activeElement) && /^(TEXTAREA|INPUT)$/.test(document.activeElement.tagName)) return;
  // After a form was refused the page stands at the form's address.
  const answer = await fetch(talk ? `/messages/${talk}` : location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(id);
  if (!fresh || fresh.innerHTML === list.innerHTML) return;
  const open = new Set([...list.querySelectorAll("details[open]")].map((one) => one.closest("article")?.getAttribute("aria-labelledby")));
  const focused = list.contains(document.activeElement) ? document.activeElement.textContent : null;
  list.replaceWith(fresh);
  for (const one of fresh.querySelectorAll("details")) {
    if (open.has(one.closest("article")?.getAttribute("aria-labelledby"))) one.open = true;
  }
  if (focused) [...fresh.querySelectorAll("a, button, summary")].find((one) => one.textContent === focused)?.focus();
  const boxes = page.querySelector(".boxes");
  if (boxes) document.querySelector(".boxes")?.replaceWith(boxes);
}

function open() {
  if (source) return;
  source = new EventSource("/api/v1/me/messages/events?seen=0");
  source.addEventListener("news", async (event) => {
    const news = JSON.parse(event.data);
    showCount(news);
    const others = news.arrived.filter((one) => String(one.message) !== talk);
    if (others.length > 0 && last !== event.lastEventId) {
      const newest = others[0];
      say((document.body.dataset.news ?? "").replace("{name}", newest.from ?? "Watchbill").replace("{text}", newest.text));
    }
    last = event.lastEventId;
    try {
      await receive(news.arrived.map((one) => one.message));
      // What has happened between the page's making and the stream's beginning is in neither.
      if (news.changed.length > 0 || !isOpen) await refresh();
      isOpen = true;
    } catch (lost) {
      // There is no connection: the stream comes again by itself, and with it what is new.
    }
  });
}

function close() {
  source?.close();
  isOpen = false;
  source = undefined;
}

// What is written without a connection is kept on the device, and sent once, with the same key, when there is one.
const [QUEUE, REFUSED] = ["watchbill-queue", "watchbill-refused"];
const queue = () => JSON.parse(localStorage.getItem(QUEUE) ?? "[]");

async function flush() {
  for (const one of queue()) {
    let answer;
    try {
      answer = await fetch("/api/v1/messages", {
        method: "POST", body: JSON.stringify(one.message),
        headers: { "Content-Type": "application/json", "Idempotency-Key": one.key },
      });
    } catch (lost) {
      return;
    }
    // Nobody is signed in any more, or the server is busy: it is kept.
    if (answer.status === 401 || answer.status >= 500) return;
    localStorage.setItem(QUEUE, JSON.stringify(queue().filter((other) => other.key !== one.key)));
    if (answer.ok) {
      await refresh();
      continue;
    }
    // What was written is not lost: it stands in the form for a new message.
    const why = (await answer.json()).detail;
    localStorage.setItem(REFUSED, JSON.stringify({ text: one.message.text, why }));
    if (document.getElementById("compose")) showRefused();
    else say(why);
  }
}

function keepWithoutConnection(form, message) {
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    if (form.dataset.nobody && message().to?.length === 0) {
      say(form.dataset.nobody);
      return;
    }
    localStorage.setItem(QUEUE, JSON.stringify([...queue(), { key: crypto.randomUUID(), message: message() }]));
    form.querySelector("textarea").value = "";
    say(document.body.dataset.queued ?? "");
  });
}

function showRefused() {
  const refused = JSON.parse(localStorage.getItem(REFUSED) ?? "null");
  const text = document.querySelector("#compose textarea");
  if (!refused || text.value) return;
  text.value = refused.text;
  localStorage.removeItem(REFUSED);
  const told = document.createElement("p");
  told.className = "refusal lines";
  told.setAttribute("role", "alert");
  told.textContent = refused.why;
  document.getElementById("compose").before(told);
}

// What the form for a new message says, as the API takes it.
function composed(form) {
  const fields = new FormData(form);
  const [unit, group, link] = ["unit", "group", "link"].map((name) => fields.get(name));
  const people = [...fields.keys()].filter((name) => name.startsWith("who:")).map((name) => name.slice(4));
  const message = {
    text: fields.get("text"), urgent: fields.has("urgent"), confidential: fields.has("confidential"),
    ...(group ? { unit, group } : { to: people }), ...(link && { link }),
  };
  if (!fields.has("wants")) return message;
  const [minutes, chain] = [Number(fields.get("within")), fields.get("chain")];
  const links = { "": [], lead: [{ leadOnWatch: unit }], watch: [{ onWatch: unit }] };
  const choices = fields.get("choices").split("\n").map((line) => line.trim()).filter(Boolean);
  return {
    ...message,
    demand: {
      choices, minutes, chain: links[chain] ?? [{ person: chain }], patience: Math.min(minutes, 60),
      ...(fields.get("need") && { answers: Number(fields.get("need")) }),
      ...(fields.has("remind") && { remind: Math.floor(minutes / 2) }),
    },
  };
}

const letters = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

// On the page where somebody chooses how they are told.
function startSubscribing() {
  const place = document.getElementById("push");
  if (!place || !("PushManager" in window) || !navigator.serviceWorker) return;
  place.hidden = false;
  document.getElementById("subscribe").addEventListener("click", async () => {
    const said = document.getElementById("subscribed");
    try {
      const worker = await navigator.serviceWorker.ready;
      const found = await worker.pushManager.subscribe({
        userVisibleOnly: true, applicationServerKey: place.dataset.key,
      });
      const answer = await fetch("/api/v1/me/ways/push", {
        method: "PUT", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({
          name: navigator.userAgentData?.brands?.at(-1)?.brand ?? navigator.userAgent.split(" ").at(-1).slice(0, 60),
          endpoint: found.endpoint, p256dh: letters(found.getKey("p256dh")), auth: letters(found.getKey("auth")),
        }),
      });
      said.textContent = answer.ok ? place.dataset.done : (await answer.json()).detail;
    } catch (refused) {
      said.textContent = place.dataset.no;
    }
  });
}

export function startMessages() {
  startSubscribing();
  if (!bar || !window.EventSource) {
    // Whoever is signed out leaves nothing behind for the next.
    if (location.pathname === "/sign-in") [QUEUE, REFUSED].forEach((name) => localStorage.removeItem(name));
    return;
  }
  if (document.visibilityState === "visible") open();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") { open(); refresh(); } else { close(); }
  });
  addEventListener("online", flush);
  if (navigator.onLine && queue().length > 0) flush();
  const compose = document.getElementById("compose");
  if (compose) {
    keepWithoutConnection(compose, () => composed(compose));
    showRefused();
  }
  const reply = document.getElementById("reply");
  if (reply) {
    keepWithoutConnection(reply, () => ({
      text: reply.querySelector("textarea").value, replyTo: Number(reply.action.match(/messages\/(\d+)/)[1]),
    }));
  }
}
