// Draws penalty and floor over time, as the server does: see CurveModel.swift.
const width = 240, height = 44, inset = 3;
const scaled = (value) => Math.log(Math.max(value, 0) + 10);

export function readPoints(svg) {
  try { return JSON.parse(svg.dataset.points || "[]"); } catch { return []; }
}

export function drawCurve(svg, points) {
  const legal = points.filter((point) => point.f);
  const drawn = legal.length < 2 ? points : legal;
  if (drawn.length < 2) return;
  const start = drawn[0].s, span = Math.max(drawn.at(-1).s - start, 0.001);
  const floor = drawn.filter((point) => point.b !== undefined);
  const values = drawn.map((point) => scaled(point.p)).concat(floor.map((point) => scaled(point.b)));
  const low = Math.min(...values), high = Math.max(Math.max(...values), low + 0.05);
  const path = (list, value) => list.map((point, index) => {
    const x = ((point.s - start) / span * (width - 2 * inset) + inset).toFixed(1);
    const y = ((high - scaled(value(point))) / (high - low) * (height - 2 * inset) + inset).toFixed(1);
    return index ? `H${x}V${y}` : `M${x} ${y}`;
  }).join("");
  svg.querySelector(".line").setAttribute("d", path(drawn, (point) => point.p));
  svg.querySelector(".floor").setAttribute("d", path(floor, (point) => point.b));
}
