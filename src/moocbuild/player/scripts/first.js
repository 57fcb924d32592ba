/*
 * What cannot wait for the page: how it looks, what is pressed before its scripts are here, and those
 * scripts, which come when the page can be read. It runs as soon as it is here, mostly before the page
 * is drawn, but a page never waits for it. What stands behind it here finds the platform (lms_find.js).
 */

const htmlRoot = document.documentElement;
const lookKey = `moocbuild:${htmlRoot.dataset.course}:look`;
const look = {}; // theme and font, kept on the device
const early = new Set(); // forms that were pressed before what they need was here

function setLook() {
  for (const name of ["theme", "font"]) {
    if (look[name]) htmlRoot.dataset[name] = look[name];
    else delete htmlRoot.dataset[name];
  }
}

function find(selector, within) {
  return (within || document).querySelector(selector);
}

function all(selector, within) {
  return Array.from((within || document).querySelectorAll(selector));
}

/**
 * Loads scripts, named with blanks between them, once and however long it takes. They run in that
 * order. Without the core those after it do nothing: where it is late, they come again behind it.
 */
function load(names, wait = 5000) {
  const files = names.split(" ");
  files.forEach((file, n) => {
    if (find(`script[src="${file}"]`)) return;
    const made = document.createElement("script");
    made.src = file;
    made.async = false;
    made.onerror = () => {
      const again = /^player\b/.test(file) ? files.slice(n) : [file];
      for (const one of again) all(`script[src="${one}"]`).forEach((old) => old.remove());
      setTimeout(load, wait, again.join(" "), 2 * wait);
    };
    document.head.append(made);
  });
}

htmlRoot.className = htmlRoot.className.replace("no-js", "js");
try {
  Object.assign(look, JSON.parse(localStorage.getItem(lookKey)));
} catch (error) {
  // Blocked or unreadable: the device's own look.
}
setLook();
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || !event.target.matches(".question")) return;
  event.preventDefault();
  early.add(event.target);
});
const {then} = document.currentScript.dataset;
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => load(then));
else load(then);
