import { startGrid } from "./grid.js";
import { startLive } from "./live.js";
import { startEditing } from "./edit.js";

if (document.getElementById("grid")) startEditing();
if (document.getElementById("grid")) startGrid();
startLive();
navigator.serviceWorker?.register("/sw.js");
document.getElementById("printNow")?.addEventListener("click", () => print());
