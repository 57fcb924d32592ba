/*
 * What SCORM 1.2 and 2004 share: what is said, and the order of calls; what an adapter is says
 * lms_none.js. The words and values of each version stand before this (lms_scorm12.js,
 * lms_scorm2004.js); the platform's API was found before the page was there (lms_find.js).
 * Knows no page and no question; knows that platforms lie, forget and disappear.
 */

const TELL_AFTER = 3000; // ms: then the learner is told that nothing was found
const GIVE_UP_AFTER = 15000;

let watching = false; // review, browse, no credit: nothing is graded
let finished = false; // the platform's own word: never taken back
let interactions = null;
let objectives = null;
let told = {}; // the value that the platform took last, by element
let trusted = true; // whether what it says that it holds need not be told again
let news = false; // whether anything was said since the last commit
let timed = -Infinity; // when the time of the session was said last

const lms = {
  kind: API,

  start(found, missing) {
    let silent = true;
    if (!session.open) session.begun = performance.now();
    const look = () => {
      session.open = session.open || connect();
      if (session.open) {
        forget();
        return found();
      }
      const waited = performance.now() - session.begun;
      if (silent && (waited > TELL_AFTER || alone())) {
        silent = false;
        missing();
      }
      if (waited < GIVE_UP_AFTER) setTimeout(look, 500);
    };
    look();
  },

  kept() {
    const mode = getValue(MODE);
    const status = held(STATUS);
    const score = held(RAW);
    const success = SUCCESS && held(SUCCESS);
    watching = mode === "review" || mode === "browse" || getValue(CREDIT) === "no-credit";
    finished = status === "completed" || status === "passed";
    return {
      data: held("cmi.suspend_data"),
      learner: getValue(LEARNER),
      fresh: getValue(ENTRY) === "ab-initio",
      score: score === "" || isNaN(score) ? null : Number(score),
      done: finished,
      passed: status === "passed" || success === "passed",
    };
  },

  put(report) {
    if (!session.open) return false;
    if (!watching) {
      for (const [element, value] of grade(report)) {
        if (!finished || value !== "incomplete") keepTold(element, value);
      }
      objectives = objectives || listed("cmi.objectives", true, 0);
      report.items.forEach(putObjective);
    }
    const taken = keepTold("cmi.suspend_data", report.data);
    if (report.place) keepTold(PLACE, report.place);
    if (!news) return true;
    putTime(60000);
    const answer = callApi("Commit", "");
    const saved = taken && answer !== "false" && answer !== null;
    news = !saved;
    if (!saved) {
      told = {};
      trusted = false;
    }
    return saved;
  },

  answer(entry, known) {
    if (!session.open || watching) return known;
    interactions = interactions || listed("cmi.interactions", READABLE, known);
    const before = interactions.next;
    const n = placeOf(interactions, "cmi.interactions", identifier(entry.id));
    if (n < 0) return false;
    let taken = true;
    for (const [name, value] of interaction(entry, n === before)) {
      taken = setValue(`cmi.interactions.${n}.${name}`, value) || (taken && name !== "result");
    }
    if (!taken && n === before) {
      // It comes again, and whole.
      delete interactions.at[identifier(entry.id)];
      interactions.next = before;
    }
    return taken && interactions.next;
  },

  end() {
    if (session.open) {
      // What was put in this turn has it. Some platforms keep only what was committed before the end.
      if (putTime(1000)) callApi("Commit", "");
      callApi("Terminate", "");
    }
    session.ended = session.ended || session.open;
    session.open = false;
  },
};

/** Says how long the session is where that was not said for so many ms; whether it did. */
function putTime(least) {
  const now = performance.now();
  if (now - timed < least) return false;
  timed = now;
  setValue(TIME, span((timed - session.begun) / 1000, 0));
  // Always: with any other exit a platform may throw away answers that learners come back to.
  if (!told[EXIT] && setValue(EXIT, "suspend")) told[EXIT] = true;
  return true;
}

/** A value that the platform has: it need not be told again. */
function held(element) {
  return (told[element] = getValue(element));
}

/** False only where the platform said no. */
function setValue(element, value) {
  const answer = callApi("SetValue", element, String(value));
  news = true;
  return answer !== "false" && answer !== null;
}

/** Says what the platform does not hold yet, or all where a commit failed. False: it said no. */
function keepTold(element, value) {
  if (trusted && !(element in told)) held(element);
  if (told[element] === String(value)) return true;
  const taken = setValue(element, value);
  if (taken) told[element] = String(value);
  return taken;
}

/** Nothing is known yet of what the platform holds. */
function forget() {
  interactions = objectives = null;
  told = {};
  trusted = true;
  timed = -Infinity;
}

/** How many there are of `list` and the index of each id; what cannot be known is left out. */
function listed(list, readable, known) {
  const count = parseInt(getValue(`${list}._count`), 10);
  const at = Object.create(null);
  for (let n = 0; readable && n < count; n++) at[getValue(`${list}.${n}.id`)] = n;
  return {at, next: count >= 0 ? count : known};
}

/** The index of `id`: an old one, or the next, whose id must be taken first. -1: refused. */
function placeOf(list, name, id) {
  if (id in list.at) return list.at[id];
  if (!setValue(`${name}.${list.next}.id`, id)) return -1;
  list.at[id] = list.next;
  return list.next++;
}

function putObjective(item) {
  const n = placeOf(objectives, "cmi.objectives", identifier(item.id));
  if (n < 0) return;
  for (const [name, value] of objective(item)) keepTold(`cmi.objectives.${n}.${name}`, value);
}

/** What follows the id, in the order that every platform takes; answered before: only what is new. */
function interaction(entry, first) {
  const spell = RESPONSES[entry.type];
  const result = entry.share === null ? "neutral" : entry.share === 1 ? "correct" : entry.share === 0 ? WRONG : decimal(entry.share);
  const answer = moment().concat([
    [RESPONSE, spell(entry.response)], ["result", result],
    ["latency", span(entry.seconds, 2)],
  ]);
  if (!first) return answer;
  const patterns = entry.patterns.map(PATTERNS[entry.type] || spell)
    .filter((one, n, every) => one && every.indexOf(one) === n)
    .slice(0, MOST[entry.type] || 10);
  return entry.items.map((id, n) => [`objectives.${n}.id`, identifier(id)])
    .concat([["type", entry.type]])
    .concat(patterns.map((one, n) => [`correct_responses.${n}.pattern`, one]))
    .concat([["weighting", decimal(entry.points)]], answer);
}

function alone() {
  return window.parent === window && !window.opener;
}

/** From 0 to 100: what that means before there is a score, so that an answer need not say it. */
function scores(report) {
  const limits = report.graded ? [["min", 0], ["max", 100]] : [];
  return limits.concat(report.score === null ? [] : [["raw", report.score]])
    .map(([name, value]) => [RAW.replace("raw", name), value]);
}

/** Fit for every platform: no blanks, plain ASCII, not long. */
function identifier(id) {
  return id.replace(/[^A-Za-z0-9_.-]/g, "_").slice(0, 250);
}
