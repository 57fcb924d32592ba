/*
 * SCORM 1.2 in words: element names, vocabularies and the syntax of answers.
 * Interactions are write-only, so a new session goes on after those the platform counts.
 */
const API = "API";
const PREFIX = "LMS";
const TERMINATE = "LMSFinish";
const READABLE = false;
const LEARNER = "cmi.core.student_id";
const MODE = "cmi.core.lesson_mode";
const CREDIT = "cmi.core.credit";
const ENTRY = "cmi.core.entry";
const STATUS = "cmi.core.lesson_status";
const SUCCESS = "";
const RAW = "cmi.core.score.raw";
const PLACE = "cmi.core.lesson_location";
const TIME = "cmi.core.session_time";
const EXIT = "cmi.core.exit";
const RESPONSE = "student_response";
const WRONG = "wrong";
const RESPONSES = {
  "choice": (ids) => ids.map(letter).join(","),
  "sequencing": (ids) => ids.map(letter).join(","),
  "matching": (pairs) => pairs.map((pair) => pair.map(letter).join(".")).join(","),
  "true-false": (yes) => (yes ? "t" : "f"),
  "numeric": (range) => (range[0] === range[1] ? numberText(range[0]) : ""),
  "fill-in": (text) => line(text.text, 255),
  "likert": letter,
};
const PATTERNS = {};
const MOST = {};

function span(seconds, decimals) {
  const [h, m, s] = clockParts(seconds);
  const [whole, part] = s.toFixed(2).split(".");
  return `${String(h).padStart(4, "0")}:${twoDigits(m)}:${twoDigits(whole)}${decimals ? "." + part : ""}`;
}

function moment() {
  const now = new Date();
  return [["time", [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(":")]];
}

/** The score comes first: a status closes the book in some platforms. */
function grade(report) {
  const done = report.graded ? report.passed : report.complete;
  const status = !done ? "incomplete" : report.graded ? "passed" : "completed";
  return scores(report).concat([[STATUS, status]]);
}

function objective(item) {
  return [["score.raw", item.percent], ["status", item.shown ? "passed" : "incomplete"]];
}

function twoDigits(number) {
  return String(number).padStart(2, "0");
}

/** One character for an option: its letter, or what stands for one. */
function letter(id) {
  return (id.replace(/[^A-Za-z0-9]/g, "").slice(-1) || "x").toLowerCase();
}
