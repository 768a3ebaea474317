// The grid by mouse, touch and keyboard: one cell is selected, and the panel explains it.
const byId = (id) => document.getElementById(id);
const state = { row: 0, column: 0, isSelected: false };
const nearest = { block: "nearest", inline: "nearest" };
let waiting, asking;

const rows = () => [...document.querySelectorAll("#grid .people tr")];
const cellsOf = (row) => [...row.querySelectorAll("td[id]")];
const cellAt = (row, column) => byId(`c${row}-${column}`);
const heads = () => [...document.querySelectorAll("#grid thead th[data-day]")];
const buildId = () => byId("status")?.dataset.build;

// Called again whenever the table has been replaced.
export function dressGrid() {
  const table = byId("grid");
  if (!table) return;
  table.setAttribute("role", "grid");
  for (const row of rows()) for (const cell of cellsOf(row)) cell.tabIndex = -1;
  const cell = cellAt(state.row, state.column) ?? cellAt(0, 0);
  if (cell) cell.tabIndex = 0;
  if (state.isSelected) show(cell);
  reserveRoom();
}

// What the browser scrolls into view must not end up under the cover lines that stick to the foot.
function reserveRoom() {
  const cover = document.querySelector(".cover.everybody"), scroll = byId("scroll");
  const sticks = cover && getComputedStyle(cover).position === "sticky";
  scroll.style.scrollPaddingBottom = sticks ? `${cover.offsetHeight + 8}px` : "";
}

function show(cell) {
  const table = byId("grid");
  for (const old of table.querySelectorAll("[aria-selected]")) old.removeAttribute("aria-selected");
  for (const old of table.querySelectorAll(".on")) old.classList.remove("on");
  cell.setAttribute("aria-selected", "true");
  cell.closest("tr").classList.add("on");
  heads()[state.column]?.classList.add("on");
}

export function select(cell, { focus = true } = {}) {
  if (!cell) return;
  const [row, column] = cell.id.slice(1).split("-").map(Number);
  const old = cellAt(state.row, state.column);
  if (old) old.tabIndex = -1;
  Object.assign(state, { row, column, isSelected: true });
  cell.tabIndex = 0;
  if (focus) {
    cell.focus({ preventScroll: true });
    cell.scrollIntoView(nearest);
  }
  show(cell);
  const person = cell.closest("tr").dataset.person, day = heads()[column].dataset.day;
  if (byId("person")) { byId("person").value = person; byId("day").value = day; }
  const query = new URLSearchParams({ person, day });
  clearTimeout(waiting);
  waiting = setTimeout(() => explain(query), 90);
}

async function explain(query) {
  const build = buildId();
  if (!build) return;
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(`/builds/${build}/explanation?${query}`, { signal: asking.signal });
    if (!answer.ok) return;
    byId("explanation").innerHTML = await answer.text();
    byId("explain").classList.add("open");
    byId("explain").scrollTop = 0;
    // The panel may now lie over the cell: the style sheet's scroll padding knows.
    if (document.activeElement?.closest("#grid")) document.activeElement.scrollIntoView(nearest);
    history.replaceState(null, "", `?${query}`);
  } catch (error) {
    if (error.name !== "AbortError") byId("said").textContent = byId("said").dataset.lost;
  }
}

// On a handset the panel lies over the foot of the page: it can be put away, and comes back with the next cell.
function dismiss() {
  byId("explain").classList.remove("open");
  cellAt(state.row, state.column)?.focus({ preventScroll: true });
}

export function refreshExplanation() {
  if (state.isSelected) select(cellAt(state.row, state.column), { focus: false });
}

function move(rowStep, columnStep) {
  const all = rows();
  const row = Math.min(Math.max(state.row + rowStep, 0), all.length - 1);
  const column = Math.min(Math.max(state.column + columnStep, 0), heads().length - 1);
  select(cellAt(row, column));
}

function moveToMark(step) {
  const marked = [...document.querySelectorAll("#grid .people td.mh, #grid .people td.ms")];
  if (!marked.length) return;
  const order = (cell) => { const [r, c] = cell.id.slice(1).split("-").map(Number); return r * 10000 + c; };
  const here = state.row * 10000 + state.column;
  const next = step > 0 ? marked.find((cell) => order(cell) > here) ?? marked[0]
    : marked.findLast((cell) => order(cell) < here) ?? marked.at(-1);
  select(next);
}

const moves = {
  ArrowUp: () => move(-1, 0), ArrowDown: () => move(1, 0), ArrowLeft: () => move(0, -1), ArrowRight: () => move(0, 1),
  PageUp: () => move(-10, 0), PageDown: () => move(10, 0),
  Home: (event) => move(event.ctrlKey ? -1e6 : 0, -1e6), End: (event) => move(event.ctrlKey ? 1e6 : 0, 1e6),
  Enter: () => byId("explain").focus(), " ": () => byId("explain").focus(),
};
const singles = {
  "?": () => byId("keys").togglePopover(), "/": () => byId("person").focus(), "]": () => moveToMark(1),
  "[": () => moveToMark(-1), b: () => byId("build")?.requestSubmit(), s: () => byId("stop")?.requestSubmit(),
  p: () => byId("print")?.click(),
};

function onKey(event) {
  if (event.altKey || event.metaKey || !byId("grid")) return;
  const target = event.target;
  const inGrid = target.closest?.("#grid .people td");
  if (inGrid && moves[event.key]) {
    event.preventDefault();
    moves[event.key](event);
    return;
  }
  if (event.key === "Escape" && target.closest?.("#explain")) {
    select(cellAt(state.row, state.column));
    return;
  }
  const isFree = inGrid || target === document.body || target.id === "main" || target.id === "explain";
  const single = singles[event.key.length === 1 ? event.key.toLowerCase() : ""];
  if (single && isFree && !event.ctrlKey && byId("single").checked) {
    event.preventDefault();
    single();
  }
}

export function startGrid() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    const cell = event.target.closest("#grid .people td[id]");
    if (cell) return select(cell);
    if (event.target.id === "dismiss") return dismiss();
    const link = event.target.closest('a[href^="#c"]');
    if (link) {
      event.preventDefault();
      select(byId(link.hash.slice(1)));
    }
  });
  byId("goto")?.addEventListener("submit", (event) => {
    if (!buildId()) return;
    event.preventDefault();
    const row = rows().findIndex((one) => one.dataset.person === byId("person").value);
    const column = heads().findIndex((one) => one.dataset.day === byId("day").value);
    select(cellAt(row, column));
  });
  addEventListener("resize", reserveRoom);
  const single = byId("single");
  if (single) {
    single.checked = localStorage.getItem("single keys") !== "off";
    single.addEventListener("change", () => localStorage.setItem("single keys", single.checked ? "on" : "off"));
  }
  const asked = new URLSearchParams(location.search);
  if (asked.has("person") && asked.has("day")) {
    const row = rows().findIndex((one) => one.dataset.person === asked.get("person"));
    const column = heads().findIndex((one) => one.dataset.day === asked.get("day"));
    if (row >= 0 && column >= 0) Object.assign(state, { row, column, isSelected: true });
  }
  dressGrid();
}
