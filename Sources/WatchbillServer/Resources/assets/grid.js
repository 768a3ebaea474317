// The grid by mouse, touch and keyboard: one cell is selected, and the panel explains it.
const byId = (id) => document.getElementById(id);
// A range goes from the anchor to the selected cell; without one it is that cell alone.
const state = { row: 0, column: 0, isSelected: false, anchor: null };
const nearest = { block: "nearest", inline: "nearest" };
let waiting, asking;

export const rows = () => [...document.querySelectorAll("#grid .people tr")];
const cellsOf = (row) => [...row.querySelectorAll("td[id]")];
export const cellAt = (row, column) => byId(`c${row}-${column}`);
export const heads = () => [...document.querySelectorAll("#grid thead th[data-day]")];
const buildId = () => byId("status")?.dataset.build;

// The selected cells, row by row; null before any is.
export function selection() {
  if (!state.isSelected) return null;
  const from = state.anchor ?? state;
  const [top, bottom] = [Math.min(from.row, state.row), Math.max(from.row, state.row)];
  const [left, right] = [Math.min(from.column, state.column), Math.max(from.column, state.column)];
  const table = [];
  for (let row = top; row <= bottom; row++) {
    const line = [];
    for (let column = left; column <= right; column++) line.push({ row, column });
    table.push(line);
  }
  return table;
}

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
  for (const old of table.querySelectorAll(".in")) old.classList.remove("in");
  const range = selection() ?? [];
  if (range.length > 1 || range[0]?.length > 1) {
    for (const { row, column } of range.flat()) {
      cellAt(row, column)?.classList.add("in");
      cellAt(row, column)?.setAttribute("aria-selected", "true");
    }
  }
  cell.setAttribute("aria-selected", "true");
  cell.closest("tr").classList.add("on");
  heads()[state.column]?.classList.add("on");
}

export function select(cell, { focus = true, extend = false } = {}) {
  if (!cell) return;
  state.anchor = extend ? state.anchor ?? { row: state.row, column: state.column } : null;
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

export function reopenPanel() { byId("explain").classList.add("open"); }

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
  if (state.isSelected) select(cellAt(state.row, state.column), { focus: false, extend: state.anchor !== null });
}

function move(rowStep, columnStep, extend) {
  const all = rows();
  const row = Math.min(Math.max(state.row + rowStep, 0), all.length - 1);
  const column = Math.min(Math.max(state.column + columnStep, 0), heads().length - 1);
  select(cellAt(row, column), { extend });
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
  ArrowUp: (event) => move(-1, 0, event.shiftKey), ArrowDown: (event) => move(1, 0, event.shiftKey),
  ArrowLeft: (event) => move(0, -1, event.shiftKey), ArrowRight: (event) => move(0, 1, event.shiftKey),
  PageUp: (event) => move(-10, 0, event.shiftKey), PageDown: (event) => move(10, 0, event.shiftKey),
  Home: (event) => move(event.ctrlKey ? -1e6 : 0, -1e6, event.shiftKey),
  End: (event) => move(event.ctrlKey ? 1e6 : 0, 1e6, event.shiftKey),
  Enter: () => byId("explain").focus(), " ": () => byId("explain").focus(),
};
const singles = {
  "?": () => byId("keys").togglePopover(), "/": () => byId("person").focus(), "]": () => moveToMark(1),
  "[": () => moveToMark(-1), b: () => byId("build")?.requestSubmit(), s: () => byId("stop")?.requestSubmit(),
  p: () => byId("print")?.click(), r: () => byId("repair")?.click(),
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
    if (cell) {
      const range = byId("range");
      const extend = event.shiftKey || range?.getAttribute("aria-pressed") === "true";
      range?.setAttribute("aria-pressed", "false");
      return select(cell, { extend });
    }
    if (event.target.id === "dismiss") return dismiss();
    const link = event.target.closest('a[href^="#c"]');
    if (link) {
      event.preventDefault();
      select(byId(link.hash.slice(1)));
    }
  });
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "goto" || !buildId()) return;
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
