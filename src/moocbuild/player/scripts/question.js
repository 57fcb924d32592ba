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
  const result = share === 1 ? "good" : share > 0 ? "part" : "off";
  const verdicts = {good: say("good"), off: say("off"), part: say(kind === ONE ? "part" : "partly")};
  kind.notes(form, of.key, response);
  verdict(form, verdicts[result], result);
  of.answered = share === 1 && nextQuestion(form) ? "next" : "again";
  button(form).textContent = of.answered === "next" ? say("next") : say("tryAgain");
  if (share === 1) show(form, ".explanation");
  else offerAnswer(form, kind, of.key);
  const said = JSON.stringify(response);
  if (said !== of.last) record(form, share, kind.wire(of.key, response, form));
  of.last = said;
  return null;
}

/** Feedback closes, what was chosen and its place stay. */
function tryAgain(form) {
  asked.get(form).answered = "";
  all(".shown", form).forEach((note) => note.classList.remove("shown"));
  all(".made, .show-answer", form).forEach((made) => made.remove());
  button(form).textContent = say("check");
  verdict(form, "", "");
}

function record(form, share, wire) {
  const {question: id, points, items} = form.dataset;
  const ordinal = ordinalOf(form);
  const of = asked.get(form);
  const level = levelOf(share);
  const seconds = (performance.now() - of.since) / 1000;
  of.since = performance.now();
  tell(Object.assign({
    id, share, seconds, points: Number(points || 1), items: items ? items.split(" ") : [],
  }, wire));
  change((s) => {
    for (const levels of inQuiz(form) ? [s.best, s.now] : [s.best]) {
      levels[ordinal] = Math.max(levels[ordinal] || 0, level);
    }
  });
  each("answered", form);
  paint();
}

function inQuiz(form) {
  return form.closest(".quiz");
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
  if (level === 15) verdict(form, say("good"), "good");
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
