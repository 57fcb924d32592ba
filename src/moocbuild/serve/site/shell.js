/*
 * The frame around the course: loads the newest state, keeps the reader's place, says what it is.
 * The pages inside are, byte for byte, those of the package.
 */

const root = document.documentElement;
const {mode, token, start, target} = root.dataset;
const frames = [...document.querySelectorAll("[data-frame]")];
let state = null;
let source = null;

/** The page's file as the address bar has it. */
const addressed = () => (mode === "page" && location.pathname !== "/" ? location.pathname.slice(1) : start);

/** The file that a frame shows, "" before it shows any. */
function shown(frame) {
  const path = frame.contentWindow.location.pathname;
  return path.startsWith("/@") ? path.split("/").pop() : "";
}

function load(frame, file, hash = "") {
  frame.contentWindow.location.replace(`/@${state.snapshot}/${target}/${file}${hash}`);
}

/** Everything that depends on which page is shown. */
function follow(frame) {
  const file = shown(frame);
  if (!file) return;
  const page = frame.contentWindow;
  document.title = page.document.title;
  document.querySelector(".draft").hidden = target !== "web" || !state.drafts.includes(file);
  if (mode === "page") {
    const path = file === start ? "/" : `/${file}`;
    history.replaceState(null, "", path + page.location.hash);
  }
  for (const other of frames) if (other !== frame && shown(other) !== file) load(other, file);
}

/** Whoever has gone on within a page (the player swaps pages) tells it by its own attribute. */
function watch(frame) {
  const seen = new MutationObserver(() => follow(frame));
  seen.observe(frame.contentDocument.documentElement, {attributes: true, attributeFilter: ["data-page"]});
}

function arrived(frame) {
  if (!state || !shown(frame)) return;
  if (frame.number !== state.snapshot) frame.place = null;
  putBack(frame, frame.place);
  frame.place = null;
  root.dataset.shown = String(state.snapshot);
  watch(frame);
  follow(frame);
}

/** Loads a frame anew, where it is; what it shows first is what the address says. */
function renew(frame) {
  const file = shown(frame);
  frame.place = file ? placeIn(frame) : null;
  frame.number = state.snapshot;
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

/** Only pages that are seen hold a connection: browsers open few to one server. */
function listen() {
  if (document.hidden) {
    if (source) source.close();
    source = null;
  } else if (!source) {
    source = new EventSource(`/_events?token=${encodeURIComponent(token)}`);
    source.addEventListener("message", (event) => take(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      const over = source && source.readyState === EventSource.CLOSED;
      say(over ? "The preview was started anew: reload this page." : "The preview has ended, or is not there yet.");
    });
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
