/*
 * The way through a simulation: pure functions of values, the same as in the blocks for Open edX
 * (golden vectors: tests/evidence/walks.json). A story is {start, scenes: {id: {end, mark, choices: {id:
 * scene that it leads to}}}}, a path a list of ids of choices, each behind the mark of its scene where
 * it was kept: an edit may lead a choice elsewhere. Knows no page.
 */

/** [{scene, choice}], the present scene last. What of a path fits no more is left out from there. */
function stepsOf(story, path) {
  const steps = [];
  let scene = story.start;
  for (const taken of path) {
    const choice = choiceTaken(story.scenes[scene], taken);
    const next = story.scenes[scene].choices[choice];
    if (!story.scenes[next]) break;
    steps.push({scene, choice});
    scene = next;
  }
  return steps.concat({scene});
}

/** The id of a choice; what was kept with another scene's mark is none here. Older paths have no marks. */
function choiceTaken({mark, choices}, taken) {
  const id = mark && taken.startsWith(mark) ? taken.slice(mark.length) : "";
  return choices[id] ? id : taken;
}

/** A path as it is kept. */
function marked(story, path) {
  return stepsOf(story, path).slice(0, -1).map(({scene, choice}) => story.scenes[scene].mark + choice);
}

/**
 * The path after a move: go, take, back, again or stop; null where it cannot be made. From an
 * ending a way back leads to the moment itself, as if it had not been spoken yet.
 */
function pathAfter(story, path, what, choice) {
  const steps = stepsOf(story, path);
  const taken = steps.slice(0, -1).map((step) => step.choice);
  const {end, choices} = story.scenes[steps[taken.length].scene];
  if (what === "take") {
    const next = choices[choice];
    const before = end ? steps.findIndex((step) => step.scene === next) : -1;
    if (before >= 0) return taken.slice(0, before);
    return story.scenes[next] && taken.length < RULES.path ? taken.concat(choice) : null;
  }
  if (what === "back") return taken.slice(0, -1);
  return what === "again" || (what === "go" && end) ? [] : taken;
}
