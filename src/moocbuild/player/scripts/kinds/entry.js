/* Questions whose answer is typed: a number, or a few words.
   After: score_entries.js */

const TYPED = {
  key: (form) => JSON.parse(form.dataset.answers),
  response: (form) => find(".entry", form).value,
  first: () => "writeFirst",
  reveal: (form, key) => all("[data-answer]", form).filter((note) => key[note.dataset.answer].correct)
    .forEach((note) => note.classList.add("shown")),
};
const rightEntries = (key) => key.filter((answer) => answer.correct);

KINDS.text = Object.assign({}, TYPED, {
  wire: (key, response) => ({type: "fill-in", response: {text: response}, patterns: rightEntries(key)}),
  notes: (form, key, response) => show(form, `[data-answer="${textAnswer(key, response)}"]`),
});
KINDS.numeric = Object.assign({}, TYPED, {
  first: (response) => (response ? "numberFirst" : "writeFirst"),
  wire: (key, response) => ({
    type: "numeric", response: [readNumber(response), readNumber(response)],
    patterns: rightEntries(key).map(({low, high}) => [low, high]),
  }),
  notes: (form, key, response) => show(form, `[data-answer="${numberAnswer(key, response)}"]`),
});
each("refresh");
