/* The map and the journal: taking them away as files, and deleting one's own words. */

/* exported MoocbuildCompetencies */
function MoocbuildCompetencies(runtime, element, told) {
  "use strict";
  const root = (element[0] || element).querySelector(".mb-competencies");
  const find = (selector) => root.querySelector(selector);
  const all = (selector, within) => Array.from((within || root).querySelectorAll(selector));
  const words = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const journal = window.MoocbuildJournal(told.journal, told.words);

  function save(name, lines) {
    const link = document.createElement("a");
    const day = new Date().toLocaleDateString(document.documentElement.lang || undefined);
    const text = ["\ufeff" + words(find("h3")), day, ""].concat(lines, "").join("\r\n");
    link.href = URL.createObjectURL(new Blob([text], {type: "text/plain"}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function exportMap() {
    save("my-competencies.txt", all("tr[data-item]").map((row) => [
      row.dataset.item, words(row.querySelector("th")), words(row.querySelector("td")),
    ].join("\t")));
  }

  function exportJournal() {
    const lines = [];
    const known = all("[data-prompt]").map((prompt) => {
      const said = journal.notes[prompt.dataset.prompt];
      if (said) {
        const head = prompt.querySelector("h5");
        lines.push(head ? words(head) : "", words(prompt.querySelector(".mb-asked")), "", said, "", "");
      }
      return prompt.dataset.prompt;
    });
    Object.keys(journal.notes).filter((id) => journal.notes[id] && !known.includes(id))
      .forEach((id) => lines.push(told.words.earlier, "", journal.notes[id], "", ""));
    save("my-journal.txt", lines);
  }

  /** Which pages have something of one's own: it stands folded. */
  function mark() {
    all(".mb-page").forEach((page) => {
      const written = all("textarea", page).some((field) => field.value);
      page.querySelector(".mb-written").hidden = !written;
    });
  }

  function startJournal(section) {
    journal.wake(section);
    mark();
    section.addEventListener("input", mark);
    section.addEventListener("click", mark);
    section.querySelector(".mb-export-journal").addEventListener("click", exportJournal);
    journal.twice(section.querySelector(".mb-erase-journal"), () => {
      journal.eraseAll();
      all("textarea", section).forEach((field) => { field.value = ""; });
      all(".mb-erase, .mb-saved", section).forEach((part) => {
        if (part.matches("button")) part.hidden = true;
        else part.textContent = "";
      });
      mark();
    });
    const nothing = section.querySelector(".mb-nothing");
    nothing.checked = journal.keepsNothing();
    nothing.addEventListener("change", () => journal.keepNothing(nothing.checked));
  }

  all(".mb-needs-script").forEach((part) => { part.hidden = false; });
  find(".mb-export-map").addEventListener("click", exportMap);
  if (find(".mb-journal")) startJournal(find(".mb-journal"));
}
