/*
 * Simulations: one scene at a time, as a conversation that grows. The page holds every scene; the
 * conversation is made of copies, as a scene may come twice. Knows the page and the way through
 * it; what the way shows of competencies is evidence.js's.
 */

function startScenario(section) {
  const ordinal = ordinalOf(section);
  const scenes = {};
  all(".scene", section).forEach((scene) => { scenes[scene.dataset.scene] = scene; });
  const talk = make("div", "talk", "");
  const opener = find(".start", section);
  const debrief = find(".debrief", section);
  let path = []; // ids of the choices taken

  const kept = () => state.scenarios[ordinal] || {done: 0, shares: "", path: []};
  const keep = (values) => keepScenario(ordinal, () => values);
  const choices = (scene) => all("[data-choice]", scene);

  /** The steps of the path: [{scene, choice}], the last without a choice. */
  function walk() {
    const steps = [];
    let scene = scenes[section.dataset.start];
    for (const taken of path) {
      const choice = choices(scene).find((one) => one.dataset.choice === taken);
      if (!choice || !scenes[choice.dataset.goes]) break;
      steps.push({scene, choice});
      scene = scenes[choice.dataset.goes];
    }
    path = path.slice(0, steps.length);
    return steps.concat({scene, choice: null});
  }

  function play() {
    const steps = walk();
    opener.hidden = true;
    talk.textContent = "";
    const made = steps.map(({scene, choice}, n) => talk.appendChild(
      choice ? past(scene, choice) : present(scene, steps.slice(0, n)),
    ));
    const now = made[made.length - 1];
    const ended = now.hasAttribute("data-end");
    debrief.hidden = !ended;
    keep(ended ? {path: [], done: 2} : {path: path.slice(0, 150)});
    if (ended) finish(now, steps);
    tools(now, ended);
    focusOn(now);
    paint();
  }

  function copy(scene) {
    const made = scene.cloneNode(true);
    made.hidden = false;
    made.removeAttribute("id");
    all("[id]", made).forEach((inner) => inner.removeAttribute("id"));
    return made;
  }

  /** A scene that was answered: the words chosen stay, with what they led to. */
  function past(scene, choice) {
    const made = copy(scene);
    const list = find(".choices", made);
    const taken = choices(made).find((one) => one.dataset.choice === choice.dataset.choice);
    const said = make("p", "said", "");
    said.appendChild(make("b", "", `${say("scenarioSaid")} `));
    said.append(...find("a", taken).childNodes);
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

  function present(scene, before) {
    const made = copy(scene);
    const mood = metersAfter(JSON.parse(section.dataset.meters || "[]"), before.map((step) => step.choice));
    if (mood) find("h2", made).after(make("p", "meters", mood));
    for (const item of choices(made)) {
      const choose = makeButton("choice", "", () => take(item.dataset.choice, item.dataset.goes, made));
      choose.append(...find("a", item).childNodes);
      find("a", item).replaceWith(choose);
    }
    return made;
  }

  /** From an ending the way back leads to the moment itself, as if it had not been spoken yet. */
  function take(choice, goes, from) {
    const before = walk().findIndex((step) => step.scene.dataset.scene === goes);
    if (from.hasAttribute("data-end") && before >= 0) path = path.slice(0, before);
    else path.push(choice);
    play();
  }

  function tools(now, ended) {
    const row = make("div", "actions scenario-tools", "");
    const tool = (text, action) => row.append(makeButton("quiet", text, action));
    if (path.length) tool(say("scenarioBack"), () => { path.pop(); play(); });
    if (ended) tool(say("scenarioAgain"), () => { path = []; play(); });
    else tool(say("scenarioStop"), () => { opening(); stopped(); });
    now.appendChild(row);
  }

  function finish(now, steps) {
    const signs = [];
    steps.forEach(({choice}) => choice && signs.push(...evidenceIn(choice)));
    const runs = runShares(signs);
    const shares = packShares(runs);
    if (meanShare(shares) >= meanShare(kept().shares)) keep({shares});
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
      return n ? `${word}: ${n}` : "";
    }).filter(Boolean).reverse();
    const box = make("details", "", "");
    const lines = make("ul", "", "");
    lines.append(...mine.map(([, value, words]) => make("li", "", `${marks[value]}: ${words}`)));
    box.append(make("summary", "", `${labelOf(code)}${counts.join(", ")}.`), lines);
    return box;
  }

  function stopped() {
    const line = make("p", "stopped", say("scenarioStopped"));
    line.setAttribute("role", "status");
    all(".stopped", opener).forEach((old) => old.remove());
    opener.prepend(line);
  }

  function opening() {
    talk.textContent = "";
    opener.hidden = false;
    debrief.hidden = true;
    path = kept().path.slice();
    const row = find(".actions", opener);
    all("button", row).forEach((old) => old.remove());
    const word = kept().path.length ? say("scenarioGo") : kept().done > 1 ? say("scenarioAgain") : say("scenarioStart");
    row.prepend(makeButton("primary", word, play));
  }

  all(".scene", section).forEach((scene) => { scene.hidden = true; });
  debrief.before(talk);
  opening();
}

/** The words for an item, from the list at the page's end. */
function labelOf(code) {
  const line = all(".items li").find((one) => find(".code", one).textContent === code);
  return line ? `${line.firstChild.textContent.trim()} (${code}). ` : "";
}

/** "VIII.2:2 IX.5:1" as [["VIII.2", 2, words], ["IX.5", 1, words]] with the words of the choice. */
function evidenceIn(choice) {
  return (choice.dataset.evidence || "").split(/\s+/).filter(Boolean).map((one) => {
    const [code, value] = one.split(":");
    return [code, Number(value), find("a", choice).textContent.trim()];
  });
}

/** One sentence for each meter after these choices. */
function metersAfter(meters, taken) {
  return meters.map((meter) => {
    let value = meter.start;
    for (const choice of taken) {
      for (const effect of (choice.dataset.effects || "").split(/\s+/)) {
        const [id, by] = effect.split(":");
        if (id === meter.id) value = Math.min(meter.max, Math.max(meter.min, value + Number(by)));
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
