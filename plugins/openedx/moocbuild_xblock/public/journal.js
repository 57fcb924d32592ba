/*
 * Private writing: kept in the device's storage and nowhere else, sent to nobody. With the switch
 * for shared computers on, nothing is kept at all.
 */

/** The device's storage, which a browser may refuse. */
window.MoocbuildDevice = {
  NOTHING: "moocbuild:nothing",

  read(name) {
    try {
      return window.localStorage.getItem(name);
    } catch (error) {
      return null;
    }
  },

  /** True if it will be there tomorrow. */
  write(name, text) {
    try {
      if (text === null) window.localStorage.removeItem(name);
      else window.localStorage.setItem(name, text);
      return true;
    } catch (error) {
      return false;
    }
  },
};

window.MoocbuildJournal = class {
  constructor(key, words) {
    this.key = key;
    this.words = words;
    this.device = window.MoocbuildDevice;
    this.notes = this.load();
    this.timer = 0;
    window.addEventListener("pagehide", () => this.keep());
  }

  load() {
    let kept = {};
    try {
      kept = JSON.parse((this.key && this.device.read(this.key)) || "{}") || {};
    } catch (error) {
      // Unreadable: begin anew.
    }
    const texts = Object.entries(kept).filter(([, text]) => typeof text === "string");
    return texts.reduce((notes, [id, text]) => Object.assign(notes, {[id]: text}), {});
  }

  keep() {
    clearTimeout(this.timer);
    if (!this.key || this.keepsNothing()) return false;
    const written = {};
    Object.keys(this.notes).filter((id) => this.notes[id]).forEach((id) => { written[id] = this.notes[id]; });
    return this.device.write(this.key, Object.keys(written).length ? JSON.stringify(written) : null);
  }

  wake(within) {
    within.querySelectorAll("[data-prompt]").forEach((prompt) => this.wakeField(prompt));
  }

  wakeField(prompt) {
    const id = prompt.dataset.prompt;
    const field = prompt.querySelector("textarea");
    const saved = prompt.querySelector(".mb-saved");
    const erase = prompt.querySelector(".mb-erase");
    prompt.querySelector(".mb-writing").hidden = false;
    field.value = this.notes[id] || "";
    erase.hidden = !field.value;
    field.addEventListener("input", () => {
      this.notes[id] = field.value;
      erase.hidden = !field.value;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        saved.textContent = this.keep() ? this.words.saved : this.words.notSaved;
      }, 600);
    });
    this.twice(erase, () => {
      this.notes[id] = field.value = "";
      this.keep();
      saved.textContent = "";
      erase.hidden = true;
      field.focus();
    });
  }

  /** A button that asks once more before it deletes. */
  twice(button, action) {
    const word = button.textContent;
    button.addEventListener("click", () => {
      const sure = button.textContent !== word;
      button.textContent = sure ? word : this.words.eraseSure;
      if (sure) action();
    });
    button.addEventListener("blur", () => { button.textContent = word; });
  }

  keepsNothing() {
    return Boolean(this.device.read(this.device.NOTHING));
  }

  /** The switch: what is kept now is deleted at once. */
  keepNothing(on) {
    this.device.write(this.device.NOTHING, on ? "1" : null);
    if (on && this.key) this.device.write(this.key, null);
    else this.keep();
  }

  eraseAll() {
    Object.keys(this.notes).forEach((id) => { this.notes[id] = ""; });
    if (this.key) this.device.write(this.key, null);
  }
};
