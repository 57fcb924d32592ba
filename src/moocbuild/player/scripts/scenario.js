/*
 * Simulations: one scene at a time, as a conversation that grows. The page holds every scene; the
 * conversation is made of copies, as a scene may come twice. Knows the page; the way through it is
 * walk.js's, what that shows of competencies evidence.js's. A page has one simulation.
 */

let section; // of the simulation
let story; // what walk.js has to know of it; of each scene also its element
let path; // ids of the choices taken
let talk; // the conversation

const keptRun = () => state.scenarios[ordinalOf(section)] || {done: 0, shares: "", path: []};
const keepRun = (values) => keepScenario(ordinalOf(section), () => values);
const choicesOf = (scene) => all("[data-choice]", scene);
const choiceIn = (scene, id) => choicesOf(scene).find((one) => one.dataset.choice === id);

function startScenario(found) {
  const every = all(".scene", found);
  section = found;
  story = {
    start: section.dataset.start,
    scenes: byId(every, "scene", (element) => ({
      element, end: element.hasAttribute("data-end"), mark: element.dataset.ordinal,
      choices: byId(choicesOf(element), "choice", (choice) => choice.dataset.goes),
    })),
  };
  talk = make("div", "talk", "");
  every.forEach((scene) => { scene.hidden = true; });
  find(".debrief", section).before(talk);
  opening();
  section.classList.add("drawn");
}

/** The page before the first scene. */
function opening() {
  const opener = find(".start", section);
  const kept = keptRun();
  talk.textContent = "";
  opener.hidden = false;
  find(".debrief", section).hidden = true;
  path = kept.path;
  const row = find(".actions", opener);
  all("button", row).forEach((old) => old.remove());
  const word = path.length ? say("scenarioGo") : kept.done > 1 ? say("scenarioAgain") : say("scenarioStart");
  row.prepend(makeButton("primary", word, () => makeMove("go")));
}

function stopRun() {
  const opener = find(".start", section);
  opening();
  const line = make("p", "stopped", say("scenarioStopped"));
  line.setAttribute("role", "status");
  all(".stopped", opener).forEach((old) => old.remove());
  opener.prepend(line);
}

/** Makes a move and shows the conversation after it. */
function makeMove(what, choice) {
  path = pathAfter(story, path, what, choice);
  const steps = stepsOf(story, path);
  const now = story.scenes[steps.pop().scene];
  const elements = steps.map((step) => story.scenes[step.scene].element);
  const taken = steps.map((step, n) => choiceIn(elements[n], step.choice));
  find(".start", section).hidden = true;
  find(".debrief", section).hidden = !now.end;
  talk.textContent = "";
  talk.append(...elements.map((scene, n) => pastScene(scene, taken[n])));
  const made = talk.appendChild(presentScene(now.element, taken));
  keepRun(now.end ? {path: [], done: 2} : {path: marked(story, path)});
  if (now.end) finish(made, taken);
  addTools(made, now.end);
  focusOn(made);
  paint();
}

function copyOf(scene) {
  const made = scene.cloneNode(true);
  made.hidden = false;
  made.removeAttribute("id");
  all("[id]", made).forEach((inner) => inner.removeAttribute("id"));
  return made;
}

/** A scene that was answered: the words chosen stay, with what they led to. */
function pastScene(scene, choice) {
  const made = copyOf(scene);
  const list = find(".choices", made);
  const taken = choiceIn(made, choice.dataset.choice);
  const said = make("p", "said", "");
  said.append(make("b", "", say("scenarioSaid")), " ", ...find("a", taken).childNodes);
  list.before(said);
  const note = find(".feedback", taken);
  if (note) {
    note.classList.add("shown");
    list.before(note);
  }
  if (choice.hasAttribute("data-critical")) {
    made.classList.add("critical");
    list.before(make("p", "critical-note", say("scenarioWorkThrough")));
  }
  list.remove();
  all(".ask", made).forEach((line) => line.remove());
  return made;
}

function presentScene(scene, taken) {
  const made = copyOf(scene);
  const mood = metersAfter(JSON.parse(section.dataset.meters || "[]"), taken);
  if (mood) find("h2", made).after(make("p", "meters", mood));
  for (const item of choicesOf(made)) {
    const {choice} = item.dataset;
    const choose = makeButton("choice", "", () => makeMove("take", choice));
    choose.disabled = !pathAfter(story, path, "take", choice);
    choose.append(...find("a", item).childNodes);
    find("a", item).replaceWith(choose);
  }
  return made;
}

function addTools(now, ended) {
  const row = make("div", "actions scenario-tools", "");
  const tool = (text, action) => row.append(makeButton("quiet", text, action));
  if (path.length) tool(say("scenarioBack"), () => makeMove("back"));
  if (ended) tool(say("scenarioAgain"), () => makeMove("again"));
  else tool(say("scenarioStop"), stopRun);
  now.appendChild(row);
}

/** What a run shows; nothing where evidence.js, which knows of items, never came. */
function finish(now, taken) {
  if (!course.evidence) return;
  const signs = [].concat(...taken.map(evidenceIn));
  const runs = runShares(signs);
  const shares = packShares(runs);
  if (meanShare(shares) >= meanShare(keptRun().shares)) keepRun({shares});
  if (!signs.length) return;
  const home = make("section", "showed", "");
  home.append(make("h3", "", say("scenarioShowed")), ...Object.keys(runs).map((code) => showing(code, signs)));
  (find(".ask", now) || now.lastElementChild).before(home);
}

/** How often choices fitted one item; folded behind it, the words that were chosen. */
function showing(code, signs) {
  const marks = [say("mark_off"), say("mark_part"), say("mark_good")];
  const mine = signs.filter((one) => one[0] === code).sort((one, other) => other[1] - one[1]);
  const counts = marks.map((word, value) => {
    const n = mine.filter((one) => one[1] === value).length;
    return n ? labelled("span", word, n) : "";
  }).filter(Boolean).reverse();
  const box = make("details", "", "");
  const lines = make("ul", "", "");
  lines.append(...mine.map(([, value, words]) => labelled("li", marks[value], words)));
  const head = make("summary", "", labelOf(code));
  counts.forEach((count, n) => head.append(n ? ", " : "", count));
  head.append(".");
  box.append(head, lines);
  return box;
}

/** A word of ours before words of the author's. */
function labelled(tag, word, text) {
  const made = make(tag, "", "");
  made.append(make("span", "", word), say("colon"), text);
  return made;
}

/** The words for an item, from the list at the page's end. */
function labelOf(code) {
  const line = all(".items li").find((one) => find(".code", one).textContent === code);
  return line ? `${line.firstChild.textContent.trim()} (${code}). ` : "";
}

/** "VIII.2:2 IX.5:1" as [["VIII.2", 2], ["IX.5", 1]]; nothing as []. */
function pairsOf(text) {
  return (text || "").split(" ").filter(Boolean).map((one) => {
    const [name, value] = one.split(":");
    return [name, Number(value)];
  });
}

/** What a choice shows: [item, value, the words of the choice]. */
function evidenceIn(choice) {
  return pairsOf(choice.dataset.evidence).map((one) => one.concat(find("a", choice).textContent.trim()));
}

/** One sentence for each meter after these choices. */
function metersAfter(meters, taken) {
  return meters.map((meter) => {
    let value = meter.start;
    for (const choice of taken) {
      for (const [id, by] of pairsOf(choice.dataset.effects)) {
        if (id === meter.id) value = Math.min(meter.max, Math.max(meter.min, value + by));
      }
    }
    const steps = Object.keys(meter.words).map(Number).sort((a, b) => a - b);
    const words = meter.words[steps.filter((step) => step <= value).pop()] || meter.words[steps[0]] || "";
    return words && (/[.!?…]$/.test(words) ? words : `${words}.`);
  }).filter(Boolean).join(" ");
}

part({
  wake: () => all(".scenario").forEach(startScenario),
});
