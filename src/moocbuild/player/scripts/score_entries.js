/*
 * Typed answers: which of the foreseen ones a number or a few words are. Pure functions of values.
 */

SHARES.numeric = (key, typed) => shareOfEntry(key, numberAnswer(key, typed));
SHARES.text = (key, typed) => shareOfEntry(key, textAnswer(key, typed));

function shareOfEntry(key, n) {
  return n === null ? null : Number(n >= 0 && key[n].correct);
}

/** The first answer that covers the number, -1 for none; null where no number was written. */
function numberAnswer(key, typed) {
  const number = readNumber(typed);
  return number === null ? null : key.findIndex((answer) => number >= answer.low && number <= answer.high);
}

/* Letters that are typed in several ways: as they are, or without an accent; Catalan l·l as ll;
   ä, ö, ü in German and å, ø in Norwegian as two letters. What is typed and what is accepted are
   read alike. */
const READINGS = [(text) => text, joinL, (text) => twoLetters(joinL(text))];

/**
 * Which answer the words are, -1 for none: as written, then but for case, then folded. Where two
 * fold to the same, what the author called wrong comes first: C# is not C++.
 */
function textAnswer(key, typed) {
  const plain = (text) => text.normalize("NFC").trim().replace(/\s+/g, " ");
  const lower = (text) => plain(text).toLowerCase();
  if (!plain(typed)) return null;
  const folds = (answer) => !answer.exact && /[\p{L}\p{N}]/u.test(foldText(typed))
    && READINGS.some((read) => foldText(read(typed)) === foldText(read(answer.text)));
  const tries = [
    (answer) => plain(typed) === plain(answer.text),
    (answer) => !answer.exact && lower(typed) === lower(answer.text),
    (answer) => !answer.correct && folds(answer),
    folds,
  ];
  return tries.reduce((found, same) => (found < 0 ? key.findIndex(same) : found), -1);
}

/**
 * A number as people write it: blanks group, comma or point is the decimal sign, in Arabic and in
 * full width, too; powers of ten are 1.5e3, 1,5·10^3 or 1.5×10³.
 */
function readNumber(typed) {
  const text = westernDigits(typed.replace(RAISED, (digits) => "^" + digits).normalize("NFKD"))
    .replace(/[\s\u066c\u200e\u200f\u061c'\u2019]/g, "")
    .replace(/[\u2212\u2013]/g, "-").replace(/\u066b/g, ".").replace(/\u060c/g, ",");
  const [, number, power] = /^(.*?)(?:(?:e|[\u00b7\u22c5\u00d7x*]10(?:\^|\*\*))([+-]?\d{1,3}))?$/is.exec(text);
  const plain = withPoint(number);
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain + "e" + (power || 0)) : null;
}

const RAISED = /[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u207a\u207b]+/g;

/** Without what groups digits, and with a point for the decimal sign. */
function withPoint(text) {
  const last = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
  const signs = text.replace(/[^,.]/g, "");
  const grouped = signs.length > 1 && signs[0] === signs[signs.length - 1];
  if (grouped) return text.replace(/[,.]/g, "");
  return last < 0 ? text : text.slice(0, last).replace(/[,.]/g, "") + "." + text.slice(last + 1);
}

/** The digits of Arabic and Persian keyboards as 0 to 9. */
function westernDigits(text) {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15);
}

/* Signs that are punctuation elsewhere, beside one of mathematics: != is not =. Each is replaced by
   one that is no punctuation. */
const OPERATORS = /[!%&*/:^-]{0,3}[+<=>|~](?:[!%&*/:^+<=>|~]|-(?=[\d+<=>|~]))*/g;
const WRITTEN = {"!": "\u2260", "%": "\u2248", "&": "\u2227", "*": "\u00d7", "/": "\u00f7", ":": "\u2236", "^": "\u2191", "-": "\u2212"};

/**
 * The same text without case, accents and punctuation. Signs of mathematics and of money are no
 * punctuation: x+1 is neither x-1 nor x 1, and -5 is not 5.
 */
function foldText(text) {
  return text.toLowerCase().normalize("NFKD")
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670'\u2018\u2019\u02bc\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[ßæœøłđı]/g, (letter) => ({ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i"}[letter]))
    .replace(/\u2044/g, "/").replace(/[\u2010\u2011\u2212]/g, "-")
    .replace(OPERATORS, (run) => run.replace(/[!%&*/:^-]/g, (sign) => WRITTEN[sign]))
    .replace(/(^|[^\p{L}\p{N}_])[-\u2010-\u2015](?=[.,]?\d|\p{Sc})/gu, "$1\u2212")
    .replace(/[!-#%-*,-/:;?@[-`{}\u00a1\u00a6-\u00ab\u00ae-\u00b0\u00b2-\u00bf\u2010-\u205e\u3000-\u303f\u060c\u061b\u061f\u066a-\u066d]+/g, " ")
    .replace(/\s+/g, " ").replace(/ ?([\p{Sm}\p{Sc}]) ?/gu, "$1").trim();
}

function joinL(text) {
  return text.normalize("NFKD").replace(/l[\u00b7\u2022\u2027\u22c5.-](?=l)/gi, "l");
}

function twoLetters(text) {
  return text.toLowerCase().normalize("NFC")
    .replace(/[äöüåø]/g, (letter) => ({ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe"}[letter]));
}
