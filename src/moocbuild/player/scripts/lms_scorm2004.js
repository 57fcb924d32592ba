/*
 * SCORM 2004 (3rd and 4th edition) in words: element names, vocabularies and the syntax of answers.
 * Interactions can be read, so a question keeps its index for ever.
 */
const API = "API_1484_11";
const PREFIX = "";
const TERMINATE = "Terminate";
const READABLE = true;
const LEARNER = "cmi.learner_id";
const MODE = "cmi.mode";
const CREDIT = "cmi.credit";
const ENTRY = "cmi.entry";
const STATUS = "cmi.completion_status";
const SUCCESS = "cmi.success_status";
const RAW = "cmi.score.raw";
const PLACE = "cmi.location";
const TIME = "cmi.session_time";
const EXIT = "cmi.exit";
const RESPONSE = "learner_response";
const WRONG = "incorrect";
const RESPONSES = {
  "choice": idList,
  "sequencing": idList,
  "matching": (pairs) => pairs.map((pair) => pair.map(shortId).join("[.]")).join("[,]"),
  "true-false": (yes) => String(yes),
  "numeric": (range) => numberText(range[0]),
  "fill-in": (text) => plainWords(text.text),
  "likert": shortId,
};
const PATTERNS = {
  "numeric": (range) => range.map(numberText).join("[:]"),
  "fill-in": (text) => (text.exact ? "{case_matters=true}" : "") + plainWords(text.text),
};
const MOST = {"numeric": 1, "true-false": 1, "fill-in": 5};

function span(seconds) {
  const [h, m, s] = clockParts(seconds);
  return `PT${h}H${m}M${s}S`;
}

function moment() {
  return localTime() < "2038" ? [["timestamp", localTime()]] : [];
}

/** The score first, raw before scaled, success before completion: the last word counts. */
function grade(report) {
  const scaled = report.score === null ? [] : [["cmi.score.scaled", decimal(report.score / 100)]];
  return scores(report).concat(scaled, [
    ["cmi.progress_measure", report.progress],
    [SUCCESS, report.passed ? "passed" : "unknown"],
    [STATUS, report.complete ? "completed" : "incomplete"],
  ]);
}

function objective(item) {
  return [
    ["score.raw", item.percent],
    ["score.scaled", decimal(item.percent / 100)],
    ["success_status", item.shown ? "passed" : "unknown"],
    ["completion_status", item.shown ? "completed" : "incomplete"],
  ];
}

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
