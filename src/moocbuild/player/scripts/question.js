/*
 * Questions on a page: reading what was chosen, showing what it is worth, trying again; and
 * quizzes, which draw from their questions. Knows the page's elements; values are judged in
 * score.js, kept in state.js. Every control is a native one.
 */

const SPAM = 300; // ms in which a second press is the same press
const asked = new Map(); // form → {key, last, since, answered}
const pageSeed = Math.floor(Math.random() * 46000) + 1;
let lastPress = -SPAM;

function startQuestion(form) {
  const kind = form.dataset.kind;
  const {question} = form.dataset;
  if (kind === "journal" || !course.questions[question]) return;
  asked.set(form, {key: keyOf(form, kind), last: "", since: performance.now(), answered: false});
  if (kind === "order") startOrder(form);
  if (kind === "order") shuffleParts(form, pageSeed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const now = performance.now();
    if (now - lastPress >= SPAM) press(form);
    lastPress = now;
  });
  // A changed answer is a new try.
  form.addEventListener("input", () => asked.get(form).answered && tryAgain(form));
  remember(form);
}

function press(form) {
  const {answered} = asked.get(form);
  if (answered === "next") nextQuestion(form).querySelector("h2").focus();
  else if (answered) tryAgain(form);
  else check(form);
}

function check(form) {
  const {kind} = form.dataset;
  const of = asked.get(form);
  const response = responseOf(form, kind);
  const share = shareOf(kind, of.key, response);
  if (share === null) {
    const first = {match: "chooseAll", text: "writeFirst", numeric: response && "numberFirst"};
    verdict(form, say(first[kind] || "chooseFirst"), "");
    return;
  }
  const result = share === 1 ? "good" : share > 0 ? "part" : "off";
  showNotes(form, kind, of.key, response);
  const partly = kind !== "single" && result === "part";
  verdict(form, say(partly ? "partly" : result), result);
  of.answered = share === 1 && nextQuestion(form) ? "next" : "again";
  button(form).textContent = say(of.answered === "next" ? "next" : "tryAgain");
  if (share === 1) show(form, ".explanation");
  else offerAnswer(form, kind, of.key);
  const said = JSON.stringify(response);
  if (said !== of.last) record(form, share, wireOf(kind, of.key, response));
  of.last = said;
}

/** Feedback closes, what was chosen and its place stay. */
function tryAgain(form) {
  asked.get(form).answered = false;
  all(".shown", form).forEach((note) => note.classList.remove("shown"));
  all(".made, .show-answer", form).forEach((made) => made.remove());
  button(form).textContent = say("check");
  verdict(form, "", "");
}

function record(form, share, wire) {
  const id = form.dataset.question;
  const {ordinal, points, items, page} = course.questions[id];
  const of = asked.get(form);
  const seconds = (performance.now() - of.since) / 1000;
  const level = levelOf(share);
  const higher = (levels) => { levels[ordinal] = Math.max(levels[ordinal] || 0, level); };
  const quiz = course.quizzes[page] && page === shown ? page : "";
  of.since = performance.now();
  state.sent = lms.answer(Object.assign({id, share, points, items, seconds}, wire), state.sent);
  change((s) => {
    higher(s.best);
    if (quiz) higher(s.now);
  });
  if (quiz) keepQuiz(quiz);
  paint();
}

/* ---- reading the page ---- */

function keyOf(form, kind) {
  if (kind === "numeric" || kind === "text") return JSON.parse(form.dataset.answers);
  if (kind === "order") return all(".step", form).map((step) => step.dataset.step);
  const key = {};
  all(".row", form).forEach(({dataset}) => { key[dataset.row] = dataset.right; });
  all(".option", form).forEach(({dataset}) => { key[dataset.option] = Number(dataset.score); });
  return key;
}

function responseOf(form, kind) {
  if (kind === "numeric" || kind === "text") return find(".entry", form).value;
  if (kind === "order") return all(".step", form).map((step) => step.dataset.step);
  if (kind === "match") {
    const chosen = {};
    all(".row", form).forEach((row) => { chosen[row.dataset.row] = find("select", row).value; });
    return chosen;
  }
  const ticked = all("input:checked", form).map((input) => input.value).sort();
  return kind === "multiple" || kind === "hottext" ? ticked : ticked[0];
}

/** A response and the right ones in SCORM's kinds: what an adapter writes in its own syntax. */
function wireOf(kind, key, response) {
  const ids = Object.keys(key);
  const right = ids.filter((id) => key[id] >= 1);
  const correct = (answers) => answers.filter((answer) => answer.correct);
  switch (kind) {
    case "single": return {type: "choice", response: [response], patterns: right.map((id) => [id])};
    case "truefalse":
      return {type: "true-false", response: response === ids[0], patterns: [right[0] === ids[0]]};
    case "match": return {
      type: "matching", response: ids.map((row) => [row, response[row]]),
      patterns: [ids.map((row) => [row, key[row]])],
    };
    case "order": return {type: "sequencing", response, patterns: [key]};
    case "numeric": return {
      type: "numeric", response: [readNumber(response), readNumber(response)],
      patterns: correct(key).map(({low, high}) => [low, high]),
    };
    case "text": return {type: "fill-in", response: {text: response}, patterns: correct(key)};
    default: return {type: "choice", response, patterns: [right]};
  }
}

/* ---- showing ---- */

function showNotes(form, kind, key, response) {
  if (kind === "match") {
    all(".row", form).forEach((row) => markPart(row, response[row.dataset.row] === row.dataset.right, true));
  } else if (kind === "order") {
    all(".step", form).forEach((step, n) => {
      const right = step.dataset.step === key[n];
      markPart(step, right, !right);
    });
  } else if (kind === "numeric" || kind === "text") {
    const n = kind === "text" ? textAnswer(key, response) : numberAnswer(key, response);
    show(form, `.feedback[data-answer="${n}"]`);
  } else {
    all("input:checked", form).forEach((input) => show(input.closest(".option"), ".feedback"));
  }
}

/** Says of a row or step how it fits, and shows its note where that helps. */
function markPart(part, right, helps) {
  const note = find(".feedback", part);
  const word = right ? "good" : "off";
  const box = make("div", `feedback shown made ${word}`, "");
  box.appendChild(make("p", "mark", say(`mark_${word}`)));
  note.before(box);
  if (helps && note.textContent.trim()) note.classList.add("shown");
}

function verdict(form, text, result) {
  const line = find(".verdict", form);
  line.textContent = "";
  line.className = `verdict ${result}`;
  form.dataset.result = result;
  if (text) line.appendChild(make("span", result && "mark", text));
}

/** The answer and the reason, for those who ask. */
function offerAnswer(form, kind, key) {
  const offer = make("button", "quiet show-answer", say("showAnswer"));
  offer.type = "button";
  offer.onclick = () => {
    show(form, ".explanation");
    all(".key", form).forEach((words) => words.classList.add("shown"));
    if (kind === "order") {
      key.forEach((id) => find(".steps", form).appendChild(find(`[data-step="${id}"]`, form)));
      numberSteps(form);
    }
    all(".option", form).filter((option) => key[option.dataset.option] >= 1)
      .forEach((option) => show(option, ".feedback"));
    all("[data-answer]", form).filter((note) => key[note.dataset.answer].correct)
      .forEach((note) => note.classList.add("shown"));
    button(form).focus();
    offer.remove();
  };
  find(".actions", form).appendChild(offer);
}

/** What was reached before, in words: answers themselves are not kept. */
function remember(form) {
  const {ordinal, page} = course.questions[form.dataset.question];
  const level = (course.quizzes[page] && page === shown ? state.now : state.best)[ordinal];
  if (!level || asked.get(form).answered || asked.get(form).last) return;
  verdict(form, say(level === 15 ? "good" : "triedBefore"), level === 15 ? "good" : "part");
}

function nextQuestion(form) {
  const forms = all(".question").filter((one) => !one.hidden);
  const next = forms[forms.indexOf(form) + 1];
  if (next) find("h2", next).tabIndex = -1;
  return next;
}

function button(form) {
  return find(".actions [type=submit]", form);
}

/* ---- order ---- */

function startOrder(form) {
  const steps = all(".step", form);
  for (const step of steps) {
    const name = find(".text", step).textContent.trim();
    const tools = make("span", "tools", "");
    const tool = (word, sign, by) => {
      const made = make("button", word, sign);
      made.type = "button";
      made.setAttribute("aria-label", `${say(word)}: ${name}`);
      made.onclick = () => {
        moveStep(form, step, all(".step", form).indexOf(step) + by);
        made.focus();
      };
      tools.appendChild(made);
    };
    const choose = make("select", "position", "");
    choose.setAttribute("aria-label", `${say("position")}: ${name}`);
    steps.forEach((_, n) => choose.add(new Option(n + 1, n)));
    choose.onchange = () => {
      moveStep(form, step, Number(choose.value));
      choose.focus();
    };
    tool("up", "\u2191", -1);
    tool("down", "\u2193", 1);
    tools.appendChild(choose);
    find(".text", step).after(tools);
  }
}

function moveStep(form, step, place) {
  const steps = all(".step", form).filter((one) => one !== step);
  if (place < 0 || place > steps.length) return;
  if (asked.get(form).answered) tryAgain(form);
  find(".steps", form).insertBefore(step, steps[place] || null);
  numberSteps(form);
  const text = find(".text", step).textContent.trim();
  verdict(form, `${text}: ${say("moved", {n: place + 1, total: steps.length + 1})}`, "");
}

function numberSteps(form) {
  all(".step", form).forEach((step, n) => { find("select", step).value = n; });
}

/** Other places for options and steps; steps never in their right order. */
function shuffleParts(form, seed) {
  const {key} = asked.get(form);
  const reorder = (parts, ids, name) => {
    const home = parts[0].parentNode;
    ids.forEach((id) => home.appendChild(parts.find((part) => (part.dataset[name] || part.value) === id)));
  };
  const options = all(".option", form);
  const steps = all(".step", form);
  const {kind} = form.dataset;
  if (options.length && kind !== "truefalse" && kind !== "hottext") {
    reorder(options, shuffled(Object.keys(key).sort(), seed), "option");
  } else if (steps.length > 1) {
    const ids = shuffled(key, seed);
    if (ids.every((id, n) => id === key[n])) ids.push(ids.shift());
    reorder(steps, ids, "step");
    numberSteps(form);
  }
}

/* ---- quizzes ---- */

function startQuiz(section) {
  const id = section.dataset.quiz;
  const quiz = course.quizzes[id];
  if (!quiz) return;
  newAttempt(id, false);
  const {seed} = state.quizzes[quiz.ordinal];
  const chosen = attemptOf(id);
  for (const form of all(".question", section)) {
    const {question, kind} = form.dataset;
    form.hidden = kind !== "journal" && !chosen.includes(question);
    if (asked.has(form) && (quiz.shuffle || kind === "order")) {
      shuffleParts(form, seed + course.questions[question].ordinal);
    }
  }
  paintQuiz(id);
}

/** Other questions where the learner asks for them (`anew`), or where there are none yet. */
function newAttempt(id, anew) {
  const seed = Math.floor(Math.random() * 46000) + 1;
  const {ordinal} = course.quizzes[id];
  const bank = bankOf(id).map((question) => course.questions[question].ordinal);
  const begun = (s) => !anew && (s.quizzes[ordinal] || {}).seed;
  if (!begun(state)) change((s) => {
    if (begun(s)) return;
    s.quizzes[ordinal] = Object.assign({percent: 0, points: 0, reached: 0}, s.quizzes[ordinal], {seed});
    bank.forEach((question) => { s.now[question] = 0; });
  });
}

/** What the present attempt has reached. */
function attempt(id) {
  const answers = attemptOf(id).map((question) => {
    const {ordinal, points, items, critical} = course.questions[question];
    const level = state.now[ordinal] || 0;
    return {level, points, critical, share: LEVELS[level], category: (items[0] || "").split(".")[0]};
  });
  const {passMark, categoryMark} = course.quizzes[id];
  const percent = quizPercent(answers);
  const every = answers.map((answer) => answer.category)
    .every((category) => quizPercent(answers.filter((one) => one.category === category)) >= categoryMark);
  return {
    answers, percent, answered: answers.filter((answer) => answer.level).length,
    open: answers.some((answer) => answer.critical && answer.level < 15),
    passed: percent >= passMark && (!categoryMark || every),
  };
}

/** The best attempt is kept. */
function keepQuiz(id) {
  const {ordinal} = course.quizzes[id];
  const {answers, percent, answered, passed} = attempt(id);
  const points = 100 * answers.reduce((sum, answer) => sum + answer.points, 0);
  const reached = answered < answers.length ? 0 : passed ? 2 : 1;
  change((s) => {
    const kept = s.quizzes[ordinal];
    if (percent >= kept.percent) Object.assign(kept, {percent, points});
    kept.reached = Math.max(kept.reached, reached);
  });
}

function paintQuiz(id) {
  const section = find(".quiz");
  const {graded, passMark} = course.quizzes[id];
  const {answers, percent, answered, open, passed} = attempt(id);
  const done = answered === answers.length;
  const marked = passed ? "quizPassed" : "quizNotYet";
  const word = !done ? "quizLeft" : open ? "quizCritical" : graded ? marked : "quizDone";
  const text = say(word, {n: answered, total: answers.length, score: percent, mark: passMark});
  const line = find(".quiz-result", section);
  if (line.textContent !== text) line.textContent = text;
  const actions = find(".quiz-actions", section);
  if (!done || answers.length === bankOf(id).length) actions.textContent = "";
  else if (!actions.firstChild) {
    const again = make("button", "", say("quizAgain"));
    again.type = "button";
    again.onclick = () => {
      newAttempt(id, true);
      all(".question", section).filter((form) => asked.has(form)).forEach((form) => {
        form.reset();
        tryAgain(form);
        asked.get(form).last = "";
      });
      startQuiz(section);
      focusOn(find(".question:not([hidden]) h2", section));
    };
    actions.appendChild(again);
  }
}
