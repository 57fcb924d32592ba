/* Where there is no platform, a service worker keeps the course for the time without a network. */

function keepOffline() {
  const saves = (navigator.connection || {}).saveData;
  if (saves || !/^https?:$/.test(location.protocol)) return;
  try {
    navigator.serviceWorker.register("sw.js").catch(() => {});
  } catch (error) {
    // Not in this frame: the course works as long as the network does.
  }
}

keepOffline();
