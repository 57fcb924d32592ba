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

/** All notes on one page, to read, take away or delete. */
function startOverview(section) {
  section.textContent = "";
  const ids = Object.keys(notes).filter((id) => notes[id]);
  section.hidden = !ids.length;
  section.appendChild(make("h2", "", say("journal")));
  const texts = ids.map((id) => {
    const page = pageWith("id", (course.questions[id] || {}).page);
    const title = page ? page.title : id;
    const heading = section.appendChild(make("h3", "", page ? "" : title));
    if (page) heading.appendChild(link(`${page.file}#q-${id}`, title));
    section.appendChild(make("p", "note-text", notes[id]));
    return `${title}\n\n${notes[id]}\n`;
  });
  const row = section.appendChild(make("div", "actions", ""));
  const take = row.appendChild(link("", say("exportJournal")));
  take.className = "button quiet";
  take.download = "journal.txt";
  take.onclick = () => {
    take.href = URL.createObjectURL(new Blob([texts.join("\n\n")], {type: "text/plain"}));
  };
  row.appendChild(eraser(say("eraseJournal"), () => {
    notes = {};
    keepNotes();
    startOverview(section);
  }));
}
