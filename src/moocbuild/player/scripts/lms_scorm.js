/*
 * What SCORM 1.2 and 2004 share: finding the platform's API, calling it safely, and the order of
 * calls; what an adapter is says lms_none.js. The words of each version are its `dialect`
 * (lms_scorm12.js, lms_scorm2004.js), which stands before this.
 * Knows no page and no question; knows that platforms lie, forget and disappear.
 */

const FRAMES = 10;
const TELL_AFTER = 3000; // ms: then the learner is told that nothing was found
const GIVE_UP_AFTER = 15000;

let api = null;
let inSession = false;
let ended = false;
let watching = false; // review, browse, no credit: nothing is graded
let finished = false; // the platform's own word: never taken back
let interactions = null;
let objectives = null;
let told = {}; // what was last said of each objective
let begun = 0;

const lms = {
  kind: dialect.api,

  start(found, missing) {
    let silent = true;
    begun = performance.now();
    const look = () => {
      inSession = connect();
      if (inSession) return found();
      const waited = performance.now() - begun;
      if (silent && (waited > TELL_AFTER || alone())) {
        silent = false;
        missing();
      }
      if (waited < GIVE_UP_AFTER) setTimeout(look, 500);
    };
    look();
  },

  kept() {
    const mode = getValue(dialect.mode);
    const status = getValue(dialect.status);
    const score = getValue(dialect.raw);
    watching = mode === "review" || mode === "browse" || getValue(dialect.credit) === "no-credit";
    finished = status === "completed" || status === "passed";
    return {
      data: getValue("cmi.suspend_data"),
      learner: getValue(dialect.learner),
      fresh: getValue(dialect.entry) === "ab-initio",
      score: score === "" || isNaN(score) ? null : Number(score),
      done: finished,
      passed: status === "passed" || (dialect.success && getValue(dialect.success) === "passed"),
    };
  },

  put(report) {
    if (!inSession) return false;
    if (!watching) {
      for (const [element, value] of dialect.grade(report)) {
        if (!finished || value !== "incomplete") setValue(element, value);
      }
      objectives = objectives || listed("cmi.objectives", true, 0);
      report.items.forEach(putObjective);
    }
    const taken = setValue("cmi.suspend_data", report.data);
    if (report.place) setValue(dialect.place, report.place);
    setValue(dialect.time, dialect.span((performance.now() - begun) / 1000, 0));
    // Always: with any other exit a platform may throw away answers that learners come back to.
    setValue(dialect.exit, "suspend");
    const answer = callApi("Commit", "");
    const saved = taken && answer !== "false" && answer !== null;
    if (!saved) told = {};
    return saved;
  },

  answer(entry, known) {
    if (!inSession || watching) return known;
    interactions = interactions || listed("cmi.interactions", dialect.readable, known);
    const before = interactions.next;
    const n = placeOf(interactions, "cmi.interactions", identifier(entry.id));
    if (n < 0) return before;
    for (const [name, value] of interaction(entry, n === before)) {
      setValue(`cmi.interactions.${n}.${name}`, value);
    }
    return interactions.next;
  },

  end() {
    if (inSession) callApi("Terminate", "");
    ended = ended || inSession;
    inSession = false;
  },
};

/** What the API answers, "" for nothing, null where it threw. */
function callApi(verb, ...values) {
  try {
    const answer = api[dialect.verbs[verb] || dialect.prefix + verb](...values);
    return answer === undefined || answer === null ? "" : String(answer);
  } catch (error) {
    return null;
  }
}

function getValue(element) {
  const value = callApi("GetValue", element);
  return value === null || value === "undefined" || value === "null" ? "" : value;
}

/** False only where the platform said no. */
function setValue(element, value) {
  const answer = callApi("SetValue", element, String(value));
  return answer !== "false" && answer !== null;
}

function connect() {
  api = findApi(dialect.api, dialect.prefix + "Initialize");
  if (!api) return false;
  interactions = objectives = null;
  told = {};
  if (callApi("Initialize", "") === "true") return true;
  // A page before this one may have begun the session: then reading works.
  const why = callApi("GetLastError");
  if (ended || (why !== "101" && why !== "103")) return false;
  getValue(dialect.learner);
  return callApi("GetLastError") === "0";
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
  const said = `${item.percent} ${item.shown}`;
  if (told[item.id] === said) return;
  const n = placeOf(objectives, "cmi.objectives", identifier(item.id));
  if (n < 0) return;
  for (const [name, value] of dialect.objective(item)) setValue(`cmi.objectives.${n}.${name}`, value);
  told[item.id] = said;
}

/** What follows the id, in the order that every platform takes; answered before: only what is new. */
function interaction(entry, first) {
  const spell = dialect.responses[entry.type];
  const result = entry.share === 1 ? "correct" : entry.share === 0 ? dialect.wrong : decimal(entry.share);
  const answer = dialect.moment().concat([
    [dialect.response, spell(entry.response)], ["result", result],
    ["latency", dialect.span(entry.seconds, 2)],
  ]);
  if (!first) return answer;
  const patterns = entry.patterns.map(dialect.patterns[entry.type] || spell)
    .filter((one, n, every) => one && every.indexOf(one) === n)
    .slice(0, dialect.most[entry.type] || 10);
  return entry.items.map((id, n) => [`objectives.${n}.id`, identifier(id)])
    .concat([["type", entry.type]])
    .concat(patterns.map((one, n) => [`correct_responses.${n}.pattern`, one]))
    .concat([["weighting", decimal(entry.points)]], answer);
}

/** The API object of that name in this window, the frames around it, or the window that opened it. */
function findApi(name, verb) {
  const near = (start) => {
    let here = start;
    for (let n = 0; here && n <= FRAMES; n++) {
      const api = reach(here, name);
      if (api && typeof reach(api, verb) === "function") return api;
      const around = reach(here, "parent");
      if (around === here) break;
      here = around;
    }
    return null;
  };
  return near(window) || near(reach(window, "opener")) || near(reach(reach(window, "top"), "opener"));
}

/** A property that may lie behind a wall between origins. */
function reach(object, name) {
  try {
    return object[name];
  } catch (error) {
    return null;
  }
}

function alone() {
  return window.parent === window && !window.opener;
}

/** A score of 0 to 100, nothing for null; `scaled` last, as the last word counts in some platforms. */
function scores(name, raw, scaled) {
  if (raw === null) return [];
  return [[`${name}.min`, 0], [`${name}.max`, 100], [`${name}.raw`, raw]]
    .concat(scaled ? [[`${name}.scaled`, decimal(raw / 100)]] : []);
}

/** Fit for every platform: no blanks, plain ASCII, not long. */
function identifier(id) {
  return id.replace(/[^A-Za-z0-9_.-]/g, "_").slice(0, 250);
}

/** A number as SCORM reads it: at most two decimals, never an exponent. */
function decimal(number) {
  return String(Math.round(number * 100) / 100);
}

/** A number in plain figures. */
function numberText(number) {
  const text = String(Number(Math.min(1e15, Math.max(-1e15, number)).toPrecision(7)));
  return /e-/.test(text) ? "0" : text;
}

/** Hours, minutes, seconds of a span that is never too long for its format. */
function clockParts(seconds) {
  const all = Math.min(Math.max(0, seconds), 35999999);
  const whole = Math.floor(all);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, Math.floor((all % 60) * 100) / 100];
}

/** Words as one line of at most `length` characters, never cut inside a character. */
function line(text, length) {
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029\s]+/g, " ").trim()
    .slice(0, length).replace(/[\ud800-\udbff]$/, "");
}
