/*
 * SCORM 1.2 in words: element names, vocabularies and the syntax of answers.
 * Interactions are write-only, so a new session goes on after those the platform counts.
 */
const dialect = {
  api: "API",
  prefix: "LMS",
  verbs: {Terminate: "LMSFinish"},
  readable: false,
  learner: "cmi.core.student_id",
  mode: "cmi.core.lesson_mode",
  credit: "cmi.core.credit",
  entry: "cmi.core.entry",
  status: "cmi.core.lesson_status",
  raw: "cmi.core.score.raw",
  place: "cmi.core.lesson_location",
  time: "cmi.core.session_time",
  exit: "cmi.core.exit",
  response: "student_response",
  wrong: "wrong",
  responses: {
    "choice": (ids) => ids.map(letter).join(","),
    "sequencing": (ids) => ids.map(letter).join(","),
    "matching": (pairs) => pairs.map((pair) => pair.map(letter).join(".")).join(","),
    "true-false": (yes) => (yes ? "t" : "f"),
    "numeric": (range) => (range[0] === range[1] ? numberText(range[0]) : ""),
    "fill-in": (text) => line(text.text, 255),
  },
  patterns: {},
  most: {},

  span(seconds, decimals) {
    const [h, m, s] = clockParts(seconds);
    const [whole, part] = s.toFixed(2).split(".");
    return `${String(h).padStart(4, "0")}:${twoDigits(m)}:${twoDigits(whole)}${decimals ? "." + part : ""}`;
  },

  moment() {
    const now = new Date();
    return [["time", [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(":")]];
  },

  /** The score comes first: a status closes the book in some platforms. */
  grade(report) {
    const done = report.graded ? report.passed : report.complete;
    const status = !done ? "incomplete" : report.graded ? "passed" : "completed";
    return scores("cmi.core.score", report.score).concat([["cmi.core.lesson_status", status]]);
  },

  objective(item) {
    return scores("score", item.percent)
      .concat([["status", item.shown ? "passed" : "incomplete"]]);
  },
};

function twoDigits(number) {
  return String(number).padStart(2, "0");
}

/** One character for an option: its letter, or what stands for one. */
function letter(id) {
  return (id.replace(/[^A-Za-z0-9]/g, "").slice(-1) || "x").toLowerCase();
}
