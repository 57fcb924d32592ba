/*
 * What SCORM 1.2 and 2004 share: finding the platform's API, calling it safely, and the order of
 * calls. The words of each version are its `dialect` (lms_scorm12.js, lms_scorm2004.js).
 * Knows no page and no question; knows that platforms lie, forget and disappear.
 */

const FRAMES = 10;
const TELL_AFTER = 3000; // ms: then the learner is told that nothing was found
const GIVE_UP_AFTER = 15000;

/** An adapter (see lms_none.js) that speaks `dialect`. */
function scormAdapter(dialect) {
  let api = null;
  let open = false;
  let ended = false;
  let watching = false; // review, browse, no credit: nothing is graded
  let finished = false; // the platform's own word: never taken back
  let interactions = null;
  let objectives = null;
  let told = {}; // what was last said of each objective
  let begun = 0;

  /** What the API answers, "" for nothing, null where it threw. */
  function call(verb, ...values) {
    try {
      const answer = api[dialect.verbs[verb] || dialect.prefix + verb](...values);
      return answer === undefined || answer === null ? "" : String(answer);
    } catch (error) {
      return null;
    }
  }

  function get(element) {
    const value = call("GetValue", element);
    return value === null || value === "undefined" || value === "null" ? "" : value;
  }

  /** False only where the platform said no. */
  function set(element, value) {
    const answer = call("SetValue", element, String(value));
    return answer !== "false" && answer !== null;
  }

  function connect() {
    api = findApi(dialect.api, dialect.prefix + "Initialize");
    if (!api) return false;
    interactions = objectives = null;
    told = {};
    if (call("Initialize", "") === "true") return true;
    // A page before this one may have begun the session: then reading works.
    const why = call("GetLastError");
    if (ended || (why !== "101" && why !== "103")) return false;
    get(dialect.learner);
    return call("GetLastError") === "0";
  }

  /** How many there are of `list` and the index of each id; what cannot be known is left out. */
  function index(list, readable, known) {
    const count = parseInt(get(`${list}._count`), 10);
    const at = Object.create(null);
    for (let n = 0; readable && n < count; n++) at[get(`${list}.${n}.id`)] = n;
    return {at, next: count >= 0 ? count : known};
  }

  /** The index of `id`: an old one, or the next, whose id must be taken first. -1: refused. */
  function place(list, name, id) {
    if (id in list.at) return list.at[id];
    if (!set(`${name}.${list.next}.id`, id)) return -1;
    list.at[id] = list.next;
    return list.next++;
  }

  function putItem(item) {
    const said = `${item.percent} ${item.shown}`;
    if (told[item.id] === said) return;
    const n = place(objectives, "cmi.objectives", identifier(item.id));
    if (n < 0) return;
    for (const [name, value] of dialect.objective(item)) set(`cmi.objectives.${n}.${name}`, value);
    told[item.id] = said;
  }

  /** What follows the id, in the order that every platform takes; answered before: only what is new. */
  function interaction(entry, first) {
    const words = dialect.responses[entry.type];
    const result = entry.share === 1 ? "correct" : entry.share === 0 ? dialect.wrong : decimal(entry.share);
    const answer = dialect.moment().concat([
      [dialect.response, words(entry.response)], ["result", result],
      ["latency", dialect.span(entry.seconds, 2)],
    ]);
    if (!first) return answer;
    const patterns = entry.patterns.map(dialect.patterns[entry.type] || words)
      .filter((one, n, every) => one && every.indexOf(one) === n)
      .slice(0, dialect.most[entry.type] || 10);
    return entry.items.map((id, n) => [`objectives.${n}.id`, identifier(id)])
      .concat([["type", entry.type]])
      .concat(patterns.map((one, n) => [`correct_responses.${n}.pattern`, one]))
      .concat([["weighting", decimal(entry.points)]], answer);
  }

  return {
    kind: dialect.prefix ? "1.2" : "2004",

    start(found, missing) {
      let silent = true;
      begun = performance.now();
      const look = () => {
        open = connect();
        if (open) return found();
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
      const mode = get(dialect.mode);
      const status = get(dialect.status);
      const score = get(dialect.raw);
      watching = mode === "review" || mode === "browse" || get(dialect.credit) === "no-credit";
      finished = status === "completed" || status === "passed";
      return {
        data: get("cmi.suspend_data"),
        learner: get(dialect.learner),
        fresh: get(dialect.entry) === "ab-initio",
        score: score === "" || isNaN(score) ? null : Number(score),
        done: finished,
        passed: status === "passed" || (dialect.success && get(dialect.success) === "passed"),
      };
    },

    put(report) {
      if (!open) return false;
      if (!watching) {
        for (const [element, value] of dialect.grade(report)) {
          if (!finished || value !== "incomplete") set(element, value);
        }
        objectives = objectives || index("cmi.objectives", true, 0);
        report.items.forEach(putItem);
      }
      const taken = set("cmi.suspend_data", report.data);
      if (report.place) set(dialect.place, report.place);
      set(dialect.time, dialect.span((performance.now() - begun) / 1000, 0));
      // Always: with any other exit a platform may throw away answers that learners come back to.
      set(dialect.exit, "suspend");
      const answer = call("Commit", "");
      const saved = taken && answer !== "false" && answer !== null;
      if (!saved) told = {};
      return saved;
    },

    answer(entry, known) {
      if (!open || watching) return known;
      interactions = interactions || index("cmi.interactions", dialect.readable, known);
      const before = interactions.next;
      const n = place(interactions, "cmi.interactions", identifier(entry.id));
      if (n < 0) return before;
      for (const [name, value] of interaction(entry, n === before)) {
        set(`cmi.interactions.${n}.${name}`, value);
      }
      return interactions.next;
    },

    end() {
      if (open) call("Terminate", "");
      ended = ended || open;
      open = false;
    },
  };
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
