import { startGrid } from "./grid.js";
import { startLive } from "./live.js";
import { startEditing } from "./edit.js";
import { startMessages } from "./messages.js";

if (document.getElementById("grid")) startEditing();
if (document.getElementById("grid")) startGrid();
startLive();
startMessages();
navigator.serviceWorker?.register("/sw.js");
document.getElementById("printNow")?.addEventListener("click", () => print());
