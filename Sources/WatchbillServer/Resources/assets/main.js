import { startGrid } from "./grid.js";
import { startLive } from "./live.js";

if (document.getElementById("grid")) startGrid();
startLive();
document.getElementById("printNow")?.addEventListener("click", () => print());
