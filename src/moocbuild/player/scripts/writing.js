/* The page of all writing, to read, take away or delete. */

/** Each note beside the question that asked for it. */
function startOverview(section) {
  const rows = all("[data-note]", section);
  const known = rows.map((row) => row.dataset.note);
  const written = () => Object.keys(notes).filter((id) => notes[id]);
  for (const row of rows) {
    const line = find(".note-text", row);
    line.dataset.none = line.dataset.none || line.textContent;
    line.textContent = notes[row.dataset.note] || line.dataset.none;
    row.classList.toggle("empty", !notes[row.dataset.note]);
  }
  all(".earlier", section).forEach((old) => old.remove());
  const lost = written().filter((id) => !known.includes(id));
  if (lost.length) {
    const rest = section.appendChild(make("section", "earlier", ""));
    rest.appendChild(make("h2", "", say("earlier")));
    for (const id of lost) rest.appendChild(make("p", "note-text", notes[id]));
  }
  const actions = find(".actions", section);
  actions.textContent = "";
  actions.hidden = !written().length;
  actions.appendChild(download(say("exportJournal"), say("journalFile"), () => {
    const texts = rows.filter((row) => notes[row.dataset.note]).map((row) => [
      find("h3", row).textContent, find(".prompt", row).textContent.trim(), "", notes[row.dataset.note], "", "",
    ]);
    return [].concat(...texts, ...lost.map((id) => [notes[id], "", ""]));
  }));
  actions.appendChild(eraser(say("eraseJournal"), () => {
    Object.keys(notes).forEach((id) => { delete notes[id]; });
    keepNotes();
    startOverview(section);
    focusOn(find("h1"));
  }));
  section.classList.add("drawn");
}

part({
  wake: () => all("[data-journals]").forEach(startOverview),
  refresh: () => all("[data-journals]").forEach(startOverview),
});
