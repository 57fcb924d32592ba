/*
 * Private writing: kept in the device's storage under a key of its own, and nowhere else.
 * Knows neither the platform nor the state; nothing here is ever read by other code.
 */

let notes = {};
let noteTimer = 0;

function journalKey() {
  return storageKey && `${storageKey}:journal`;
}

function loadNotes() {
  let kept = null;
  try {
    kept = JSON.parse((journalKey() && store.get(journalKey())) || "{}");
  } catch (error) {
    // Unreadable: begin anew.
  }
  notes = Object.assign({}, kept, notes);
}

/** True if the notes will be there tomorrow. */
function keepNotes() {
  clearTimeout(noteTimer);
  for (const id of Object.keys(notes)) if (!notes[id]) delete notes[id];
  const text = Object.keys(notes).length ? JSON.stringify(notes) : null;
  return Boolean(journalKey()) && store.set(journalKey(), text);
}

/** The shared-computer switch: what is kept leaves the device, or what is at hand goes back to it. */
function keepNothing(on) {
  store.nothing = on;
  const mine = (key) => key !== lookKey && key.startsWith(`moocbuild:${course.course}`);
  try {
    if (on) Object.keys(localStorage).filter(mine).forEach((key) => localStorage.removeItem(key));
  } catch (error) {
    // Blocked: nothing is there.
  }
  if (!on) Object.keys(store.memory).forEach((key) => store.set(key, store.memory[key]));
  keepNotes();
  mirrorState(!timer);
}

function startJournal(field) {
  const id = field.dataset.journal;
  const form = field.closest("form");
  const line = find(".saved", form);
  const erase = eraser(say("erase"), () => {
    field.value = "";
    notes[id] = "";
    keepNotes();
    line.textContent = "";
    erase.hidden = true;
    field.focus();
  });
  field.value = field.value || notes[id] || "";
  erase.hidden = !field.value;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    notes[id] = field.value;
    erase.hidden = !field.value;
    clearTimeout(noteTimer);
    noteTimer = setTimeout(() => { line.textContent = say(keepNotes() ? "saved" : "notSaved"); }, 600);
  });
  line.after(erase);
}

/** A button that asks once more before it deletes. */
function eraser(word, action) {
  const made = make("button", "quiet erase", word);
  made.type = "button";
  made.onclick = () => {
    const sure = made.textContent !== word;
    made.textContent = sure ? word : say("eraseSure");
    if (sure) action();
  };
  made.onblur = () => { made.textContent = word; };
  return made;
}

/** The page of all writing: each note beside the question that asked for it. */
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
    const part = section.appendChild(make("section", "earlier", ""));
    part.appendChild(make("h2", "", say("earlier")));
    for (const id of lost) part.appendChild(make("p", "note-text", notes[id]));
  }
  const actions = find(".actions", section);
  actions.textContent = "";
  actions.hidden = !written().length;
  actions.appendChild(download(say("exportJournal"), say("journalFile"), () => {
    const asked = rows.filter((row) => notes[row.dataset.note]).map((row) => [
      find("h3", row).textContent, find(".prompt", row).textContent.trim(), "", notes[row.dataset.note], "", "",
    ]);
    return [].concat(...asked, ...lost.map((id) => [notes[id], "", ""]));
  }));
  actions.appendChild(eraser(say("eraseJournal"), () => {
    notes = {};
    keepNotes();
    startOverview(section);
    focusOn(find("h1"));
  }));
}
