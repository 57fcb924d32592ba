/*
 * Begins: finds the platform, takes up what was kept, wakes the page, and ends the session.
 * Also what all files use on a page: finding, making, saying, telling.
 */

/* ---- the page ---- */

function find(selector, within) {
  return (within || document).querySelector(selector);
}

function all(selector, within) {
  return Array.from((within || document).querySelectorAll(selector));
}

function make(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text;
  return made;
}

function link(href, text) {
  const made = make("a", "", text);
  made.href = href;
  return made;
}

function show(within, selector) {
  const part = find(selector, within);
  if (part) part.classList.add("shown");
}

/** The interface's words in the course's language, `{n}` filled in. */
function say(word, values) {
  const text = (course.strings || {})[word] || word;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
}

function focusOn(element, still) {
  if (!element) return;
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({preventScroll: Boolean(still)});
}

const notices = {offline: false, unsaved: false, noLms: false, otherTab: false, savedAgain: false};

/** Tells (or stops telling) one thing; the first of `notices` that holds is the one shown. */
function notice(what, holds) {
  notices[what] = holds;
  if (what === "unsaved" && holds) notices.savedAgain = false;
  if (what === "savedAgain" && holds) setTimeout(notice, 8000, what, false);
  const first = Object.keys(notices).find((name) => notices[name]);
  const box = find(".notice");
  if (!box) return;
  const text = first ? say(first) : "";
  if (box.textContent !== text) box.textContent = text;
  box.hidden = !first;
}

/* ---- how the page looks: theme and font, kept on the device ---- */

const LOOKS = {theme: ["", "light", "dark"], font: ["", "easy"], keep: ["", "no"]};
const lookKey = `moocbuild:${course.course}:look`;
let look = {};

function setLook() {
  for (const name of ["theme", "font"]) {
    if (look[name]) document.documentElement.dataset[name] = look[name];
    else delete document.documentElement.dataset[name];
  }
}

function startLook(button) {
  const name = button.dataset.set;
  const word = button.textContent;
  const values = LOOKS[name] || [];
  const tell = () => {
    if (values.length > 2) {
      const now = say(`theme${(look[name] || "system").replace(/^./, (letter) => letter.toUpperCase())}`);
      button.textContent = `${word}: ${now}`;
    } else button.setAttribute("aria-pressed", Boolean(look[name]));
  };
  button.onclick = () => {
    look[name] = values[(values.indexOf(look[name] || "") + 1) % values.length];
    store.set(lookKey, JSON.stringify(look));
    if (name === "keep") keepNothing(look.keep === "no");
    setLook();
    all(`[data-set="${name}"]`).forEach((other) => other.dispatchEvent(new Event("told")));
  };
  button.addEventListener("told", tell);
  tell();
}

/* ---- one page ---- */

/** Wakes the page that is shown now. */
function openPage() {
  const {page, ordinal} = document.documentElement.dataset;
  shown = page || "";
  asked.clear();
  if (Number(ordinal)) {
    change((s) => {
      s.seen[Number(ordinal)] = 1;
      s.place = Number(ordinal);
    });
  }
  const told = course.scenarios[shown.replace(/-text$/, "")];
  if (told && !course.scenarios[shown]) {
    keepScenario(told.ordinal, (kept) => ({done: Math.max(1, kept.done)}));
  }
  all("[data-set]").forEach(startLook);
  all(".question").forEach(startQuestion);
  all(".quiz").forEach(startQuiz);
  all("[data-journal]").forEach(startJournal);
  all("[data-journals]").forEach(startOverview);
  all(".scenario").forEach(startScenario);
  paint();
  prefetch();
}

/** Shows on the page what the state says. */
function paint() {
  const counted = course.pages.filter((page) => page.ordinal && page.kind !== "module");
  const done = counted.filter(pageDone).length;
  const bar = find(".course-progress");
  if (bar) {
    bar.max = Math.max(1, counted.length);
    bar.value = done;
    bar.title = say("progress", {n: done, total: counted.length});
  }
  for (const row of all("li[data-page]")) {
    const page = pageWith("id", row.dataset.page);
    const mark = find(".state", row);
    if (!page || !mark || !page.ordinal) continue;
    const seen = state.seen[page.ordinal];
    const done = pageDone(page) && (seen || page.kind === "scenario");
    const word = done ? (page.kind === "lesson" ? "seen" : "done") : seen ? "started" : "";
    mark.textContent = word && say(word);
    row.dataset.state = word;
  }
  const resume = find("[data-resume]");
  const last = pageWith("ordinal", state.place);
  if (resume && last) {
    resume.href = last.file;
    resume.textContent = say("resume", {title: last.title});
  }
  if (course.quizzes[shown] && find(".quiz")) paintQuiz(shown);
  all(".units").forEach(paintHome);
  all("[data-competencies]").forEach(paintCompetencies);
  all("[data-completion]").forEach(paintCompletion);
}

/* ---- the session ---- */

function takeUp(kept) {
  loadState(kept);
  loadNotes();
  save();
  if (shown === null) return;
  // The platform answered late: what the page shows is brought up to what was kept.
  all(".question").filter((form) => asked.has(form)).forEach(remember);
  all("[data-journal]").forEach((field) => {
    field.value = field.value || notes[field.dataset.journal] || "";
  });
  all(".quiz").forEach(startQuiz);
  all("[data-journals]").forEach(startOverview);
  paint();
}

function found() {
  linked = true;
  notice("noLms", false);
  takeUp(lms.kept());
  edits.length = 0;
}

function missing() {
  if (lms.kind) notice("noLms", true);
  if (!linked) takeUp(null);
}

function end() {
  keepNotes();
  flush();
  if (!leaving && linked) lms.end();
}

function start() {
  if (!course.pages) return;
  document.documentElement.className = document.documentElement.className.replace("no-js", "js");
  try {
    look = JSON.parse(store.get(lookKey)) || {};
  } catch (error) {
    // Unreadable: the device's own look.
  }
  store.nothing = look.keep === "no";
  setLook();
  document.addEventListener("click", onHelp, true);
  document.addEventListener("click", onClick);
  document.addEventListener("visibilitychange", () => document.hidden && (keepNotes(), flush()));
  window.addEventListener("popstate", () => {
    const page = pageWith("id", shown);
    if ((page ? page.file : HOME) !== fileOf(location)) go(new URL(location.href), false);
  });
  window.addEventListener("pagehide", end);
  window.addEventListener("pageshow", (event) => {
    leaving = false;
    if (event.persisted) lms.start(found, missing);
  });
  window.addEventListener("storage", joinOther);
  window.addEventListener("online", () => {
    notice("offline", false);
    flush();
  });
  window.addEventListener("offline", () => notice("offline", true));
  lms.start(found, missing);
  openPage();
}

start();
