/*
 * Shows an item of QTI 3 in the player on this page, answers it, and says what comes of it.
 * Answers are given as learners give them where the player has a control; where one drags, what
 * dragging sets is set.
 */
async ([xml, answers]) => {
  const textsOf = (node) => node.nodeType === Node.TEXT_NODE ? [node.data]
    : Array.from(node.childNodes).flatMap(textsOf);
  const holder = document.createElement("qti-item");
  const container = holder.appendChild(document.createElement("item-container"));
  container.itemXML = xml;
  document.querySelector("main").replaceChildren(holder);
  const soon = async (look) => {
    for (let n = 0; n < 200; n++) {
      const found = look();
      if (found) return found;
      await new Promise((next) => setTimeout(next, 10));
    }
    throw Error(`not shown: ${look}`);
  };
  const item = await soon(() => container.shadowRoot?.querySelector("qti-assessment-item"));
  await item.updateComplete;
  await new Promise((next) => setTimeout(next, 50));
  for (const [id, given] of Object.entries(answers)) {
    const asked = item.querySelector(`[response-identifier="${id}"]`);
    switch (asked.localName) {
      case "qti-choice-interaction":
      case "qti-hottext-interaction":
        for (const one of given) asked.querySelector(`[identifier="${one}"]`).click();
        break;
      case "qti-text-entry-interaction": {
        const field = asked.shadowRoot.querySelector("input");
        field.value = given[0] || "";
        for (const what of ["input", "keyup", "change"]) {
          field.dispatchEvent(new Event(what, {bubbles: true}));
        }
        break;
      }
      case "qti-inline-choice-interaction": {
        const list = asked.shadowRoot.querySelector("select");
        if (list) {
          list.value = given[0];
          list.dispatchEvent(new Event("change", {bubbles: true}));
        } else {
          asked.response = given[0];
          asked.saveResponse(given[0]);
        }
        break;
      }
      default:
        item.updateResponseVariable(id, given);
    }
  }
  await new Promise((next) => setTimeout(next, 20));
  item.processResponse();
  await new Promise((next) => setTimeout(next, 20));
  const kept = Object.keys(answers).map((id) => [id, item.getResponse(id).value]);
  const outcomes = item.variables.filter(({type}) => type === "outcome");
  return {
    score: Number(item.getOutcome("SCORE").value), kept: Object.fromEntries(kept),
    told: outcomes.map(({identifier, value}) => [identifier, [].concat(value)]),
    words: textsOf(item).join(" "),
  };
}
