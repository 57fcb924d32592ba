/*
 * SCORM 2004 (3rd and 4th edition) in words: element names, vocabularies and the syntax of answers.
 * Interactions can be read, so a question keeps its index for ever.
 */
const lms = createAdapter();

function createAdapter() {
  const span = (seconds) => {
    const [h, m, s] = clockParts(seconds);
    return `PT${h}H${m}M${s}S`;
  };

  /** Local time without fractions or zone: every platform takes that. */
  const now = () => {
    const date = new Date();
    return new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
  };

  const short = (id) => id.replace(/[^A-Za-z0-9_]/g, "_").slice(0, 100);
  const list = (ids) => ids.map(short).join("[,]");

  const TYPES = {
    "choice": list,
    "sequencing": list,
    "matching": (pairs) => pairs.map((pair) => pair.map(short).join("[.]")).join("[,]"),
    "true-false": (yes) => String(yes),
    "numeric": (range) => numberText(range[0]),
    "fill-in": (text) => words(text.text),
  };
  const PATTERNS = {
    "numeric": (range) => range.map(numberText).join("[:]"),
    "fill-in": (text) => (text.exact ? "{case_matters=true}" : "") + words(text.text),
  };

  /** Free words without what the standard would read as its own marks. */
  function words(text) {
    return line(text.replace(/\[([,.:])\]/g, "$1").replace(/{/g, "(").replace(/}/g, ")"), 250);
  }

  return scormAdapter({
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
    responses: TYPES,
    patterns: PATTERNS,
    most: {"numeric": 1, "true-false": 1, "fill-in": 5},
    span,
    moment: () => (now() < "2038" ? [["timestamp", now()]] : []),

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
  });
}
