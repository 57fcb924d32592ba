/*
 * The frame around the course: loads the newest state, keeps the reader's place, says what it is.
 * The pages inside are, byte for byte, those of the package.
 */

const root = document.documentElement;
const {mode, token, start, target} = root.dataset;
const frames = [...document.querySelectorAll("[data-frame]")];
const AGAIN = 2000;
let state = null;
let source = null;

/** The page's file as the address bar has it. */
const addressed = () => (mode === "page" && location.pathname !== "/" ? location.pathname.slice(1) : start);

/** Of the page that a frame shows: the state that it is of, and its file; "" before it shows any. */
function at(frame) {
  const [, number, , file] = frame.contentWindow.location.pathname.split("/");
  return file ? {number: Number(number.slice(1)), file} : {number: 0, file: ""};
}

function load(frame, file, hash = "") {
  frame.contentWindow.location.replace(`/@${state.snapshot}/${target}/${file}${hash}`);
}

/** Everything that depends on which page is shown. */
function follow(frame) {
  const {file} = at(frame);
  if (!file) return;
  const page = frame.contentWindow;
  document.title = page.document.title;
  document.querySelector(".draft").hidden = target !== "web" || !state.drafts.includes(file);
  if (mode === "page") {
    const path = file === start ? "/" : `/${file}`;
    history.replaceState(null, "", path + page.location.hash);
  }
  for (const other of frames) if (other !== frame && at(other).file !== file) load(other, file);
}

/** Whoever has gone on within a page (the player swaps pages) tells it by its own attribute. */
function watch(frame) {
  const seen = new MutationObserver(() => follow(frame));
  seen.observe(frame.contentDocument.documentElement, {attributes: true, attributeFilter: ["data-page"]});
}

/** What leads out of the course cannot be shown in the frame: it gets a tab of its own. */
function leadOut(event) {
  const link = event.target.closest && event.target.closest("a[href]");
  if (!link || link.origin === location.origin || event.defaultPrevented) return;
  event.preventDefault();
  if (/^https?:$/.test(link.protocol)) window.open(link.href, "_blank", "noopener");
  else location.href = link.href;
}

function arrived(frame) {
  const {number, file} = at(frame);
  if (!state || !file) return;
  if (number !== state.snapshot) { // the browser has gone back to a state of long ago
    load(frame, file, frame.contentWindow.location.hash);
    return;
  }
  putBack(frame, frame.place);
  frame.place = null;
  root.dataset.shown = String(state.snapshot);
  frame.contentDocument.addEventListener("click", leadOut);
  watch(frame);
  follow(frame);
}

/**
 * Loads a frame anew, where it is; what it shows first is what the address says. A place that was
 * not put back yet, as states come fast, is the one that counts.
 */
function renew(frame) {
  const {file} = at(frame);
  if (file && !frame.place) frame.place = placeIn(frame);
  load(frame, file || addressed(), file ? frame.contentWindow.location.hash : location.hash);
}

function take(next) {
  const newer = !state || state.snapshot !== next.snapshot;
  state = next;
  document.querySelector(".course").textContent = next.title || "Preview";
  showFindings(next);
  say("");
  if (newer && next.snapshot) {
    frames.forEach(renew);
  } else if (next.snapshot) follow(frames[0]);
  root.dataset.state = String(next.snapshot);
}

function say(words) {
  document.querySelector(".status").textContent = words;
}

/** The browser tries again by itself, until a preview is there that was started anew. */
function lost() {
  say("The preview has ended, or is not there yet.");
  if (source && source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), AGAIN);
}

/** Only pages that are seen hold a connection: browsers open few to one server. */
function listen() {
  if (document.hidden) {
    if (source) source.close();
    source = null;
  } else if (!source) {
    source = new EventSource(`/_events?token=${encodeURIComponent(token)}`);
    source.addEventListener("message", (event) => take(JSON.parse(event.data)));
    source.addEventListener("error", lost);
  }
}

for (const frame of frames) frame.addEventListener("load", () => arrived(frame));
for (const link of document.querySelectorAll("[data-view]")) {
  if (link.dataset.view === mode) link.setAttribute("aria-current", "page");
}
document.addEventListener("visibilitychange", () => { if (mode !== "lms" || window.lms) listen(); });
say("Building …");
if (mode !== "lms" || window.lms) listen();
else window.addEventListener("lms", listen, {once: true});
