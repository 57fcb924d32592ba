/* A text with gaps: a list to choose from or words to type in each.
   After: score_entries.js score_gaps.js */

KINDS.gaps = {
  key: (form) => JSON.parse(form.dataset.answers),
  response: (form) => byId(all("[data-gap]", form), "gap", (control) => control.value),
  first: () => "fillFirst",
  wire: wireGaps,
  notes: (form, key, response) => all(".of-gap", form).forEach((part) => {
    const {part: gap, name} = part.dataset;
    if (!showAnswer(part, answerOf(key[gap], response[gap]))) noteUnforeseen(part, name);
  }),
  reveal: (form, key) => all(".of-gap", form).forEach((part) => {
    all(".made", part).forEach((made) => made.remove());
    rightAnswers(key[part.dataset.part]).forEach((answer) => showAnswer(part, answer));
  }),
};

/** The option, or the place of the entry, that was given; -1 for words that nobody foresaw. */
function answerOf(fits, given) {
  return Array.isArray(fits) ? textAnswer(fits, given) : given;
}

function rightAnswers(fits) {
  return Object.keys(fits).filter((answer) => (Array.isArray(fits) ? fits[answer].correct : fits[answer] >= 1));
}

function showAnswer(part, answer) {
  const note = find(`[data-answer="${answer}"]`, part);
  if (note) note.classList.add("shown");
  return note;
}

function noteUnforeseen(part, name) {
  const box = make("div", "feedback shown made off", "");
  const mark = make("p", "mark", "");
  mark.append(name + say("colon"), make("span", "", say("mark_off")));
  box.append(mark);
  part.append(box);
}

/** Options of every gap as pairs; where one is typed, the words of all. */
function wireGaps(key, response, form) {
  const gaps = Object.keys(key);
  const rights = gaps.map((gap) => rightAnswers(key[gap])[0]);
  if (!gaps.some((gap) => Array.isArray(key[gap]))) {
    return {
      type: "matching", response: gaps.map((gap) => [gap, response[gap]]),
      patterns: [gaps.map((gap, n) => [gap, rights[n]])],
    };
  }
  const wordsOf = (gap, answer) => find(`[data-gap="${gap}"] [value="${answer}"]`, form).textContent;
  const said = (answers) => ({text: answers.join("; ")});
  return {
    type: "fill-in",
    response: said(gaps.map((gap) => (Array.isArray(key[gap]) ? response[gap] : wordsOf(gap, response[gap])))),
    patterns: [said(gaps.map((gap, n) => (Array.isArray(key[gap]) ? key[gap][rights[n]].text : wordsOf(gap, rights[n]))))],
  };
}
each("refresh");
