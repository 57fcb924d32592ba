/*
 * Quizzes: which of their questions are asked, what an attempt has reached, asking others. Knows
 * the quiz's section, which says how it draws and what it wants.
 */

function startQuiz(section) {
  newAttempt(section, false);
  const {seed} = state.quizzes[ordinalOf(section)];
  const chosen = attemptOf(section);
  for (const form of all(".question", section)) {
    if (!asked.has(form)) continue;
    form.hidden = !chosen.includes(form);
    if (section.hasAttribute("data-shuffle") || form.dataset.kind === "order") {
      shuffleParts(form, seed + ordinalOf(form));
    }
  }
  numberQuestions(bankOf(section).filter((form) => !form.hidden));
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
  return all(".question:not([data-kind=journal])", section);
}

/** The forms of the present attempt. */
function attemptOf(section) {
  const bank = bankOf(section);
  if (!section.dataset.draw) return bank;
  const [always, pools, rest] = JSON.parse(section.dataset.draw);
  const {seed} = state.quizzes[ordinalOf(section)];
  return drawn({always, pools, rest}, bank.map(ordinalOf), seed)
    .map((ordinal) => bank.find((form) => ordinalOf(form) === ordinal));
}

/** Other questions where the learner asks for them (`anew`), or where there are none yet. */
function newAttempt(section, anew) {
  const seed = Math.floor(Math.random() * 46000) + 1;
  const ordinal = ordinalOf(section);
  const bank = bankOf(section).map(ordinalOf);
  const begun = (s) => !anew && (s.quizzes[ordinal] || {}).seed;
  if (!begun(state)) change((s) => {
    if (begun(s)) return;
    s.quizzes[ordinal] = Object.assign({percent: 0, reached: 0}, s.quizzes[ordinal], {seed});
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
  return {
    answers, percent, answered: answers.filter((answer) => answer.level).length,
    open: answers.some((answer) => answer.critical && answer.level < 15),
    passed: percent >= pass && (!least || every),
  };
}

/** The best attempt is kept. */
function keepQuiz(section) {
  const ordinal = ordinalOf(section);
  const {answers, percent, answered, passed} = attempt(section);
  const reached = answered < answers.length ? 0 : passed ? 2 : 1;
  change((s) => {
    const kept = s.quizzes[ordinal];
    kept.percent = Math.max(kept.percent, percent);
    kept.reached = Math.max(kept.reached, reached);
  });
}

function paintQuiz(section) {
  const {answers, percent, answered, open, passed} = attempt(section);
  const done = answered === answers.length;
  const facts = {n: answered, total: answers.length, score: percent, mark: section.dataset.pass};
  const line = find(".quiz-result", section);
  const text = !done ? say("quizLeft", facts) : open ? say("quizCritical")
    : !section.hasAttribute("data-graded") ? say("quizDone", facts)
      : passed ? say("quizPassed", facts) : say("quizNotYet", facts);
  if (line.textContent !== text) line.textContent = text;
  const actions = find(".quiz-actions", section);
  if (!done || !section.dataset.draw) actions.textContent = "";
  else if (!actions.firstChild) actions.append(makeButton("", say("quizAgain"), () => askOthers(section)));
}

function askOthers(section) {
  newAttempt(section, true);
  all(".question", section).filter((form) => asked.has(form)).forEach((form) => {
    form.reset();
    tryAgain(form);
    asked.get(form).last = "";
  });
  startQuiz(section);
  focusOn(find(".question:not([hidden]) h2", section));
}

const startQuizzes = () => all(".quiz").forEach(startQuiz);

part({
  wake: startQuizzes,
  refresh: startQuizzes,
  paint: () => all(".quiz").forEach(paintQuiz),
  answered(form) {
    if (inQuiz(form)) keepQuiz(inQuiz(form));
  },
});
