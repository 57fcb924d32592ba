/* Saying of a row or step, beside it, how it fits. */

/** Says of a row or step how it fits, and shows its note where that helps. */
function markPart(piece, right, helps) {
  const note = find(".feedback", piece);
  const box = make("div", `feedback shown made ${right ? "good" : "off"}`, "");
  box.append(make("p", "mark", right ? say("mark_good") : say("mark_off")));
  note.before(box);
  if (helps && note.textContent.trim()) note.classList.add("shown");
}
