/* Answers in the syntax of SCORM 2004, which xAPI took over (xAPI 1.0.3, part two, 2.4.4.1). */

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
