/*
 * What is remembered of a learner: by frozen ordinals, in one short line that fits suspend_data.
 * Knows the line's format, the device's storage, and when to hand the line to the platform.
 * Never holds words that a learner wrote, nor a name.
 *
 * The line: "m1", then sections `letter length : body` (length in base 36). A section that is cut,
 * unknown or nonsense costs only itself. c course, n sequence number, t attempt, s finished (2:
 * passed), l place, i interactions sent, f score held by the platform, p pages seen (1 bit each),
 * b best answers and a answers of this attempt (4 bits each, see levelOf), q quizzes
 * `ordinal.percent.points×100.mark reached.seed`, x scenarios `ordinal.done.evidence.path`.
 */
const course = window.moocbuild || {};
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LONGEST = 4000; // of 4,096
const COUNTERS = {n: "seq", s: "finished", l: "place", i: "sent", f: "floor"};

let state = blankState();
const edits = []; // what the learner did before a platform was found
let storageKey = "";
let timer = 0;
let failures = 0;
let linked = false; // whether a platform listens

function blankState() {
  return {
    attempt: "", seq: 0, finished: 0, place: 0, sent: 0, floor: 0,
    seen: [], best: [], now: [], quizzes: {}, scenarios: {},
  };
}

/* ---- the line ---- */

function encodeState(from) {
  const text = encoded(from, true);
  return text.length <= LONGEST ? text : encoded(from, false).slice(0, LONGEST);
}

/** paths: with the ways through unfinished scenarios, which may be long. */
function encoded(from, paths) {
  const section = (letter, body) => (body ? `${letter}${body.length.toString(36)}:${body}` : "");
  const records = (of, fields) => Object.keys(of)
    .map((n) => [n36(n)].concat(fields(of[n])).join(".")).join(",");
  return "m1" + section("c", courseMark()) + section("t", from.attempt)
    + Object.keys(COUNTERS).map((c) => section(c, n36(from[COUNTERS[c]]))).join("")
    + section("p", packBits(from.seen, 1)) + section("b", packBits(from.best, 4))
    + section("a", packBits(from.now, 4))
    + section("q", records(from.quizzes, (q) => [q.percent, q.points, q.reached, q.seed].map(n36)))
    + section("x", records(from.scenarios, (s) => [
      n36(s.done), s.shares, paths ? s.path.join("-") : "",
    ]));
}

/** The state that a line holds; null where it is none of this course's. */
function decodeState(text) {
  if (!/^m\d/.test(text)) return null;
  const out = blankState();
  let at = 2;
  let mine = false;
  for (;;) {
    const head = /^([a-z])([0-9a-z]{1,3}):/.exec(text.slice(at, at + 5));
    if (!head) break;
    const start = at + head[0].length;
    const length = parseInt(head[2], 36);
    const body = text.slice(start, start + length);
    at = start + length;
    if (head[1] === "c") mine = body === courseMark();
    else readSection(out, head[1], body, body.length < length);
  }
  return mine ? out : null;
}

function readSection(out, letter, body, cut) {
  const records = (fields) => body.split(",").slice(0, cut ? -1 : undefined).forEach((record) => {
    const parts = record.split(".");
    if (number36(parts[0]) > 0) fields(number36(parts[0]), parts.slice(1));
  });
  if (letter in COUNTERS) out[COUNTERS[letter]] = number36(body);
  else if (letter === "t") out.attempt = body.replace(/[^0-9a-z]/g, "").slice(0, 8);
  else if (letter === "p") out.seen = unpackBits(body, 1);
  else if (letter === "b") out.best = unpackBits(body, 4);
  else if (letter === "a") out.now = unpackBits(body, 4);
  else if (letter === "q") {
    records((n, [percent, points, reached, seed]) => {
      out.quizzes[n] = {
        percent: Math.min(100, number36(percent)), points: number36(points),
        reached: number36(reached), seed: number36(seed),
      };
    });
  } else if (letter === "x") {
    records((n, [done, shares, path]) => {
      out.scenarios[n] = {
        done: Math.min(2, number36(done)), shares: (shares || "").replace(/[^\w-]/g, ""),
        path: (path || "").split("-").filter((id) => /^\w+$/.test(id)),
      };
    });
  }
}

/** Small numbers at places 1, 2, 3 … as text: `width` bits each, six bits a character. */
function packBits(values, width) {
  let text = "";
  let bits = 0;
  let held = 0;
  for (let n = 1; n < values.length; n++) {
    bits = (bits << width) | (values[n] || 0);
    held += width;
    while (held >= 6) {
      held -= 6;
      text += DIGITS[(bits >> held) & 63];
    }
    bits &= 63;
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
  const [old, newer] = one.seq > other.seq ? [other, one] : [one, other];
  const out = Object.assign(blankState(), newer, {quizzes: {}, scenarios: {}});
  const sameDraw = Object.keys(old.quizzes)
    .every((n) => !newer.quizzes[n] || newer.quizzes[n].seed === old.quizzes[n].seed);
  for (const name of sameDraw ? ["seen", "best", "now"] : ["seen", "best"]) {
    const [a, b] = [old[name], newer[name]];
    out[name] = Array.from({length: Math.max(a.length, b.length)}, (_, n) => Math.max(a[n] || 0, b[n] || 0));
  }
  for (const name of ["finished", "sent", "floor"]) out[name] = Math.max(old[name], newer[name]);
  for (const n of Object.keys(Object.assign({}, old.quizzes, newer.quizzes))) {
    const [a, b] = [old.quizzes[n], newer.quizzes[n]];
    out.quizzes[n] = !a || !b ? Object.assign({}, a || b) : Object.assign({}, b.percent < a.percent ? a : b, {
      seed: b.seed, reached: Math.max(a.reached, b.reached),
    });
  }
  for (const n of Object.keys(Object.assign({}, old.scenarios, newer.scenarios))) {
    const [a, b] = [old.scenarios[n], newer.scenarios[n]];
    out.scenarios[n] = Object.assign({}, a, b);
    if (a && b) out.scenarios[n].done = Math.max(a.done, b.done);
    if (a && b && meanShare(a.shares) > meanShare(b.shares)) out.scenarios[n].shares = a.shares;
  }
  return out;
}

/* ---- keeping it ---- */

/** Storage of this device; memory where it is blocked or full. */
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
    if (this.nothing && key !== lookKey) {
      this.memory[key] = value;
      return false;
    }
    try {
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

/** Takes up what platform and device hold; where they disagree on whose it is, the platform wins. */
function loadState(kept) {
  const learner = kept ? kept.learner && hashText(kept.learner) : "local";
  storageKey = learner && `moocbuild:${course.course}${lessonMark()}:${learner}`;
  const remote = kept && decodeState(kept.data);
  const mirror = (storageKey && store.get(storageKey)) || "";
  const local = decodeState(mirror.slice(1));
  const unsaved = mirror[0] === "0";
  state = remote || blankState();
  if (local && mayJoin(kept, remote, local, unsaved)) state = remote ? mergeStates(remote, local) : local;
  state.attempt = state.attempt || Math.floor(Math.random() * 1e9).toString(36);
  if (kept) {
    state.floor = Math.max(state.floor, kept.score || 0);
    state.finished = Math.max(state.finished, kept.passed ? 2 : kept.done ? 1 : 0);
  }
  edits.forEach((edit) => edit(state));
}

/** Whether what the device holds belongs to the attempt that the platform speaks of. */
function mayJoin(kept, remote, local, unsaved) {
  if (!kept || unsaved) return true;
  return remote ? remote.attempt === local.attempt : !kept.fresh;
}

/** Every change of the state goes through here. */
function change(edit) {
  edit(state);
  if (!linked) edits.push(edit);
  notice("otherTab", false);
  save();
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
  if (storageKey) store.set(storageKey, (saved ? "1" : "0") + encodeState(state));
}

/** Hands everything to the platform; tries again for ever, and says so, while it is not taken. */
function flush() {
  clearTimeout(timer);
  timer = 0;
  if (!linked) return;
  const saved = lms.put(courseReport());
  mirrorState(saved);
  notice("unsaved", !saved);
  if (saved && failures) notice("savedAgain", true);
  failures = saved ? 0 : failures + 1;
  if (!saved) later([1000, 2000, 4000, 5000][Math.min(failures, 4) - 1]);
}

/** Another window of the same learner went on: take its answers too. */
function joinOther(event) {
  if (!storageKey || event.key !== storageKey || !event.newValue) return;
  const other = decodeState(event.newValue.slice(1));
  if (!other || other.seq <= state.seq) return;
  state = mergeStates(state, other);
  notice("otherTab", true);
}
