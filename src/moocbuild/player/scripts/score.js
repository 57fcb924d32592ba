/*
 * What answers are worth: pure functions of values, the same as in the plug-ins (golden vectors:
 * tests/evidence/scoring.json). Knows no page and no platform.
 */

// Shares that are kept, as 4 bits: 0 is "untried", place n holds LEVELS[n]. Exact for questions of
// up to six parts; others are rounded down, so that nothing counts for more than it was.
const LEVELS = [0, 0, 0.1, 1 / 6, 0.2, 0.25, 1 / 3, 0.4, 0.5, 0.6, 2 / 3, 0.75, 0.8, 5 / 6, 0.9, 1];

/** The place of a share in LEVELS: 1 to 15. */
function levelOf(share) {
  let level = 15;
  while (level > 1 && LEVELS[level] > share + 1e-9) level--;
  return level;
}

/**
 * The share (0 to 1) that a response earns; null where there is nothing to judge yet.
 * single, truefalse: key {option: score}, response an option. multiple, hottext: response a list.
 * match: key {row: right}, response {row: chosen}. order: key and response lists of steps.
 * numeric: key [{low, high, correct}]; text: key [{text, exact, correct}]; response as typed.
 */
function shareOf(kind, key, response) {
  if (kind === "multiple" || kind === "hottext") return shareOfTicks(key, response);
  if (kind === "match") return shareOfRows(key, response);
  if (kind === "order") return shareOfPlaces(key, response);
  if (kind === "numeric" || kind === "text") {
    const n = kind === "text" ? textAnswer(key, response) : numberAnswer(key, response);
    return n === null ? null : n >= 0 && key[n].correct ? 1 : 0;
  }
  return response in key ? Math.min(1, Math.max(0, key[response])) : null;
}

function shareOfTicks(key, ticked) {
  const right = Object.keys(key).filter((option) => key[option] >= 1);
  if (!ticked.length) return null;
  const hits = ticked.filter((option) => right.includes(option)).length;
  return Math.max(0, (hits - (ticked.length - hits)) / Math.max(1, right.length));
}

function shareOfRows(key, chosen) {
  const rows = Object.keys(key);
  if (!rows.every((row) => chosen[row])) return null;
  return rows.filter((row) => chosen[row] === key[row]).length / rows.length;
}

function shareOfPlaces(key, steps) {
  return steps.filter((step, n) => step === key[n]).length / key.length;
}

/** The first answer that covers the number, -1 for none; null where no number was written. */
function numberAnswer(key, typed) {
  const number = readNumber(typed);
  return number === null ? null : key.findIndex((answer) => number >= answer.low && number <= answer.high);
}

function textAnswer(key, typed) {
  const plain = (text) => text.normalize("NFC").trim().replace(/\s+/g, " ");
  const same = (answer) => plain(typed) === plain(answer.text)
    || (!answer.exact && foldText(typed) !== "" && foldText(typed) === foldText(answer.text));
  return plain(typed) ? key.findIndex(same) : null;
}

/** A number as people write it: blanks group, comma or point is the decimal sign. */
function readNumber(typed) {
  let text = typed.replace(/[\s\u00a0\u2007\u2009\u202f'\u2019]/g, "").replace(/[\u2212\u2013]/g, "-");
  const last = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  const signs = text.replace(/[^,.]/g, "");
  const grouped = signs.length > 1 && signs[0] === signs[signs.length - 1];
  if (grouped) text = text.replace(/[,.]/g, "");
  else if (last >= 0) text = text.slice(0, last).replace(/[,.]/g, "") + "." + text.slice(last + 1);
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : null;
}

/** The same text without case, accents and punctuation. */
function foldText(text) {
  return text.toLowerCase().normalize("NFKD")
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670'\u2018\u2019\u02bc\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[ßæœøłđ]/g, (letter) => ({ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d"}[letter]))
    .replace(/[!-/:-@[-`{-~\u00a1-\u00bf\u2010-\u205e\u3000-\u303f\u060c\u061b\u061f\u066a-\u066d]+/g, " ")
    .replace(/\s+/g, " ").trim();
}

/** A number in plain figures. */
function numberText(number) {
  const text = String(Number(Math.min(1e15, Math.max(-1e15, number)).toPrecision(7)));
  return /e-/.test(text) ? "0" : text;
}

/** Percent of the points that the questions of an attempt earned: [{points, share}]. */
function quizPercent(answers) {
  const possible = answers.reduce((sum, answer) => sum + answer.points, 0);
  const earned = answers.reduce((sum, answer) => sum + answer.points * answer.share, 0);
  return possible ? Math.floor((100 * earned) / possible + 0.5 + 1e-9) : 0;
}

/** The course's score: best quizzes [{percent, points, final}], weighted by points, finals 1.5. */
function scoreOf(quizzes) {
  return quizPercent(quizzes.map((quiz) => ({
    points: quiz.points * (quiz.final ? 1.5 : 1), share: quiz.percent / 100,
  })));
}

/** Random numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomFrom(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(list, seed) {
  const random = randomFrom(seed);
  const out = list.slice();
  for (let n = out.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [out[n], out[other]] = [out[other], out[n]];
  }
  return out;
}

/** The question ids of an attempt: a plan (see model/draw.py), the whole bank, a seed. */
function drawn(plan, bank, seed) {
  const chosen = plan.always.concat(plan.pools.map((pool, n) => shuffled(pool, seed + n)[0]));
  const left = bank.filter((id) => !chosen.includes(id));
  return chosen.concat(shuffled(left, seed + 1000).slice(0, plan.rest));
}
