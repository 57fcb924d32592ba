/*
 * Begins: finds the platform, takes up what was kept, wakes the page, and ends the session.
 * Knows what every page has: its bar, its notices.
 */

let shown = false; // whether a page is

/* ---- notices ---- */

/** What may be told, in words; the first that is told is the one shown. */
const notices = {away: "", late: "", none: "", other: "", alone: "", whole: ""};

/** Tells one thing, or with no words stops telling it. */
function notice(what, words) {
  notices[what] = words;
  if (what === "late" && words) notices.whole = "";
  if (what === "whole" && words) setTimeout(notice, 8000, what, "");
  const text = Object.values(notices).find(Boolean) || "";
  const box = find(".notice");
  if (!box) return;
  if (box.textContent !== text) box.textContent = text;
  box.hidden = !text;
}

/* ---- one page ---- */

/** Wakes the page that is shown now. */
function openPage() {
  const here = document.documentElement;
  const ordinal = ordinalOf(here);
  shown = true;
  if (ordinal) {
    change((s) => {
      s.seen[ordinal] = 1;
      s.place = ordinal;
    });
  }
  // The reading version of a simulation counts for it.
  if (here.dataset.retells) keepScenario(here.dataset.retells, (kept) => ({done: Math.max(1, kept.done)}));
  each("wake");
  paint();
}

/** Shows on the page what the state says. */
function paint() {
  const done = course.pages.filter(pageDone).length;
  const bar = find(".course-progress");
  if (bar) {
    bar.max = course.pages.length || 1;
    bar.value = done;
    bar.title = say("progress", {n: done, total: course.pages.length});
  }
  each("paint");
}

/* ---- the session ---- */

function takeUp(kept) {
  loadState(kept);
  send();
  mirrorState(false);
  later(1000);
  if (!shown) return;
  // The platform answered late: what the page shows is brought up to what was kept.
  each("refresh");
  paint();
}

function found() {
  whenThere(lms.kept(), (kept) => {
    if (!kept) return missing();
    linked = true;
    notice("none", "");
    takeUp(kept);
    edits.length = 0;
  });
}

function missing() {
  if (!isLinked()) takeUp(null);
  if (PLATFORM) notice("none", trouble("noLms"));
}

function begin() {
  if (PLATFORM) lms.start(found, missing);
  else missing();
}

function end() {
  each("leave");
  flush(true);
  if (leaving || !isLinked()) return;
  lms.end();
  linked = false;
}

/** When all of the page is there, which may have been before this script was. */
function whenLoaded(next) {
  if (document.readyState === "complete") next();
  else window.addEventListener("load", next);
}

function start() {
  if (!course.pages) return;
  store.nothing = look.keep === "no";
  document.addEventListener("click", onClick);
  document.addEventListener("visibilitychange", () => document.hidden && (each("leave"), flush(true)));
  window.addEventListener("pagehide", end);
  window.addEventListener("pageshow", (event) => {
    leaving = false;
    if (event.persisted) begin();
  });
  begin();
  openPage();
  // What can wait until the page is there: help, settings, the other pages.
  whenLoaded(() => {
    if (find("a.help")) load(inTongue("help.js"));
    load(inTongue("later.js"));
  });
}
