/*
 * What answers and choices show of each competency, and what is still to be done.
 * The first half are pure functions (golden vectors: tests/evidence/evidence.json); the second
 * half reads the state. Knows no page and no platform.
 */

const KIND_WEIGHT = {quiz: 1, scenario: 1, final: 1.5};

/**
 * Earned ÷ possible of each item. pieces: [{item, kind, share, points, main}], a scenario's being
 * one piece for its best run. "shown" wants two kinds of evidence, or three questions where no
 * final question asks for the item (items of finals: `inFinal`).
 */
function evidenceOf(pieces, inFinal) {
  const items = {};
  for (const {item, kind, share, points, main} of pieces) {
    const of = items[item] || (items[item] = {earned: 0, possible: 0, pieces: 0, questions: 0, kinds: []});
    const weight = KIND_WEIGHT[kind] * (main ? 1 : 0.5) * points;
    of.earned += weight * share;
    of.possible += weight;
    of.pieces++;
    if (kind !== "scenario") of.questions++;
    if (!of.kinds.includes(kind)) of.kinds.push(kind);
  }
  for (const item of Object.keys(items)) {
    const of = items[item];
    of.share = of.possible ? of.earned / of.possible : 0;
    of.state = stateOf(of, inFinal.includes(item));
  }
  return items;
}

function stateOf(of, inFinal) {
  const share = of.share + 1e-9;
  if (of.pieces < 2) return "unseen";
  if (share < 0.5) return "emerging";
  const broad = of.kinds.length > 1 || (!inFinal && of.questions > 2);
  return share >= 0.8 && broad ? "shown" : "developing";
}

/** What one run of a scenario shows: evidence [[item, 0..2], …] of its choices → {item: share}. */
function runShares(evidence) {
  const items = {};
  for (const [item, value] of evidence) {
    const of = items[item] || (items[item] = {earned: 0, possible: 0});
    of.earned += value;
    of.possible += 2;
  }
  for (const item of Object.keys(items)) items[item] = items[item].earned / items[item].possible;
  return items;
}

/* ---- from the state ---- */

/** Shares of a run as kept: two characters for the item's frozen number, one for the level. */
function packShares(shares) {
  return Object.keys(shares).filter((code) => course.items[code])
    .map((code) => course.items[code].n.toString(36).padStart(2, "0") + DIGITS[levelOf(shares[code])])
    .join("");
}

function unpackShares(text) {
  const codes = {};
  for (const code of Object.keys(course.items)) codes[course.items[code].n] = code;
  const shares = {};
  for (const part of text.match(/.../g) || []) {
    const code = codes[parseInt(part.slice(0, 2), 36)];
    if (code) shares[code] = LEVELS[DIGITS.indexOf(part[2])] || 0;
  }
  return shares;
}

function meanShare(text) {
  const shares = (text.match(/.../g) || []).map((part) => LEVELS[DIGITS.indexOf(part[2])] || 0);
  return shares.reduce((sum, share) => sum + share, 0) / (shares.length || 1);
}

function questionsOf(page) {
  return Object.keys(course.questions).filter((id) => course.questions[id].page === page);
}

function bankOf(quiz) {
  return questionsOf(quiz).filter((id) => course.questions[id].kind !== "journal");
}

/** The questions of the present attempt of a quiz. */
function attemptOf(quiz) {
  const kept = state.quizzes[course.quizzes[quiz].ordinal];
  return drawn(course.quizzes[quiz].plan, bankOf(quiz), kept ? kept.seed : 1);
}

function evidence() {
  const pieces = [];
  const inFinal = [];
  for (const id of Object.keys(course.questions)) {
    const question = course.questions[id];
    const quiz = course.quizzes[question.page];
    const level = state.best[question.ordinal];
    if (!quiz || question.kind === "journal") continue;
    if (quiz.final) inFinal.push(...question.items);
    if (!level) continue;
    question.items.forEach((item, n) => pieces.push({
      item, kind: quiz.final ? "final" : "quiz", share: LEVELS[level], points: question.points, main: n === 0,
    }));
  }
  for (const id of Object.keys(course.scenarios)) {
    const kept = state.scenarios[course.scenarios[id].ordinal];
    const shares = kept ? unpackShares(kept.shares) : {};
    for (const item of Object.keys(shares)) {
      pieces.push({item, kind: "scenario", share: shares[item], points: 1, main: true});
    }
  }
  return evidenceOf(pieces, inFinal);
}

/** Whether a page is finished: seen, played or read, tried with its critical questions right. */
function pageDone(page) {
  const criticals = questionsOf(page.id).filter((id) => course.questions[id].critical);
  if (!criticals.every((id) => state.best[course.questions[id].ordinal] === 15)) return false;
  if (page.kind === "scenario") return Boolean((state.scenarios[page.ordinal] || {}).done);
  if (page.kind !== "quiz") return Boolean(state.seen[page.ordinal]);
  const quiz = course.quizzes[page.id];
  return !quiz.graded || Boolean((state.quizzes[quiz.ordinal] || {}).reached);
}

/** Everything the platform should know; of one page alone where each page is an SCO of its own. */
function courseReport() {
  const pages = course.pages.filter((page) => (lessonMark() ? page.id === launched
    : page.ordinal && ["lesson", "case", "quiz", "scenario"].includes(page.kind)));
  const quizzes = pages.filter((page) => page.kind === "quiz" && course.quizzes[page.id].graded)
    .map((page) => quizFor(page.id));
  const done = pages.filter(pageDone).length;
  const complete = done === pages.length;
  const tried = quizzes.some((quiz) => quiz.percent || quiz.reached);
  state.floor = Math.max(scoreOf(quizzes), state.floor);
  const score = quizzes.length && (tried || state.floor) ? state.floor : null;
  const mark = lessonMark() && quizzes.length ? course.quizzes[launched].passMark : course.passMark;
  const passed = quizzes.length > 0 && complete && score >= mark && quizzes.every((quiz) => quiz.reached > 1
    || !quiz.categoryMark);
  state.finished = Math.max(state.finished, passed ? 2 : complete ? 1 : 0);
  const found = lessonMark() ? {} : evidence();
  return {
    data: encodeState(state),
    place: (pageWith("ordinal", state.place) || {id: ""}).id.slice(0, 250),
    score,
    progress: state.finished ? 1 : Math.floor((10000 * done) / Math.max(1, pages.length)) / 10000,
    complete: state.finished > 0,
    passed: state.finished > 1,
    graded: quizzes.length > 0,
    items: Object.keys(found).map((id) => ({
      id, percent: Math.round(100 * found[id].share), shown: found[id].state === "shown",
    })),
  };
}

/** A quiz with its best attempt: percent, points, reached (1 all answered, 2 and mark reached). */
function quizFor(id) {
  const quiz = course.quizzes[id];
  const kept = state.quizzes[quiz.ordinal] || {percent: 0, points: 0, reached: 0};
  const points = kept.points / 100
    || attemptOf(id).reduce((sum, question) => sum + course.questions[question].points, 0);
  return {
    percent: kept.percent, points, reached: kept.reached, final: quiz.final, categoryMark: quiz.categoryMark,
  };
}

function pageWith(name, value) {
  return value ? course.pages.find((page) => page[name] === value) : undefined;
}

/** Which page is the whole SCO, as part of names; "" where the course is one. */
function lessonMark() {
  return course.sco === "lesson" ? `.${launched}` : "";
}
