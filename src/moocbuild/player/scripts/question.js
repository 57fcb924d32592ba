/*
 * Questions on a page: reading what was chosen, showing what it is worth, trying again. Knows the
 * page's elements; values are judged in judge.js, kept in state.js. Every control is a native one.
 */

const SPAM = 300; // ms in which a second press is the same press
const asked = new Map(); // form → {key, last, since, pressed, answered}

/*
 * By kind: key(form) and response(form) read the page; first(response) is the word for what is
 * still missing; wire(key, response, form) says an answer and the right ones in SCORM's kinds (an adapter
 * writes them in its own syntax); notes(form, key, response) and reveal(form, key) show.
 */
const TICKS = {
  key: (form) => byId(all(".option", form), "option", (option) => Number(option.dataset.score)),
  response: (form) => ticked(form).map((input) => input.value).sort(),
  first: () => "chooseFirst",
  wire: (key, response) => ({type: "choice", response, patterns: [rightOf(key)]}),
  notes: (form) => ticked(form).forEach((input) => show(input.closest(".option"), ".feedback")),
  reveal: (form, key) => all(".option", form).filter((option) => key[option.dataset.option] >= 1)
    .forEach((option) => show(option, ".feedback")),
};
const ONE = Object.assign({}, TICKS, {
  response: (form) => TICKS.response(form)[0],
  wire: (key, response) => ({type: "choice", response: [response], patterns: rightOf(key).map((id) => [id])}),
});
const KINDS = {
  multiple: TICKS,
  hottext: TICKS,
  single: ONE,
  truefalse: Object.assign({}, ONE, {
    wire: (key, response, form) => {
      const yes = find("[data-true]", form).dataset.option;
      return {type: "true-false", response: response === yes, patterns: [rightOf(key)[0] === yes]};
    },
  }),
};

function byId(elements, name, value) {
  const found = {};
  for (const element of elements) found[element.dataset[name]] = value(element);
  return found;
}

function ticked(form) {
  return all("input:checked", form);
}

function rightOf(key) {
  return Object.keys(key).filter((id) => key[id] >= 1);
}

function startQuestion(form) {
  const kind = KINDS[form.dataset.kind];
  if (!kind || asked.has(form)) return;
  asked.set(form, {key: kind.key(form), last: "", since: performance.now(), pressed: -SPAM, answered: ""});
  if (kind.start) kind.start(form);
  if (isKept(form)) button(form).textContent = say("giveAnswer");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const of = asked.get(form);
    const now = performance.now();
    if (now - of.pressed >= SPAM) press(form);
    of.pressed = now;
  });
  // A changed answer is a new try.
  form.addEventListener("input", () => asked.get(form).answered && tryAgain(form));
  remember(form);
  if (early.delete(form)) press(form);
}

function press(form) {
  const {answered} = asked.get(form);
  if (answered === "next") focusOn(find("h2", nextQuestion(form)));
  else if (answered) tryAgain(form);
  else check(form);
}

function check(form) {
  const kind = KINDS[form.dataset.kind];
  const of = asked.get(form);
  const response = kind.response(form);
  const share = SHARES[form.dataset.kind](of.key, response);
  if (share === null) return verdict(form, say(kind.first(response)), "");
  const said = JSON.stringify(response);
  of.given = [share, response];
  if (isKept(form)) keep(form, kind.kept ? say(kind.kept()) : say("answerKept"));
  else outcome(form);
  if (said !== of.last) record(form, share, kind.wire(of.key, response, form));
  of.last = said;
  return null;
}

/** Whether the worth of an answer is not told, or not yet. */
function isKept(form) {
  return KINDS[form.dataset.kind].kept || (inQuiz(form) && inQuiz(form).dataset.feedback);
}

function keep(form, words) {
  verdict(form, words, "");
  goOn(form, nextQuestion(form), say("changeAnswer"));
}

/** What the answer is worth, and why. */
function outcome(form) {
  const kind = KINDS[form.dataset.kind];
  const {key, given: [share, response]} = asked.get(form);
  const result = share === 1 ? "good" : share > 0 ? "part" : "off";
  kind.notes(form, key, response);
  verdict(form, wordsOf(form, result), result);
  goOn(form, share === 1 && nextQuestion(form), say("tryAgain"));
  if (share === 1) show(form, ".explanation");
  else offerAnswer(form, kind, key);
}

/** What is said of an answer as a whole; notes are named only where there are some. */
function wordsOf(form, result) {
  const rounds = hasRounds(inQuiz(form));
  if (result === "good") return say("good");
  if (result === "off") return rounds ? say("mark_off") : isNoted(form) ? say("off") : say("offAlone");
  if (rounds) return say("mark_part");
  if (KINDS[form.dataset.kind] === ONE) return say("part");
  return isNoted(form) ? say("partly") : say("partlyAlone");
}

/** Whether more than one mark or the author's words are there to look at. */
function isNoted(form) {
  const notes = all(".feedback.shown", form);
  return notes.length > 1 || notes.some((note) => note.lastChild !== find(".mark", note));
}

function goOn(form, next, again) {
  asked.get(form).answered = next ? "next" : "again";
  button(form).textContent = next ? say("next") : again;
}

/** Feedback closes, what was chosen and its place stay. */
function tryAgain(form) {
  asked.get(form).answered = "";
  all(".shown", form).forEach((note) => note.classList.remove("shown"));
  all(".made, .show-answer", form).forEach((made) => made.remove());
  button(form).textContent = isKept(form) ? say("giveAnswer") : say("check");
  verdict(form, "", "");
}

function record(form, share, wire) {
  const {question: id, points, items} = form.dataset;
  const ordinal = ordinalOf(form);
  const of = asked.get(form);
  const level = levelOf(share);
  const seconds = (performance.now() - of.since) / 1000;
  of.since = performance.now();
  [].concat(wire).forEach((one) => tell(Object.assign({
    id, share, seconds, points: Number(points || 1), items: items ? items.split(" ") : [],
  }, one)));
  change((s) => {
    if (inQuiz(form)) s.now[ordinal] = Math.max(level, isKept(form) ? 0 : s.now[ordinal] || 0);
    if (!inQuiz(form) || !isKept(form)) s.best[ordinal] = Math.max(level, s.best[ordinal] || 0);
  });
  each("answered", form);
  paint();
}

function inQuiz(form) {
  return form.closest(".quiz");
}

/** Whether an answer is given once in an attempt, so that attempts have an end. */
function hasRounds(quiz) {
  return quiz && Boolean(quiz.dataset.attempts || quiz.dataset.feedback);
}

/* ---- showing ---- */

function verdict(form, text, result) {
  const line = find(".verdict", form);
  line.textContent = "";
  line.className = `verdict ${result}`;
  form.dataset.result = result;
  if (text) line.append(make("span", result && "mark", text));
}

/** The answer and the reason, for those who ask. */
function offerAnswer(form, kind, key) {
  if (inQuiz(form) && inQuiz(form).hasAttribute("data-hidden")) return;
  const offer = makeButton("quiet show-answer", say("showAnswer"), () => {
    show(form, ".explanation");
    all(".key", form).forEach((line) => line.classList.add("shown"));
    kind.reveal(form, key);
    button(form).focus();
    offer.remove();
  });
  find(".actions", form).append(offer);
}

/** What was reached before, in words: answers themselves are not kept. */
function remember(form) {
  const level = (inQuiz(form) ? state.now : state.best)[ordinalOf(form)];
  if (!level || asked.get(form).answered || asked.get(form).last) return;
  if (isKept(form)) verdict(form, say("answeredBefore"), "");
  else if (level === 15) verdict(form, say("good"), "good");
  else verdict(form, say("triedBefore"), "part");
}

function nextQuestion(form) {
  const forms = all(".question").filter((one) => !one.hidden);
  return forms[forms.indexOf(form) + 1];
}

function button(form) {
  return find(".actions [type=submit]", form);
}

const questions = {
  wake() {
    asked.clear();
    questions.refresh();
  },
  /** Also where a kind's own script came later than the page. */
  refresh() {
    all(".question").forEach(startQuestion);
    all(".question").filter((form) => asked.has(form)).forEach(remember);
  },
};
part(questions);
