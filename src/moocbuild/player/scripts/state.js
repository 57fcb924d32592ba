/*
 * What is remembered of a learner: by frozen ordinals, in one short line that fits suspend_data.
 * Knows the line's format, the device's storage, and when to hand the line to the platform.
 * Never holds words that a learner wrote, nor a name.
 *
 * The line: "m2;", then sections, a letter and its body, each ended by ";". A section that is cut,
 * unknown or nonsense costs only itself. c course, n sequence number, t attempt, s finished (2:
 * passed), l place, i interactions sent, f score held by the platform, p pages seen (1 bit each),
 * b best answers and a answers of this attempt (4 bits each, see levelOf), q quizzes
 * `ordinal.percent.mark reached.seed.attempts begun (0: one)`, x scenarios `ordinal.done.evidence.path`.
 */
const course = window.moocbuild || {};
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LONGEST = 4000; // of 4,096
const COUNTERS = {n: "seq", s: "finished", l: "place", i: "sent", f: "floor"};
const TRIES = 5;
const BEFORE = ":before"; // the device's answers that the platform does not know
const BITS = {p: ["seen", 1], b: ["best", 4], a: ["now", 4]};

const state = blankState(); // changed in place: every script may hold it
const edits = []; // what the learner did before a platform was found
let storageKey = ""; // "": whose state this is cannot be known, so the device keeps none
let timer = 0;
let failures = 0;
let linked = false; // whether a platform listens
const unsent = []; // answers that it has not taken
let asking = 0; // answers on their way to it
let refused = false; // whether it did not take the last answer
let missed = false; // whether an answer was given up
let confirmed = false; // whether the platform has given back what it took of this attempt
let handed = 0; // sequence number of the last state that is on its way there, 0: none is

function blankState() {
  return {
    attempt: "", seq: 0, finished: 0, place: 0, sent: 0, floor: 0,
    seen: [], best: [], now: [], quizzes: {}, scenarios: {},
  };
}

/** Where an edition has no PLATFORM, all that speaks with one goes when this is compiled. */
function isLinked() {
  return PLATFORM && linked;
}

/* ---- the line ---- */

function encodeState(from) {
  const text = encoded(from, true);
  return text.length <= LONGEST ? text : encoded(from, false).slice(0, LONGEST);
}

/** paths: with the ways through unfinished scenarios, which may be long. */
function encoded(from, paths) {
  let text = "m2;";
  const section = (letter, body) => { if (body) text += `${letter}${body};`; };
  const records = (letter, of, fields) => section(letter, Object.keys(of)
    .map((n) => [n36(n)].concat(fields(of[n])).join(".")).join(","));
  section("c", courseMark());
  section("t", from.attempt);
  for (const letter of Object.keys(COUNTERS)) section(letter, n36(from[COUNTERS[letter]]));
  for (const letter of Object.keys(BITS)) section(letter, packBits(from[BITS[letter][0]], BITS[letter][1]));
  records("q", from.quizzes, (quiz) => [quiz.percent, quiz.reached, quiz.seed].concat(quiz.tries || []).map(n36));
  records("x", from.scenarios, (kept) => [n36(kept.done), kept.shares, paths ? kept.path.join("-") : ""]);
  return text;
}

/** The state that a line holds; null where it is none of this course's. */
function decodeState(text) {
  const sections = String(text).split(";");
  const out = blankState();
  let mine = false;
  const last = sections.pop(); // "" where the line is whole
  if (!/^m[2-9]$/.test(sections[0])) return null;
  for (const section of sections.concat(last)) {
    if (section === `c${courseMark()}`) mine = true;
    else if (section) readSection(out, section[0], section.slice(1), section === last);
  }
  return mine ? out : null;
}

function readSection(out, letter, body, cut) {
  const records = (fields) => body.split(",").slice(0, cut ? -1 : undefined).forEach((record) => {
    const [n, ...rest] = record.split(".");
    if (number36(n)) fields(number36(n), rest);
  });
  if (BITS[letter]) out[BITS[letter][0]] = unpackBits(body, BITS[letter][1]);
  else if (letter === "q") {
    records((n, [percent, reached, seed, tries]) => {
      out.quizzes[n] = Object.assign({
        percent: Math.min(100, number36(percent)), reached: number36(reached), seed: number36(seed),
      }, tries && {tries: number36(tries)});
    });
  } else if (letter === "x") {
    records((n, [done, shares, path]) => {
      out.scenarios[n] = {
        done: Math.min(2, number36(done)), shares: (shares || "").replace(/[^\w-]/g, ""),
        path: (path || "").split("-").filter((id) => /^\w+$/.test(id)),
      };
    });
  } else if (!cut && letter === "t") out.attempt = body.replace(/[^0-9a-z]/g, "").slice(0, 8);
  else if (!cut && COUNTERS[letter]) out[COUNTERS[letter]] = number36(body);
}

/** Small numbers at places 1, 2, 3 … as text: `width` bits each, six bits a character. */
function packBits(values, width) {
  let text = "";
  let bits = 0;
  let held = 0;
  for (let n = 1; n < values.length; n++) {
    bits = ((bits << width) | (values[n] || 0)) & 4095;
    held += width;
    while (held >= 6) {
      held -= 6;
      text += DIGITS[(bits >> held) & 63];
    }
  }
  return (text + DIGITS[(bits << (6 - held)) & 63]).replace(/A+$/, "");
}

function unpackBits(text, width) {
  const values = [0];
  let bits = 0;
  let held = 0;
  // Zeros at the end were left out.
  for (const digit of text + "A") {
    bits = ((bits << 6) | Math.max(0, DIGITS.indexOf(digit))) & 4095;
    held += 6;
    while (held >= width) {
      held -= width;
      values.push((bits >> held) & ((1 << width) - 1));
    }
  }
  return values;
}

function n36(number) {
  return number ? Math.round(number).toString(36) : "";
}

function number36(text) {
  return /^[0-9a-z]{1,7}$/.test(text || "") ? parseInt(text, 36) : 0;
}

function courseMark() {
  return hashText(course.course || "").slice(-5);
}

/** A short, stable mark of a text (64 bits): tells learners apart, names nobody. */
function hashText(text) {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let n = 0; n < text.length; n++) {
    a = Math.imul(a ^ text.charCodeAt(n), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(n), 1597334677);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/* ---- two states of one learner ---- */

/** Nothing earned is ever lost; where they differ otherwise, the newer one counts. */
function mergeStates(one, other) {
  const after = one.seq - other.seq || (one.attempt > other.attempt ? 1 : -1);
  const [old, newer] = after > 0 ? [other, one] : [one, other];
  const out = Object.assign({}, newer, {quizzes: {}, scenarios: {}});
  const both = (name, join) => {
    for (const n of Object.keys(Object.assign({}, old[name], newer[name]))) {
      const [a, b] = [old[name][n], newer[name][n]];
      out[name][n] = Object.assign({}, a, b, a && b && join(a, b));
    }
  };
  const sameDraw = Object.keys(old.quizzes)
    .every((n) => !newer.quizzes[n] || newer.quizzes[n].seed === old.quizzes[n].seed);
  for (const name of sameDraw ? ["seen", "best", "now"] : ["seen", "best"]) {
    const [a, b] = [old[name], newer[name]];
    out[name] = Array.from({length: Math.max(a.length, b.length)}, (_, n) => Math.max(a[n] || 0, b[n] || 0));
  }
  for (const name of ["finished", "sent", "floor"]) out[name] = Math.max(old[name], newer[name]);
  both("quizzes", (a, b) => Object.assign({
    percent: Math.max(a.percent, b.percent), reached: Math.max(a.reached, b.reached),
  }, (a.tries || b.tries) && {tries: Math.max(a.tries || 0, b.tries || 0)}));
  both("scenarios", (a, b) => ({
    done: Math.max(a.done, b.done), shares: meanShare(a.shares) > meanShare(b.shares) ? a.shares : b.shares,
  }));
  return out;
}

/** What the kept evidence of a scenario is worth on average (evidence.js writes and reads it). */
function meanShare(text) {
  const shares = (text.match(/.../g) || []).map((part) => LEVELS[DIGITS.indexOf(part[2])] || 0);
  return shares.reduce((sum, share) => sum + share, 0) / (shares.length || 1);
}

/* ---- keeping it ---- */

/** Goes on with what an adapter gave: at once, or when its promise is kept; false where it breaks. */
function whenThere(given, next) {
  if (given && given.then) given.then(next, () => next(false));
  else next(given);
}

/** Storage of this device; memory where it is blocked or full, or where nothing shall be kept. */
const store = {
  memory: {},
  nothing: false, // the shared-computer switch: only how the page looks is kept
  get(key) {
    if (key in this.memory) return this.memory[key];
    try {
      return localStorage.getItem(key);
    } catch (error) {
      return null;
    }
  },
  /** True if it will be there tomorrow. */
  set(key, value) {
    try {
      if (this.nothing && key !== lookKey) throw key;
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
      delete this.memory[key];
      return true;
    } catch (error) {
      this.memory[key] = value;
      return false;
    }
  },
};

/** Under which key the device keeps a thing for this learner; "" where it must not. */
function keyFor(thing) {
  return storageKey && storageKey + thing;
}

/** Whether this learner's state is on the page alone. */
function keepsNothing() {
  return !storageKey || storageKey in store.memory;
}

/** A word on trouble, and what becomes of the answers. */
function trouble(word) {
  return `${say(word)} ${say(keepsNothing() ? "stay" : "safe")}`;
}

/**
 * Takes up what platform and device hold; where they disagree on whose it is, the platform wins.
 *
 * The device's line begins with a figure: 1 where the platform said that it took this, and 2 more
 * where it has given something of this attempt back, in a later session.
 */
function loadState(kept) {
  const whose = kept ? kept.learner : lms.learner;
  const learner = whose ? hashText(whose) : kept ? "" : "local";
  storageKey = learner && `moocbuild:${course.course}${scoMark()}:${learner}`;
  const remote = kept && decodeState(kept.data);
  const mirror = (storageKey && store.get(storageKey)) || "";
  const local = decodeState(mirror.slice(1));
  const sure = Number(mirror[0]);
  const joined = local && mayJoin(kept, remote, local, sure) && (remote ? mergeStates(remote, local) : local);
  confirmed = Boolean(remote);
  // The platform took it and has nothing: forgotten, or begun anew? Only the learner knows.
  if (local && !joined && !remote && sure === 1) store.set(keyFor(BEFORE), mirror.slice(1));
  Object.assign(state, joined || remote || blankState());
  state.attempt = state.attempt || Math.floor(Math.random() * 1e9).toString(36);
  if (kept) {
    state.floor = Math.max(state.floor, kept.score || 0);
    state.finished = Math.max(state.finished, kept.passed ? 2 : kept.done ? 1 : 0);
  }
  edits.forEach((edit) => edit(state));
}

/** Whether what the device holds belongs to the attempt that the platform speaks of. */
function mayJoin(kept, remote, local, sure) {
  if (!kept || (remote && remote.attempt === local.attempt)) return true;
  // Nothing of it ever came back: what was not taken is joined, whatever the platform says.
  if (!sure) return true;
  return !remote && !kept.fresh;
}

/** Every change of the state goes through here. */
function change(edit) {
  const before = encodeState(state);
  edit(state);
  if (!isLinked()) edits.push(edit);
  notice("other", "");
  if (encodeState(state) !== before) save();
}

function keepScenario(ordinal, values) {
  change((s) => {
    const kept = Object.assign({done: 0, shares: "", path: []}, s.scenarios[ordinal]);
    s.scenarios[ordinal] = Object.assign(kept, values(kept));
  });
}

/** An answer goes to the platform at once, or as soon as there is one. */
function tell(entry) {
  unsent.push(entry);
  send();
}

/** Hands over the next answer when the one before is taken; all of them where the learner goes. */
function send(goes) {
  if (isLinked()) unsent.splice(0, goes ? unsent.length : asking ? 0 : 1).forEach(ask);
}

function ask(entry) {
  asking++;
  whenThere(lms.answer(entry, state.sent), (sent) => {
    asking--;
    refused = sent === false;
    if (refused) {
      unsent.unshift(entry);
      return heard(false);
    }
    change((s) => { s.sent = sent; });
    later(1000);
    return send();
  });
}

function save() {
  state.seq++;
  mirrorState(false);
  later(1000);
}

function later(wait) {
  clearTimeout(timer);
  timer = setTimeout(flush, wait);
}

function mirrorState(saved) {
  if (!storageKey) return;
  const line = encodeState(state);
  store.set(storageKey, (saved ? 1 : 0) + (confirmed ? 2 : 0) + line);
  each("kept", line);
}

/** Hands everything to the platform; where the learner goes without waiting for what is on its way. */
function flush(goes) {
  clearTimeout(timer);
  if (!isLinked()) return;
  send(goes);
  const {seq} = state;
  if (handed && (!goes || seq === handed)) return;
  handed = seq;
  whenThere(lms.put(courseReport()), (saved) => {
    if (seq !== handed) return; // a later one went after it
    handed = 0;
    mirrorState(saved && seq === state.seq);
    if (seq !== state.seq) later(1000);
    if (saved && refused) giveUp();
    heard(saved && !refused);
  });
}

/** An answer that is not taken, though the state is, time after time: its words are not wanted. */
function giveUp() {
  const [first] = unsent;
  if (!first) return;
  first.tries = (first.tries || 0) + 1;
  if (first.tries < TRIES) return;
  unsent.shift();
  refused = false;
  missed = true;
}

/** Says whether all was taken; tries again for ever while it was not. */
function heard(whole) {
  notice("late", whole ? "" : trouble("unsaved"));
  if (whole && failures && !missed) notice("whole", say("savedAgain"));
  failures = whole ? 0 : failures + 1;
  if (!whole) later(Math.min(5000, 500 * 2 ** failures));
}
