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
