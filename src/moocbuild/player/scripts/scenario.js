/*
 * Simulations: one scene at a time, as a conversation that grows. The page holds every scene; the
 * conversation is made of copies, as a scene may come twice. Knows the page and the way through
 * it; what the way shows of competencies is evidence.js's.
 */

function startScenario(section) {
  const id = section.dataset.scenario;
  if (!course.scenarios[id]) return;
  const {ordinal} = course.scenarios[id];
  const scenes = {};
  all(".scene", section).forEach((scene) => { scenes[scene.dataset.scene] = scene; });
  const talk = make("div", "talk", "");
  const start = find(".start", section);
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
    start.hidden = true;
    talk.textContent = "";
    const parts = steps.map(({scene, choice}, n) => talk.appendChild(
      choice ? past(scene, choice) : present(scene, steps.slice(0, n)),
    ));
    const now = parts[parts.length - 1];
    const ended = now.hasAttribute("data-end");
    debrief.hidden = !ended;
    keep(ended ? {path: [], done: 2} : {path: path.slice(0, 150)});
    if (ended) end(now, steps);
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
      const choose = make("button", "choice", "");
      choose.type = "button";
      choose.append(...find("a", item).childNodes);
      choose.onclick = () => take(item.dataset.choice, item.dataset.goes, made);
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
    const tool = (word, action) => {
      const made = make("button", "quiet", say(word));
      made.type = "button";
      made.onclick = action;
      row.appendChild(made);
    };
    if (path.length) tool("scenarioBack", () => { path.pop(); play(); });
    if (ended) tool("scenarioAgain", () => { path = []; play(); });
    else tool("scenarioStop", () => { opening(); verdictOf(say("scenarioStopped")); });
    now.appendChild(row);
  }

  function end(now, steps) {
    const shown = [];
    steps.forEach(({choice}) => choice && shown.push(...evidenceIn(choice)));
    const shares = packShares(runShares(shown));
    if (meanShare(shares) >= meanShare(kept().shares)) keep({shares});
    if (!shown.length) return;
    const list = make("ul", "what-showed", "");
    const words = ["off", "part", "good"];
    for (const code of Object.keys(runShares(shown))) {
      const counts = words.map((word, value) => {
        const n = shown.filter((one) => one[0] === code && one[1] === value).length;
        return n ? `${say(`mark_${word}`)}: ${n}` : "";
      }).filter(Boolean).reverse();
      const {label} = course.items[code] || {label: ""};
      list.appendChild(make("li", "", `${label} (${code}). ${counts.join(", ")}.`));
    }
    const home = make("section", "showed", "");
    home.append(make("h3", "", say("map")), list);
    (find(".ask", now) || now.lastElementChild).before(home);
  }

  function verdictOf(text) {
    const line = make("p", "stopped", text);
    line.setAttribute("role", "status");
    all(".stopped", start).forEach((old) => old.remove());
    start.insertBefore(line, start.firstChild);
  }

  function opening() {
    talk.textContent = "";
    start.hidden = false;
    debrief.hidden = true;
    path = kept().path.slice();
    const row = find(".actions", start);
    all("button", row).forEach((old) => old.remove());
    const word = kept().path.length ? "scenarioGo" : kept().done > 1 ? "scenarioAgain" : "scenarioStart";
    const begin = make("button", "primary", say(word));
    begin.type = "button";
    begin.onclick = play;
    row.insertBefore(begin, row.firstChild);
  }

  all(".scene", section).forEach((scene) => { scene.hidden = true; });
  debrief.before(talk);
  opening();
}

function keepScenario(ordinal, values) {
  change((s) => {
    const kept = Object.assign({done: 0, shares: "", path: []}, s.scenarios[ordinal]);
    s.scenarios[ordinal] = Object.assign(kept, values(kept));
  });
}

/** "VIII.2:2 IX.5:1" as [["VIII.2", 2], ["IX.5", 1]]. */
function evidenceIn(choice) {
  return (choice.dataset.evidence || "").split(/\s+/).filter(Boolean).map((one) => {
    const [code, value] = one.split(":");
    return [code, Number(value)];
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
