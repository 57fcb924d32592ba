/* Steps to put in order, by buttons and a list of places; and other places for options.
   After: score_rows.js row_feedback.js draw.js */

const pageSeed = Math.floor(Math.random() * 46000) + 1;

KINDS.order = {
  key: stepIds,
  response: stepIds,
  first: () => "chooseFirst",
  start: startOrder,
  wire: (key, response) => ({type: "sequencing", response, patterns: [key]}),
  notes: (form, key) => all(".step", form).forEach((step, n) => {
    const right = step.dataset.step === key[n];
    markPart(step, right, !right);
  }),
  reveal(form, key) {
    key.forEach((id) => find(".steps", form).append(find(`[data-step="${id}"]`, form)));
    numberSteps(form);
    all(".step .made", form).forEach((mark) => mark.remove());
  },
};

function stepIds(form) {
  return all(".step", form).map((step) => step.dataset.step);
}

function startOrder(form) {
  const steps = all(".step", form);
  for (const step of steps) {
    const name = nameOf(step);
    const tools = make("span", "tools", "");
    const add = (tool, label) => {
      tool.setAttribute("aria-label", label + say("colon") + name);
      tools.append(tool);
    };
    const move = (sign, label, by) => {
      const tool = makeButton(by < 0 ? "up" : "down", sign, () => {
        moveStep(form, step, all(".step", form).indexOf(step) + by);
        tool.focus();
      });
      add(tool, label);
    };
    const choose = make("select", "position", "");
    steps.forEach((_, n) => choose.add(new Option(n + 1, n)));
    choose.onchange = () => {
      moveStep(form, step, Number(choose.value));
      choose.focus();
    };
    move("\u2191", say("up"), -1);
    move("\u2193", say("down"), 1);
    add(choose, say("position"));
    find(".text", step).after(tools);
  }
  shuffleParts(form, pageSeed);
}

/** The words of a step; of a picture its description, of a formula what is read out. */
function nameOf(step) {
  const text = find(".text", step);
  return text.dataset.name || text.textContent.trim() || all("img", text).map((image) => image.alt).join(" ");
}

function moveStep(form, step, place) {
  const steps = all(".step", form).filter((one) => one !== step);
  if (place < 0 || place > steps.length) return;
  if (asked.get(form).answered) tryAgain(form);
  find(".steps", form).insertBefore(step, steps[place] || null);
  numberSteps(form);
  verdict(form, say("moved", {n: place + 1, total: steps.length + 1}), "");
  find(".verdict", form).prepend(nameOf(step) + say("colon"));
}

function numberSteps(form) {
  all(".step", form).forEach((step, n) => { find("select", step).value = n; });
}

/** Other places for options and steps; steps never in their right order. */
function shuffleParts(form, seed) {
  const {key} = asked.get(form);
  const {kind} = form.dataset;
  const reorder = (pieces, ids, name) => {
    const home = pieces[0].parentNode;
    ids.forEach((id) => home.append(pieces.find((piece) => piece.dataset[name] === id)));
  };
  if (kind === "single" || kind === "multiple") {
    reorder(all(".option", form), shuffled(Object.keys(key).sort(), seed), "option");
  } else if (kind === "order" && key.length > 1) {
    const ids = shuffled(key, seed);
    if (ids.every((id, n) => id === key[n])) ids.push(ids.shift());
    reorder(all(".step", form), ids, "step");
    numberSteps(form);
  }
}

each("refresh");
