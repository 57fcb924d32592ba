/*
 * Private writing: kept in the device's storage and nowhere else, sent to nobody. With the switch
 * for shared computers on, nothing is kept at all.
 */

window.MoocbuildJournal = function MoocbuildJournal(key, words) {
  "use strict";
  const NOTHING = "moocbuild:nothing";
  const notes = {};
  let timer = 0;

  function stored(name) {
    try {
      return window.localStorage.getItem(name);
    } catch (error) {
      return null;
    }
  }

  /** True if it will be there tomorrow. */
  function store(name, text) {
    try {
      if (text === null) window.localStorage.removeItem(name);
      else window.localStorage.setItem(name, text);
      return true;
    } catch (error) {
      return false;
    }
  }

  function load() {
    let kept = {};
    try {
      kept = JSON.parse((key && stored(key)) || "{}") || {};
    } catch (error) {
      // Unreadable: begin anew.
    }
    Object.keys(kept).forEach((id) => { if (typeof kept[id] === "string") notes[id] = kept[id]; });
  }

  function keep() {
    clearTimeout(timer);
    const written = {};
    Object.keys(notes).filter((id) => notes[id]).forEach((id) => { written[id] = notes[id]; });
    if (!key || stored(NOTHING)) return false;
    return store(key, Object.keys(written).length ? JSON.stringify(written) : null);
  }

  function wakeField(prompt) {
    const id = prompt.dataset.prompt;
    const field = prompt.querySelector("textarea");
    const saved = prompt.querySelector(".mb-saved");
    const erase = prompt.querySelector(".mb-erase");
    prompt.querySelector(".mb-writing").hidden = false;
    field.value = notes[id] || "";
    erase.hidden = !field.value;
    field.addEventListener("input", () => {
      notes[id] = field.value;
      erase.hidden = !field.value;
      clearTimeout(timer);
      timer = setTimeout(() => { saved.textContent = keep() ? words.saved : words.notSaved; }, 600);
    });
    twice(erase, () => {
      notes[id] = field.value = "";
      keep();
      saved.textContent = "";
      erase.hidden = true;
      field.focus();
    });
  }

  /** A button that asks once more before it deletes. */
  function twice(button, action) {
    const word = button.textContent;
    button.addEventListener("click", () => {
      const sure = button.textContent !== word;
      button.textContent = sure ? word : words.eraseSure;
      if (sure) action();
    });
    button.addEventListener("blur", () => { button.textContent = word; });
  }

  window.addEventListener("pagehide", keep);
  load();
  return {
    notes,
    keep,
    twice,
    wake: (within) => within.querySelectorAll("[data-prompt]").forEach(wakeField),
    keepsNothing: () => Boolean(stored(NOTHING)),
    /** The switch: what is kept now is deleted at once. */
    keepNothing(on) {
      store(NOTHING, on ? "1" : null);
      if (on && key) store(key, null);
      else keep();
    },
    eraseAll() {
      Object.keys(notes).forEach((id) => { notes[id] = ""; });
      if (key) store(key, null);
    },
  };
};
