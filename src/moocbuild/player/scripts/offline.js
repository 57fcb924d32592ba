/* The web edition alone: a service worker keeps the course for the time without a network. */

if (/^https?:$/.test(location.protocol) && navigator.serviceWorker) {
  window.addEventListener("load", () => navigator.serviceWorker.register("sw.js").catch(() => {}));
}
