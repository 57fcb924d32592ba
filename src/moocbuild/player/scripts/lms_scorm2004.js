/*
 * SCORM 2004 (3rd and 4th edition) in words: element names, vocabularies and the syntax of answers.
 * Interactions can be read, so a question keeps its index for ever.
 */
const dialect = {
  api: "API_1484_11",
  prefix: "",
  verbs: {},
  readable: true,
  learner: "cmi.learner_id",
  mode: "cmi.mode",
  credit: "cmi.credit",
  entry: "cmi.entry",
  status: "cmi.completion_status",
  success: "cmi.success_status",
  raw: "cmi.score.raw",
  place: "cmi.location",
  time: "cmi.session_time",
  exit: "cmi.exit",
  response: "learner_response",
  wrong: "incorrect",
  responses: {
    "choice": idList,
    "sequencing": idList,
    "matching": (pairs) => pairs.map((pair) => pair.map(shortId).join("[.]")).join("[,]"),
    "true-false": (yes) => String(yes),
    "numeric": (range) => numberText(range[0]),
    "fill-in": (text) => plainWords(text.text),
  },
  patterns: {
    "numeric": (range) => range.map(numberText).join("[:]"),
    "fill-in": (text) => (text.exact ? "{case_matters=true}" : "") + plainWords(text.text),
  },
  most: {"numeric": 1, "true-false": 1, "fill-in": 5},

  span(seconds) {
    const [h, m, s] = clockParts(seconds);
    return `PT${h}H${m}M${s}S`;
  },

  moment: () => (localTime() < "2038" ? [["timestamp", localTime()]] : []),

  /** The score first, raw before scaled, success before completion: the last word counts. */
  grade(report) {
    return scores("cmi.score", report.score, true).concat([
      ["cmi.progress_measure", report.progress],
      ["cmi.success_status", report.passed ? "passed" : "unknown"],
      ["cmi.completion_status", report.complete ? "completed" : "incomplete"],
    ]);
  },

  objective(item) {
    return scores("score", item.percent, true).concat([
      ["success_status", item.shown ? "passed" : "unknown"],
      ["completion_status", item.shown ? "completed" : "incomplete"],
    ]);
  },
};

/** Local time without fractions or zone: every platform takes that. */
function localTime() {
  const date = new Date();
  return new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
}

function shortId(id) {
  return id.replace(/[^A-Za-z0-9_]/g, "_").slice(0, 100);
}

function idList(ids) {
  return ids.map(shortId).join("[,]");
}

/** Free words without what the standard would read as its own marks. */
function plainWords(text) {
  return line(text.replace(/\[([,.:])\]/g, "$1").replace(/{/g, "(").replace(/}/g, ")"), 250);
}
