/* The map and the journal: taking them away as files, and deleting one's own words. */

window.MoocbuildRecord = class {
  constructor(root, told) {
    this.root = root;
    this.words = told.words;
    this.journal = new window.MoocbuildJournal(told.journal, told.words);
  }

  start() {
    this.all(".mb-needs-script").forEach((part) => { part.hidden = false; });
    this.find(".mb-export-map").addEventListener("click", () => this.exportMap());
    if (this.find(".mb-journal")) this.startJournal(this.find(".mb-journal"));
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  all(selector, within) {
    return Array.from((within || this.root).querySelectorAll(selector));
  }

  said(node) {
    return node.textContent.replace(/\s+/g, " ").trim();
  }

  save(name, lines) {
    const link = document.createElement("a");
    const day = new Date().toLocaleDateString(document.documentElement.lang || undefined);
    const text = ["\ufeff" + this.said(this.find("h3")), day, ""].concat(lines, "").join("\r\n");
    link.href = URL.createObjectURL(new Blob([text], {type: "text/plain"}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  exportMap() {
    this.save("my-competencies.txt", this.all("tr[data-item]").map((row) => [
      row.dataset.item, this.said(row.querySelector("th")), this.said(row.querySelector("td")),
    ].join("\t")));
  }

  exportJournal() {
    const {notes} = this.journal;
    const lines = [];
    const known = this.all("[data-prompt]").map((prompt) => {
      const written = notes[prompt.dataset.prompt];
      if (written) {
        const head = prompt.querySelector("h5");
        lines.push(head ? this.said(head) : "", this.said(prompt.querySelector(".mb-asked")), "", written, "", "");
      }
      return prompt.dataset.prompt;
    });
    Object.keys(notes).filter((id) => notes[id] && !known.includes(id))
      .forEach((id) => lines.push(this.words.earlier, "", notes[id], "", ""));
    this.save("my-journal.txt", lines);
  }

  /** Which pages have something of one's own: it stands folded. */
  mark() {
    this.all(".mb-page").forEach((page) => {
      const written = this.all("textarea", page).some((field) => field.value);
      page.querySelector(".mb-written").hidden = !written;
    });
  }

  startJournal(section) {
    this.journal.wake(section);
    this.mark();
    section.addEventListener("input", () => this.mark());
    section.addEventListener("click", () => this.mark());
    section.querySelector(".mb-export-journal").addEventListener("click", () => this.exportJournal());
    this.journal.twice(section.querySelector(".mb-erase-journal"), () => this.eraseJournal(section));
    const nothing = section.querySelector(".mb-nothing");
    nothing.checked = this.journal.keepsNothing();
    nothing.addEventListener("change", () => this.journal.keepNothing(nothing.checked));
  }

  eraseJournal(section) {
    this.journal.eraseAll();
    this.all("textarea", section).forEach((field) => { field.value = ""; });
    this.all(".mb-erase, .mb-saved", section).forEach((part) => {
      if (part.matches("button")) part.hidden = true;
      else part.textContent = "";
    });
    this.mark();
  }
};

/* exported MoocbuildCompetencies */
function MoocbuildCompetencies(runtime, element, told) {
  "use strict";
  const root = (element[0] || element).querySelector(".mb-competencies");
  new window.MoocbuildRecord(root, told).start();
}
