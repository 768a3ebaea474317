// Changing a draft by keyboard, mouse and touch. What a change breaks and costs is shown before it is kept; what others
// change meanwhile shows at once.
import { cellAt, heads, refreshExplanation, reopenPanel, rows, selection } from "./grid.js";
import { showFigures, showRota } from "./live.js";

const byId = (id) => document.getElementById(id);
const status = () => byId("status");
const isEditable = () => status()?.dataset.shifts !== undefined;
const letters = () => JSON.parse(status().dataset.shifts);
const address = (path) => `/api/v1/builds/${status().dataset.build}/${path}`;
const isInGrid = (target) => target?.closest?.("#grid .people td") != null;

// The change that is shown and not kept yet, with the last step that was seen when it was made.
let proposal = null, asking, typed = "", typing;

const nameOf = ({ row, column }) => ({ person: rows()[row].dataset.person, date: heads()[column].dataset.day });

// What stands in a cell: the letter of a shift type, or nothing for off.
function letterIn({ row, column }) {
  const text = cellAt(row, column).children[0].textContent;
  return letters().includes(text) ? text : "";
}

async function send(path, body) {
  const answer = await fetch(address(path), {
    method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body), signal: path === "check" ? asking?.signal : undefined,
  });
  const content = await answer.json();
  if (!answer.ok) throw new Refused(content.detail);
  return content;
}

class Refused extends Error {}

function say(text, lines, hasChoice) {
  byId("proposal").hidden = false;
  byId("proposal").classList.toggle("refused", !hasChoice);
  byId("proposed").textContent = text;
  byId("keep").hidden = !hasChoice;
  byId("consequences").replaceChildren(...lines.slice(0, 12).map(({ sentence, style }) => {
    const line = document.createElement("li");
    line.textContent = sentence;
    line.className = style;
    return line;
  }));
  if (lines.length > 12) byId("consequences").append(`+ ${lines.length - 12}`);
  reopenPanel();
}

function leave() {
  proposal = null;
  asking?.abort();
  byId("proposal").hidden = true;
}

// Runs `body`; what the server refuses is shown, and so is that it cannot be reached.
async function trying(body) {
  try {
    await body();
  } catch (error) {
    if (error.name === "AbortError") return;
    proposal = null;
    say(error instanceof Refused ? error.message : byId("said").dataset.lost, [], false);
  }
}

// Shows what a change of cells would come to. `cells`: as the API takes them.
function propose(cells) {
  if (!cells.length) return;
  asking?.abort();
  asking = new AbortController();
  const mine = { cells, after: Number(status().dataset.step) };
  proposal = mine;
  return trying(async () => {
    const found = await send("check", mine);
    if (proposal !== mine) return;
    if (found.cells === 0) { proposal = null; return say(found.summary, [], false); }
    say(found.summary, [
      ...found.added.map(({ sentence, hard }) => ({ sentence, style: hard ? "hard" : "soft" })),
      ...found.removed.map(({ sentence }) => ({ sentence, style: "mended" })),
    ], true);
  });
}

function keep() {
  const kept = proposal;
  if (!kept) return;
  proposal = null;
  return trying(async () => {
    take(await send("steps", kept));
    leave();
  });
}

// What the server says of the draft after a step of one's own; the grid follows by its event.
function take(draft) {
  byId("undo").querySelector("button").disabled = draft.undo === undefined;
  byId("redo").querySelector("button").disabled = draft.redo === undefined;
}

function turn(which) {
  const button = byId(which)?.querySelector("button");
  if (!button || button.disabled) return;
  leave();
  return trying(async () => take(await send(which, {})));
}

const selected = () => selection()?.flat() ?? [];
const put = (shift) => propose(selected().map((cell) => ({ ...nameOf(cell), shift })));

function togglePin() {
  const cells = selected();
  const pinned = !cells.every(({ row, column }) => cellAt(row, column).classList.contains("pi"));
  return propose(cells.map((cell) => ({ ...nameOf(cell), pinned })));
}

// Letters are taken until they name one shift type and could not go on to name another, or nothing comes for a moment.
function type(letter) {
  const text = typed + letter.toLowerCase();
  const fitting = letters().filter((one) => one.toLowerCase().startsWith(text));
  clearTimeout(typing);
  if (!fitting.length) { typed = ""; return false; }
  typed = text;
  const settle = () => {
    const found = letters().find((one) => one.toLowerCase() === typed);
    typed = "";
    if (found) put(found);
  };
  if (fitting.length === 1 && fitting[0].length === text.length) settle(); else typing = setTimeout(settle, 600);
  return true;
}

function onKey(event) {
  if (!isEditable() || event.altKey || !isInGrid(event.target)) return;
  const isDone = () => { event.preventDefault(); event.stopImmediatePropagation(); };
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    const which = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : null;
    if (which) { isDone(); turn(which); }
    return;
  }
  if (event.key === "Enter" && proposal) { isDone(); keep(); }
  else if (event.key === "Escape" && !byId("proposal").hidden) { isDone(); leave(); }
  else if (event.key === "Delete" || event.key === "Backspace") { isDone(); put(""); }
  else if (event.key === "*") { isDone(); togglePin(); }
  else if (event.key.length === 1 && event.key !== " " && byId("single").checked && type(event.key)) isDone();
}

function copy(event) {
  if (!isEditable() || !isInGrid(document.activeElement)) return;
  event.clipboardData.setData("text/plain", selection().map((line) => line.map(letterIn).join("\t")).join("\n"));
  event.preventDefault();
}

// What was copied here or in a spreadsheet; a larger range is filled with it again and again.
function paste(event) {
  if (!isEditable() || !isInGrid(document.activeElement)) return;
  event.preventDefault();
  const table = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/)
    .map((line) => line.split("\t").map((text) => text.trim()));
  const unknown = table.flat().find((text) => text && text !== byId("grid").dataset.off
    && text !== byId("grid").dataset.away && !letters().includes(text));
  if (unknown !== undefined) return say(`${unknown}?`, [], false);
  const range = selection();
  const [height, width] = [Math.max(range.length, table.length), Math.max(range[0].length, table[0].length)];
  const cells = [];
  for (let down = 0; down < height; down++) {
    for (let right = 0; right < width; right++) {
      const line = table[down % table.length], text = line[right % line.length] ?? "";
      const cell = { row: range[0][0].row + down, column: range[0][0].column + right };
      if (cellAt(cell.row, cell.column)) cells.push({ ...nameOf(cell), shift: letters().includes(text) ? text : "" });
    }
  }
  propose(cells);
}

let settling;
// The list of what the rota misses is long, so it is fetched when a moment nothing has changed.
function settleFindings() {
  clearTimeout(settling);
  settling = setTimeout(async () => {
    const answer = await fetch(`/builds/${status().dataset.build}`);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    byId("findings").replaceWith(page.getElementById("findings"));
  }, 500);
}

function follow() {
  const source = new EventSource(address(`steps/events?seen=${status().dataset.step}`));
  source.addEventListener("step", (event) => {
    const data = JSON.parse(event.data);
    status().dataset.step = data.step;
    byId("takeFile").elements.after.value = data.step;
    showRota(data.rota);
    showFigures(data.status);
    byId("undo").querySelector("button").disabled = !data.canUndo;
    byId("redo").querySelector("button").disabled = !data.canRedo;
    if (data.said) byId("said").textContent = data.said;
    byId("others").textContent = data.said ?? "";
    refreshExplanation();
    settleFindings();
  });
  addEventListener("pagehide", () => source.close());
}

export function startEditing() {
  document.addEventListener("keydown", onKey, { capture: true });
  document.addEventListener("copy", copy);
  document.addEventListener("paste", paste);
  document.addEventListener("settled", dressPanel);
  dressPanel();
}

// What can be changed may come only when a build has ended.
function dressPanel() {
  if (!isEditable()) return;
  byId("keep").addEventListener("click", keep);
  byId("leave").addEventListener("click", leave);
  byId("range").addEventListener("click", () => {
    byId("range").setAttribute("aria-pressed", String(byId("range").getAttribute("aria-pressed") !== "true"));
  });
  for (const which of ["undo", "redo"]) {
    byId(which).addEventListener("submit", (event) => { event.preventDefault(); turn(which); });
  }
  // Buttons of the explanation do what they say at once: what it costs stands beside them.
  byId("explanation").addEventListener("submit", (event) => {
    // One leads on to another page.
    if (event.target.method === "get") return;
    const fields = new FormData(event.target);
    const cell = { person: fields.get("person"), date: fields.get("day") };
    if (fields.has("shift")) cell.shift = fields.get("shift"); else cell.pinned = fields.get("pin") === "yes";
    event.preventDefault();
    leave();
    trying(async () => take(await send("steps", { cells: [cell], after: Number(fields.get("after")) })));
  });
  follow();
}
