/*
 * Private writing: kept in the device's storage under a key of its own, and nowhere else.
 * Knows neither the platform nor the state; nothing here is ever read by other code. It comes after
 * the page, so a learner may have begun to write by then.
 */

const notes = {};
let noteTimer = 0;

function loadNotes() {
  const key = keyFor(":journal");
  let kept = null;
  try {
    kept = JSON.parse(key && store.get(key));
  } catch (error) {
    // Unreadable: begin anew.
  }
  for (const id of Object.keys(kept || {})) notes[id] = withTyped(kept[id], notes[id] || "");
}

/** A kept text and one that was typed before it was here: neither is lost. */
function withTyped(kept, typed) {
  if (typed.includes(kept)) return typed;
  return kept.includes(typed) ? kept : `${kept}\n\n${typed}`;
}

/** True if the notes will be there tomorrow. */
function keepNotes() {
  clearTimeout(noteTimer);
  const key = keyFor(":journal");
  for (const id of Object.keys(notes)) if (!notes[id]) delete notes[id];
  const text = Object.keys(notes).length ? JSON.stringify(notes) : null;
  return Boolean(key) && store.set(key, text);
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
  const kept = notes[id] || "";
  const wrote = () => {
    notes[id] = field.value;
    erase.hidden = !field.value;
    clearTimeout(noteTimer);
    noteTimer = setTimeout(() => { line.textContent = keepNotes() ? say("saved") : say("notSaved"); }, 600);
  };
  field.value = notes[id] = withTyped(kept, field.value);
  erase.hidden = !field.value;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", wrote);
  line.after(erase);
  if (field.value !== kept) wrote(); // typed before this script was here
}

/** A button that asks once more before it deletes. */
function eraser(word, action) {
  const made = makeButton("quiet erase", word, () => {
    const sure = made.textContent !== word;
    made.textContent = sure ? word : say("eraseSure");
    if (sure) action();
  });
  made.onblur = () => { made.textContent = word; };
  return made;
}

part({
  wake() {
    loadNotes();
    all("[data-journal]").forEach(startJournal);
  },
  refresh() {
    loadNotes();
    all("[data-journal]").forEach((field) => {
      field.value = notes[field.dataset.journal] = withTyped(notes[field.dataset.journal] || "", field.value);
    });
  },
  leave: keepNotes,
});
