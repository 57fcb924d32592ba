/* What learners think: nothing is right, nothing is earned; a platform gets the answers. */

SHARES.survey = SHARES.likert = (key, response) => (Object.values(response).every(Boolean) ? 1 : null);

/** By statement, "" for a question without any: what was chosen, "" for nothing. */
const views = (form) => {
  const rows = all("[data-statement]", form);
  const chosen = (within) => (find("input:checked", within) || {value: ""}).value;
  return rows.length ? byId(rows, "statement", chosen) : {"": chosen(form)};
};

KINDS.survey = {
  key: () => ({}),
  response: views,
  first: () => "chooseFirst",
  kept: () => (isLinked() ? "surveySent" : "surveyKept"),
  wire: (key, response, form) => Object.keys(response).map((statement) => ({
    id: [form.dataset.question].concat(statement || []).join("-"), type: "likert",
    response: response[statement], patterns: [], share: null, points: 0,
  })),
};
KINDS.likert = Object.assign({}, KINDS.survey, {first: () => "chooseAll"});
each("refresh");
