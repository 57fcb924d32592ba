/*
 * Without a network: the learner is told, and what waited goes when it is back. Where there is no
 * platform, a service worker keeps the course for that time.
 */

window.addEventListener("online", () => {
  notice("away", "");
  flush();
});
window.addEventListener("offline", () => notice("away", trouble("offline")));

function keepOffline() {
  const saves = (navigator.connection || {}).saveData;
  if (lms.kind || saves || !/^https?:$/.test(location.protocol)) return;
  try {
    navigator.serviceWorker.register("sw.js").catch(() => {});
  } catch (error) {
    // Not in this frame: the course works as long as the network does.
  }
}

keepOffline();
