/*
 * What answers and choices show of each competency. The first half are pure functions (golden
 * vectors: tests/evidence/evidence.json); the second half reads the state. Knows no page. RULES
 * stand in model/evidence.py and are put in where this is compiled.
 *
 * Before it stands the course's table (data.py): items, the code at the place of its frozen number;
 * quiz and final, a row for each question: [ordinal, points, ...numbers of its items], the ordinal as
 * `numbered` reads it. What several quizzes ask is in `shared`, with the ordinals of each asking:
 * [[in quizzes], [in finals], points, …].
 */

/**
 * Earned ÷ possible of each item. pieces: [{item, kind, share, points, main}], a scenario's being
 * one piece for its best run. "shown" wants several kinds of evidence, or more questions where no
 * final question asks for the item (items of finals: `inFinal`).
 */
function evidenceOf(pieces, inFinal) {
  const items = {};
  for (const {item, kind, share, points, main} of pieces) {
    const of = items[item] || (items[item] = {earned: 0, possible: 0, pieces: 0, questions: 0, kinds: []});
    const weight = RULES.weights[kind] * (main ? 1 : RULES.secondary) * points;
    of.earned += weight * share;
    of.possible += weight;
    of.pieces++;
    if (kind !== "scenario") of.questions++;
    if (!of.kinds.includes(kind)) of.kinds.push(kind);
  }
  for (const item of Object.keys(items)) {
    const of = items[item];
    of.share = of.possible ? of.earned / of.possible : 0;
    of.state = stateOf(of, inFinal.includes(item));
  }
  return items;
}

function stateOf(of, inFinal) {
  const share = of.share + RULES.nearly;
  if (of.pieces < RULES.pieces) return "unseen";
  if (share < RULES.developing) return "emerging";
  const broad = of.kinds.length >= RULES.kinds || (!inFinal && of.questions >= RULES.questions);
  return share >= RULES.shown && broad ? "shown" : "developing";
}

/** What one run of a scenario shows: evidence [[item, 0..2], …] of its choices → {item: share}. */
function runShares(evidence) {
  const items = {};
  for (const [item, value] of evidence) {
    const of = items[item] || (items[item] = {earned: 0, possible: 0});
    of.earned += value;
    of.possible += RULES.choice;
  }
  for (const item of Object.keys(items)) items[item] = items[item].earned / items[item].possible;
  return items;
}

/* ---- from the state ---- */

const table = Object.assign({}, course.evidence);
for (const kind of ["quiz", "final"]) table[kind] = numbered(table[kind] || []);

/** Shares of a run as kept: two characters for the item's frozen number, one for the level. */
function packShares(shares) {
  return Object.keys(shares).filter((code) => table.items.includes(code))
    .map((code) => table.items.indexOf(code).toString(36).padStart(2, "0") + DIGITS[levelOf(shares[code])])
    .join("");
}

function unpackShares(text) {
  const shares = {};
  for (const kept of text.match(/.../g) || []) {
    const code = table.items[parseInt(kept.slice(0, 2), 36)];
    if (code) shares[code] = LEVELS[DIGITS.indexOf(kept[2])] || 0;
  }
  return shares;
}

/** The best answer of those kept at these ordinals; 0: none was given. */
function bestOf(ordinals) {
  return Math.max(0, ...ordinals.map((ordinal) => state.best[ordinal] || 0));
}

/** A question is evidence once: by what was answered in a final, else by the best answer elsewhere. */
function evidence() {
  const pieces = [];
  const shared = table.shared || [];
  const rows = [].concat(...["quiz", "final"].map((kind) => table[kind]
    .map(([ordinal, ...shows]) => [kind, bestOf([ordinal]), ...shows])))
    .concat(shared.map(([quizzes, finals, ...shows]) => (bestOf(finals)
      ? ["final", bestOf(finals), ...shows] : ["quiz", bestOf(quizzes), ...shows])));
  for (const [kind, level, points, ...items] of rows) {
    if (level) items.forEach((n, place) => pieces.push({
      item: table.items[n], kind, share: LEVELS[level], points, main: !place,
    }));
  }
  for (const kept of Object.values(state.scenarios)) {
    const shares = unpackShares(kept.shares);
    for (const item of Object.keys(shares)) {
      pieces.push({item, kind: "scenario", share: shares[item], points: 1, main: true});
    }
  }
  const finals = table.final.map((row) => row.slice(2))
    .concat(shared.filter((row) => row[1].length).map((row) => row.slice(3)));
  const inFinal = [].concat(...finals).map((n) => table.items[n]);
  return evidenceOf(pieces, inFinal);
}

part({
  evidence,
  items() {
    const found = evidence();
    return Object.keys(found).map((id) => ({
      id, percent: Math.round(100 * found[id].share), shown: found[id].state === "shown",
    }));
  },
});
each("paint"); // once: whoever was here before this has not shown it
