/*
 * Quizzes: which of their questions are asked, what an attempt has reached, asking others. Knows
 * the quiz's section, which says how it draws, how often it is taken, when it tells, what it wants.
 */

/** Answered before this file came: files come one after the other. Such an answer stands. */
const isEarly = (form) => asked.has(form) && asked.get(form).last;

function startQuiz(section) {
  const early = !section.classList.contains("drawn") && bankOf(section).some(isEarly);
  newAttempt(section, false);
  const {seed} = state.quizzes[ordinalOf(section)];
  const chosen = attemptOf(section);
  for (const form of bankOf(section)) {
    form.hidden = !chosen.includes(form);
    if (!asked.has(form)) continue;
    if (section.hasAttribute("data-shuffle") || form.dataset.kind === "order") {
      shuffleParts(form, seed + ordinalOf(form));
    }
  }
  section.classList.add("drawn");
  if (early) keepQuiz(section);
  numberQuestions(bankOf(section).filter((form) => !form.hidden));
  closeOver(section);
  paintQuiz(section);
}

/** Each says its place among those that are asked. */
function numberQuestions(forms) {
  forms.forEach((form, n) => {
    find(".label > span", form).textContent = say("quiz_place", {n: n + 1, total: forms.length});
  });
}

/** The quiz's forms that are judged. */
function bankOf(section) {
  return all(".question:not([data-kind=journal]):not([data-kind=survey]):not([data-kind=likert])", section);
}

/** How often it may still be taken after this attempt. */
function attemptsLeft(section) {
  const {attempts} = section.dataset;
  const begun = state.quizzes[ordinalOf(section)].tries || 1;
  return attempts ? Math.max(0, attempts - begun) : Infinity;
}

/** Where attempts have an end: what is over is closed, and told if that was to wait for it. */
function closeOver(section) {
  if (!hasRounds(section)) return;
  const {feedback} = section.dataset;
  const {done} = attempt(section);
  for (const form of attemptOf(section).filter((one) => asked.has(one))) {
    const {given} = asked.get(form);
    const level = state.now[ordinalOf(form)];
    const over = Boolean(level) && (done || !feedback);
    const next = !feedback && given && nextQuestion(form);
    if (over && !given) recall(form, feedback !== "after-close" && level === 15);
    else if (over && feedback === "after-attempt" && !form.dataset.result) outcome(form);
    if (over && next) goOn(form, next);
    find("fieldset", form).disabled = over;
    button(form).hidden = over && !next;
  }
}

/** What was answered on a page that was left since: the answers themselves are not kept. */
function recall(form, good) {
  if (good) verdict(form, say("good"), "good");
  else verdict(form, say("answeredBefore"), "");
}

/** The forms of the present attempt. */
function attemptOf(section) {
  const bank = bankOf(section);
  if (!section.dataset.draw) return bank;
  const [always, pools, rest, left] = JSON.parse(section.dataset.draw);
  const {seed} = state.quizzes[ordinalOf(section)];
  return drawn({always, pools, rest, left}, bank.map(ordinalOf), seed)
    .map((ordinal) => bank.find((form) => ordinalOf(form) === ordinal));
}

/** Other questions where the learner asks for them (`anew`), or where there are none yet. */
function newAttempt(section, anew) {
  const seed = Math.floor(Math.random() * 46000) + 1;
  const ordinal = ordinalOf(section);
  const bank = bankOf(section).filter((form) => anew || !isEarly(form)).map(ordinalOf);
  const begun = (s) => !anew && (s.quizzes[ordinal] || {}).seed;
  if (!begun(state)) change((s) => {
    if (begun(s)) return;
    const kept = Object.assign({percent: 0, reached: 0}, s.quizzes[ordinal], {seed});
    if (anew && section.dataset.attempts) kept.tries = (kept.tries || 1) + 1;
    s.quizzes[ordinal] = kept;
    bank.forEach((question) => { s.now[question] = 0; });
  });
}

/** What the present attempt has reached. */
function attempt(section) {
  const answers = attemptOf(section).map((form) => {
    const {points, items, critical} = form.dataset;
    const level = state.now[ordinalOf(form)] || 0;
    return {
      level, points: Number(points || 1), critical: critical !== undefined, share: LEVELS[level],
      category: (items || "").split(".")[0],
    };
  });
  const {pass, category: least} = section.dataset;
  const percent = quizPercent(answers);
  const every = answers.map((answer) => answer.category)
    .every((category) => quizPercent(answers.filter((one) => one.category === category)) >= least);
  const answered = answers.filter((answer) => answer.level).length;
  return {
    answers, percent, answered, done: answered === answers.length,
    open: answers.some((answer) => answer.critical && answer.level < 15),
    passed: percent >= pass && (!least || every),
  };
}

/** The best attempt is kept; one that tells later counts when it is over. */
function keepQuiz(section) {
  const ordinal = ordinalOf(section);
  const {percent, done, passed} = attempt(section);
  const waits = section.hasAttribute("data-feedback");
  if (waits && !done) return;
  const reached = !done ? 0 : passed ? 2 : 1;
  change((s) => {
    const kept = s.quizzes[ordinal];
    kept.percent = Math.max(kept.percent, percent);
    kept.reached = Math.max(kept.reached, reached);
    if (waits) attemptOf(section).map(ordinalOf).forEach((question) => {
      s.best[question] = Math.max(s.best[question] || 0, s.now[question]);
    });
  });
}

function paintQuiz(section) {
  const found = attempt(section);
  const line = find(".quiz-result", section);
  const text = resultOf(section, found);
  if (line.textContent !== text) line.textContent = text;
  const actions = find(".quiz-actions", section);
  const {draw} = section.dataset;
  const again = found.done && found.answers.length && (draw || hasRounds(section)) && attemptsLeft(section);
  if (!again) actions.textContent = "";
  else if (!actions.firstChild) {
    actions.append(makeButton("", draw ? say("quizAgain") : say("quizOnce"), () => askOthers(section)));
  }
}

/** In words, what the attempt has reached; nothing where nothing is judged. */
function resultOf(section, {answers, percent, answered, done, open, passed}) {
  const facts = {n: answered, total: answers.length, score: percent, mark: section.dataset.pass};
  if (!answers.length) return "";
  if (!done) return say("quizLeft", facts);
  if (section.dataset.feedback === "after-close") return say("quizKept");
  if (open) return say("quizCritical");
  if (!section.hasAttribute("data-graded")) return say("quizDone", facts);
  if (passed) return say("quizPassed", facts);
  const left = attemptsLeft(section);
  return left === Infinity ? say("quizNotYet", facts) : left ? say("quizMore", facts) : say("quizNoMore", facts);
}

function askOthers(section) {
  newAttempt(section, true);
  bankOf(section).filter((form) => asked.has(form)).forEach((form) => {
    form.reset();
    tryAgain(form);
    Object.assign(asked.get(form), {last: "", given: null});
  });
  startQuiz(section);
  focusOn(find(".question:not([hidden]) h2", section));
}

/** What draws and shuffles lies in another file, which wakes quizzes if it comes after this one. */
const quizzes = () => (KINDS.order ? all(".quiz") : []);
const startQuizzes = () => quizzes().forEach(startQuiz);

part({
  wake: startQuizzes,
  refresh: startQuizzes,
  paint: () => quizzes().forEach(paintQuiz),
  answered(form) {
    if (!quizzes().includes(inQuiz(form))) return;
    keepQuiz(inQuiz(form));
    closeOver(inQuiz(form));
  },
});
