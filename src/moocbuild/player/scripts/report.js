/*
 * What is done and what it is worth: of the whole course, for learners and for the platform.
 * `course` has a row for every page that counts: [ordinal, kind, ...its critical questions], the
 * ordinal as `numbered` reads it, and for every graded quiz [points, mark to reach, final].
 */

const READ = 0; // finished when seen
const GRADED = 1; // finished when an attempt has reached the quiz's mark
const PLAYED = 2; // finished when played or read

if (course.pages) course.pages = numbered(course.pages);

// Where every page is an SCO of its own: the one that the platform opened. Else null.
const launched = document.documentElement.dataset.sco
  ? Number(new URLSearchParams(location.search).get("launched") || ordinalOf(document.documentElement)) : null;

/** Which page is the whole SCO, as part of names; "" where the course is one. */
function scoMark() {
  return launched === null ? "" : `.${launched}`;
}

/** Whether a page is finished: that of its kind, with its critical questions right. */
function pageDone([ordinal, kind, ...criticals]) {
  const done = kind === PLAYED ? (state.scenarios[ordinal] || {}).done
    : kind === GRADED ? (state.quizzes[ordinal] || {}).reached > 1 : state.seen[ordinal];
  return Boolean(done) && criticals.every((question) => state.best[question] === 15);
}

/** Everything the platform should know; of one page alone where each page is an SCO of its own. */
function courseReport() {
  const pages = course.pages.filter(([ordinal]) => launched === null || ordinal === launched);
  const quizzes = pages.filter(([, kind]) => kind === GRADED).map(([ordinal]) => {
    const [points, mark, final] = course.quizzes[ordinal];
    return Object.assign({percent: 0, reached: 0}, state.quizzes[ordinal], {points, mark, final});
  });
  const done = pages.filter(pageDone).length;
  const complete = done === pages.length;
  const graded = quizzes.length > 0;
  state.floor = Math.max(scoreOf(quizzes), state.floor);
  const tried = state.floor || quizzes.some((quiz) => quiz.reached);
  const mark = launched === null ? course.passMark : graded && quizzes[0].mark;
  const passed = graded && complete && state.floor >= mark;
  state.finished = Math.max(state.finished, passed ? 2 : complete ? 1 : 0);
  return {
    data: encodeState(state),
    place: ordinalOf(document.documentElement) ? document.documentElement.dataset.page : "",
    score: graded && tried ? state.floor : null,
    progress: state.finished ? 1 : Math.floor((10000 * done) / pages.length) / 10000,
    complete: state.finished > 0,
    passed: state.finished > 1,
    graded,
    items: launched === null ? [].concat(...parts.map((part) => (part.items ? part.items() : []))) : [],
  };
}
