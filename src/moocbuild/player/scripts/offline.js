/* Without a network: the learner is told, and what waited goes when it is back. */

window.addEventListener("online", () => {
  notice("away", "");
  flush();
});
window.addEventListener("offline", () => notice("away", trouble("offline")));
