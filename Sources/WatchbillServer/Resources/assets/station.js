// A station: people pick their name, type their code and go on or off watch. What is pressed is closed, signed and kept
// before it is sent, so that it outlives any loss of the network.
const $ = (id) => document.getElementById(id);
const words = document.body.dataset;
const text = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const bytes = (base64) => Uint8Array.from(atob(base64.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const utf8 = (string) => new TextEncoder().encode(string);
const join = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const now = () => Math.floor(Date.now() / 1000);

// What is kept: who this station is, the crew as it was last heard with when that was, and what is not sent yet.
let base, me, crew = [], heard, waiting = [], chosen, timer;
// Whether the last try reached the server (undefined: none has ended yet), and the one that is under way.
let isOn, going;
// The press that was spoken of last on top, and the refused ones that are told below the name of the station.
let spoken, refused = [];
// How long somebody waits for what comes of a press, and how long a refusal is told that came later; in milliseconds.
const PATIENCE = 2000, TOLD = 300_000;
const open = () => new Promise((done, failed) => {
  const asked = indexedDB.open("watchbill-station", 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("one");
    asked.result.createObjectStore("presses", { keyPath: "sequence" });
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});
const within = (stores, body) => new Promise((done, failed) => {
  const change = base.transaction(stores, "readwrite", { durability: "strict" });
  let value;
  Promise.resolve(body(change)).then((result) => { value = result; }, (error) => { failed(error); try { change.abort(); } catch { /* over already */ } });
  change.oncomplete = () => done(value);
  change.onerror = change.onabort = () => failed(change.error);
});
const asked = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});
const get = (key) => asked(base.transaction("one").objectStore("one").get(key));
const put = (key, value) => within(["one"], (change) => { change.objectStore("one").put(value, key); });

// HPKE in its base mode (RFC 9180): DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
const P256 = { name: "ECDH", namedCurve: "P-256" };
async function hmac(key, data) {
  const made = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", made, data));
}
const extract = (suite, salt, label, data) =>
  hmac(salt.length ? salt : new Uint8Array(32), join(utf8("HPKE-v1"), suite, utf8(label), data));
const expand = async (suite, key, label, info, length) =>
  (await hmac(key, join([0, length], utf8("HPKE-v1"), suite, utf8(label), info, [1]))).slice(0, length);
async function close(plain, purpose, server) {
  const none = new Uint8Array(0);
  const kem = join(utf8("KEM"), [0, 0x10]);
  const suite = join(utf8("HPKE"), [0, 0x10, 0, 1, 0, 2]);
  const pair = await crypto.subtle.generateKey(P256, true, ["deriveBits"]);
  const key = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const other = await crypto.subtle.importKey("raw", server, P256, false, []);
  const common = new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: other }, pair.privateKey, 256));
  const shared = await expand(kem, await extract(kem, none, "eae_prk", common), "shared_secret", join(key, server), 32);
  const context = join([0], await extract(suite, none, "psk_id_hash", none),
    await extract(suite, none, "info_hash", utf8("watchbill entry code 1")));
  const secret = await extract(suite, shared, "secret", none);
  const lock = await crypto.subtle.importKey("raw", await expand(suite, secret, "key", context, 32), "AES-GCM", false, ["encrypt"]);
  const iv = await expand(suite, secret, "base_nonce", context, 12);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(purpose) }, lock, utf8(plain));
  return join(key, new Uint8Array(sealed));
}

async function sign(purpose, content) {
  const how = { name: "ECDSA", hash: "SHA-256" };
  return text(new Uint8Array(await crypto.subtle.sign(how, me.pair.privateKey, utf8(`watchbill ${purpose}\n${content}`))));
}

async function send(path, body) {
  const answer = await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body), cache: "no-store",
    signal: AbortSignal.timeout(15000),
  });
  // What is no JSON comes from a proxy on the way, whose words help nobody here.
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(told.detail ?? told.title ?? ""), { status: answer.status });
  return told;
}

async function pair(event) {
  event.preventDefault();
  const made = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
  const key = new Uint8Array(await crypto.subtle.exportKey("raw", made.publicKey));
  try {
    const told = await send("/station/pair", { code: $("pairCode").value, key: text(key) });
    me = { station: told.station, name: told.name, server: bytes(told.server), pair: made, next: 1, skew: told.now - now() };
    // Whom it knew as a station of another unit, say, is nobody here.
    await within(["one", "presses"], (change) => {
      change.objectStore("one").clear();
      change.objectStore("one").put(me, "me");
      change.objectStore("presses").clear();
    });
    [waiting, crew, heard] = [[], [], undefined];
    await navigator.storage?.persist?.();
    show("names");
    await exchange();
  } catch (error) {
    say($("pairSaid"), (error.status && error.message) || words.noLine);
  }
}

// By how many seconds this clock is behind the server's. What has passed since the last answer is counted by what runs on whatever the
// clock is set to: so it is noticed, too, if the clock is set and set back between two answers.
function skewNow() {
  if (heard?.mono === undefined) return me.skew;
  return Math.round(heard.now + (performance.now() - heard.mono) / 1000 - now());
}

// Sends what waits, in order, and hears how things are; what is pressed meanwhile is sent, too.
function exchange() {
  going ??= talk().finally(() => { going = undefined; });
  return going;
}

async function talk() {
  if (!me) return;
  try {
    do {
      const part = waiting.slice(0, 50);
      const envelope = JSON.stringify({ sent: now(), presses: part.map(({ press, signature }) => ({ press, signature })) });
      const told = await send("/station/presses", { station: me.station, envelope, signature: await sign("envelope", envelope) });
      const done = new Set(told.results.map((result) => result.sequence));
      const skew = told.now - now(), mono = performance.now();
      // What another tab has counted up meanwhile stays counted up.
      await within(["one", "presses"], async (change) => {
        for (const sequence of done) change.objectStore("presses").delete(sequence);
        const one = change.objectStore("one"), kept = await asked(one.get("me"));
        if (kept?.station !== me.station) return;
        one.put({ ...kept, skew, zone: told.zone }, "me");
        one.put(told.crew, "crew");
        one.put(told.now, "heard");
      });
      Object.assign(me, { skew, zone: told.zone });
      for (const result of told.results) answered(waiting.find((one) => one.sequence === result.sequence), result);
      waiting = waiting.filter((one) => !done.has(one.sequence));
      crew = told.crew;
      heard = { now: told.now, mono };
      if (part.length && !done.size) break;
    } while (waiting.length);
    status(true);
  } catch (error) {
    if (error.status === 401) {
      say($("pairSaid"), words.revoked.replace("{count}", waiting.length));
      show("pairing");
      me = undefined;
    } else {
      status(false, error.status && error.message);
    }
  } finally {
    list();
  }
}

function status(on = isOn, why = "") {
  isOn = on;
  document.body.classList.toggle("off", !isOn);
  const left = waiting.length ? ` ${words.waiting.replace("{count}", waiting.length)}` : "";
  say($("line"), (why || (isOn ? words.line : words.noLine)) + left);
}

// What came of a press, however late that is heard: where the person looks who pressed, if they are still there. A refusal that they
// may not have seen is told for a while, for them or whoever knows them.
function answered(one, result) {
  if (result.sequence === chosen?.sequence) return tell(chosen, result);
  if (result.sequence === spoken?.sequence) speak(spoken.name, result);
  if (!one || ["taken", "nothing"].includes(result.verdict)) return;
  const parts = { name: one.name, time: wall(one.at + (me?.skew ?? 0)), why: result.text };
  const line = { text: words.refused.replace(/\{(\w+)\}/g, (_, part) => parts[part]) };
  const showAll = () => say($("refused"), refused.map(({ text }) => text).join("\n"));
  refused.push(line);
  showAll();
  setTimeout(() => {
    refused = refused.filter((other) => other !== line);
    showAll();
  }, TOLD);
}

async function press(kind) {
  if (!me || !chosen) return show(me ? "names" : "pairing");
  const code = $("entry").value;
  if (!/^[0-9]{6,10}$/.test(code)) {
    say($("codeSaid"), words.codeForm);
    $("entry").focus();
    return;
  }
  const who = chosen;
  for (const button of $("dial").querySelectorAll("button")) button.disabled = true;
  try {
    // The number is taken first, so that none is given twice, whatever comes between.
    const sequence = await within(["one"], async (change) => {
      const kept = await asked(change.objectStore("one").get("me"));
      kept.next += 1;
      change.objectStore("one").put(kept, "me");
      return kept.next - 1;
    });
    const at = now();
    const closed = await close(code, `${me.station} ${sequence} ${who.id} ${kind} ${at}`, me.server);
    const content = JSON.stringify({ sequence, person: who.id, kind, at, skew: skewNow(), code: text(closed) });
    const one = { sequence, press: content, signature: await sign("press", content), who: who.id, name: who.name, kind, at };
    await within(["presses"], (change) => { change.objectStore("presses").add(one); });
    waiting.push(one);
    who.sequence = sequence;
    $("entry").value = "";
    // It is kept: where the server is away or silent nobody has to wait, and the next one can press.
    const sent = exchange();
    if (isOn !== false && navigator.onLine) await Promise.race([sent, new Promise((go) => setTimeout(go, PATIENCE))]);
    if (!me || !waiting.includes(one)) return;
    if (going) status();
    if (chosen === who) tell(who, { sequence, verdict: "kept", text: words.kept });
  } catch (error) {
    say($("codeSaid"), words.failed);
  } finally {
    for (const button of $("dial").querySelectorAll("button")) button.disabled = false;
  }
}

function tell(person, result) {
  speak(person.name, result);
  if (["wrongCode", "slowed"].includes(result.verdict)) {
    say($("codeSaid"), result.text);
    $("entry").focus();
    return;
  }
  show("names");
}

function speak(name, { sequence, verdict, text }) {
  spoken = { sequence, name };
  say($("said"), `${name}: ${text}`);
  $("said").dataset.verdict = verdict;
  clearTimeout(timer);
  timer = setTimeout(() => say($("said"), ""), 12000);
}

// As the unit's clock shows it.
function wall(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: me?.zone });
}

function say(place, sentence) { place.textContent = sentence; }

function show(name) {
  for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== name;
  document.body.dataset.shown = name;
  if (name === "names") {
    chosen = undefined;
    $("find").value = "";
    say($("codeSaid"), "");
    list();
    $("find").focus();
  }
  if (name === "pairing") $("pairCode").focus();
}

// How somebody stands, with what is not sent yet.
function standing(person) {
  const last = waiting.filter((one) => one.who === person.id).pop();
  if (!last) return { state: person.state, since: person.since };
  const clock = wall(last.at + (me?.skew ?? 0));
  return { state: { on: "on", resume: "on", pause: "pause", off: "off" }[last.kind], since: clock };
}

// Draws a list anew only if what it shows has changed, and leaves the focus with the same person, so that whoever works with a keyboard, a
// switch or a screen reader is not thrown out of it every twenty seconds.
const drawn = new Map();
function draw(place, people, line) {
  const shown = JSON.stringify(people);
  if (drawn.get(place) === shown) return;
  drawn.set(place, shown);
  const had = place.contains(document.activeElement) ? document.activeElement.dataset.person : undefined;
  place.replaceChildren(...people.map((person) => {
    const item = document.createElement("li");
    item.append(...line(person));
    return item;
  }));
  if (had === undefined) return;
  const same = [...place.querySelectorAll("button")].find((button) => button.dataset.person === had);
  (same ?? $("find")).focus({ preventScroll: true });
}

function list() {
  const typed = $("find").value.trim().toLowerCase();
  const all = crew.map((person) => ({ ...person, ...standing(person) }));
  const found = all.filter((person) => !typed || person.name.toLowerCase().includes(typed));
  const state = { on: words.on, pause: words.pause, off: "" };
  draw($("people"), found, (person) => {
    const button = document.createElement("button");
    const note = [person.state === "off" ? "" : `${state[person.state]} ${person.since ?? ""}`, person.due ?? ""].filter(Boolean).join(" · ");
    button.type = "button";
    button.className = person.state;
    button.dataset.person = person.id;
    button.append(Object.assign(document.createElement("b"), { textContent: person.name }));
    if (note) button.append(Object.assign(document.createElement("span"), { textContent: note }));
    button.addEventListener("click", () => choose(person));
    return [button];
  });
  const here = all.filter((person) => person.state !== "off");
  say($("hereCount"), words.here.replace("{count}", here.length));
  draw($("hereList"), here, (person) => [
    Object.assign(document.createElement("span"), { className: "tick", ariaHidden: "true" }),
    Object.assign(document.createElement("b"), { textContent: person.name }),
    ` ${state[person.state]} ${person.since ?? ""}`,
  ]);
  // Whoever calls the roll by it has to know how old it is, and what cannot be in it.
  const asOf = heard && words.asOf.replace("{time}", new Date(heard.now * 1000)
    .toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: me?.zone }));
  say($("hereTime"), [asOf, !isOn && words.hereAlone].filter(Boolean).join(" "));
}

function choose(person) {
  // Without the number of a press before, if that is still on its way.
  chosen = { ...person };
  say($("who"), person.name);
  say($("codeSaid"), person.code ? "" : words.noCode);
  $("entry").value = "";
  const next = { off: "on", on: "off", pause: "resume" }[standing(person).state];
  for (const button of document.querySelectorAll("#acts button")) button.classList.toggle("primary", button.value === next);
  show("code");
  $("entry").focus();
}

async function start() {
  base = await open();
  me = await get("me");
  crew = (await get("crew")) ?? [];
  const last = await get("heard");
  if (last !== undefined) heard = { now: last };
  waiting = await asked(base.transaction("presses").objectStore("presses").getAll());
  if (me) say($("place"), me.name);
  show(me ? "names" : "pairing");
  $("pairForm").addEventListener("submit", pair);
  $("find").addEventListener("input", list);
  $("find").addEventListener("keydown", (event) => {
    if (event.key === "Enter") $("people").querySelector("button")?.click();
  });
  // Enter does what is most likely, not what the first button says.
  $("entry").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = document.querySelector("#acts .primary") ?? document.querySelector("#acts button");
    if (!first.disabled) press(first.value);
  });
  $("codeForm").addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter) press(event.submitter.value);
  });
  for (const key of $("dial").querySelectorAll("[data-key]")) {
    key.addEventListener("click", () => {
      const field = $("entry");
      field.value = key.dataset.key === "back" ? field.value.slice(0, -1) : (field.value + key.dataset.key).slice(0, 10);
    });
  }
  for (const back of document.querySelectorAll("[data-back]")) back.addEventListener("click", () => show("names"));
  $("hereOpen").addEventListener("click", () => show("present"));
  $("herePrint").addEventListener("click", () => print());
  addEventListener("keydown", (event) => { if (event.key === "Escape" && me) show("names"); });
  addEventListener("online", exchange);
  setInterval(() => say($("clock"), wall(now() + (me?.skew ?? 0))), 1000);
  setInterval(exchange, Number(words.every ?? 20) * 1000);
  await exchange();
  if (me) say($("place"), me.name);
}

// So that it is there after a loss of power without a connection, the first visit's page is kept, too.
navigator.serviceWorker?.register("/sw.js").then(() => navigator.serviceWorker.ready).then((ready) => ready.active.postMessage("keep station"));
start().catch(() => say($("line"), words.failed));
