// A running build: figures, words, curve and grid follow the server's events.
import { drawCurve, readPoints } from "./curve.js";
import { dressGrid, refreshExplanation } from "./grid.js";

const byId = (id) => document.getElementById(id);

export function showFigures(status) {
  for (const name of ["penalty", "bound", "gap", "words", "state", "time"]) byId(name).textContent = status[name];
  byId("words").className = `words ${status.mood}`;
  const bar = byId("bar");
  if (bar) bar.value = status.seconds;
}

// "style|text" or "style|text|sub"
function dress(cell, compact) {
  const [style, text, sub] = compact.split("|");
  if (cell.dataset.now === compact) return;
  cell.dataset.now = compact;
  cell.className = style;
  const [first, second] = cell.children;
  first.textContent = text;
  if (sub !== undefined && second) second.textContent = sub;
}

export function showRota(rota) {
  document.querySelectorAll("#grid .people tr").forEach((row, index) => {
    const cells = row.querySelectorAll("td[id]"), totals = row.querySelectorAll("td.total");
    rota.rows[index]?.forEach((compact, day) => dress(cells[day], compact));
    rota.totals[index]?.forEach((compact, place) => {
      const [style, text] = compact.split("|");
      totals[place].className = `total ${style}`;
      totals[place].textContent = text;
    });
  });
  document.querySelectorAll("#grid .cover tr").forEach((row, index) => {
    const cells = row.querySelectorAll("td[id]");
    rota.cover[index]?.forEach((compact, day) => { if (cells[day].children.length) dress(cells[day], compact); });
  });
}

// The build is over: the page as the server now writes it takes the place of this one, part by part.
async function settle(address) {
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const wasInGrid = document.activeElement?.closest("#grid");
  for (const id of ["grid", "below", "status"]) byId(id).replaceWith(page.getElementById(id));
  document.title = page.title;
  dressGrid();
  if (wasInGrid) document.querySelector("#grid [tabindex='0']")?.focus({ preventScroll: true });
  refreshExplanation();
  byId("said").textContent = `${byId("said").dataset.ended} ${byId("words").textContent}`;
  document.dispatchEvent(new Event("settled"));
}

export function startLive() {
  const status = byId("status");
  if (status?.dataset.running !== "true") return;
  const points = readPoints(byId("curve"));
  let seen = points.length, isLegal = false;
  const source = new EventSource(`/api/v1/builds/${status.dataset.build}/events`);
  source.addEventListener("progress", (event) => {
    const data = JSON.parse(event.data);
    // The first event after loading tells all points anew.
    const last = points.at(-1)?.s ?? -1;
    points.push(...data.points.filter((point) => point.s > last));
    if (points.length !== seen) { seen = points.length; drawCurve(byId("curve"), points); }
    showFigures(data.status);
    if (!isLegal && data.status.mood === "legal") { isLegal = true; byId("said").textContent = byId("said").dataset.legal; }
  });
  source.addEventListener("rota", (event) => showRota(JSON.parse(event.data)));
  source.addEventListener("end", (event) => {
    source.close();
    settle(JSON.parse(event.data).address);
  });
  source.addEventListener("error", () => { byId("said").textContent = byId("said").dataset.lost; });
}
