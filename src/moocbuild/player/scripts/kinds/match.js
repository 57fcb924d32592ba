/* Questions that find for each row what belongs to it.
   After: score_rows.js row_feedback.js */

KINDS.match = {
  key: (form) => byId(all(".row", form), "row", (row) => row.dataset.right),
  response: (form) => byId(all(".row", form), "row", (row) => find("select", row).value),
  first: () => "chooseAll",
  wire: (key, response) => ({
    type: "matching", response: Object.keys(key).map((row) => [row, response[row]]),
    patterns: [Object.keys(key).map((row) => [row, key[row]])],
  }),
  notes: (form, key, response) => all(".row", form)
    .forEach((row) => markPart(row, response[row.dataset.row] === row.dataset.right, true)),
  reveal: () => {},
};
each("refresh");
