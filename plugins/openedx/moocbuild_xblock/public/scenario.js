/* Plays a simulation: sends what was chosen, shows what the server answers. Knows no story. */

window.MoocbuildPlay = class {
  constructor(url, root, told) {
    this.url = url;
    this.root = root;
    this.words = told.words;
    this.stage = root.querySelector(".mb-stage");
    this.note = root.querySelector(".mb-note[role=status]");
    this.journal = new window.MoocbuildJournal(told.journal, told.words);
    this.waits = [1000, 2000, 4000, 5000];
    this.seq = Number(root.dataset.seq);
    this.waiting = false;
    this.failures = 0;
  }

  start() {
    this.stage.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-do]");
      if (!button) return;
      const now = this.stage.querySelector(".mb-now");
      const {do: what, choice} = button.dataset;
      this.act(choice ? {do: what, scene: now.dataset.scene, choice} : {do: what});
    });
    this.root.querySelector(".mb-reading").addEventListener("toggle", (event) => {
      if (event.target.open && !event.target.dataset.told && !this.waiting) {
        event.target.dataset.told = "true";
        this.act({do: "read"});
      }
    });
    this.wake();
  }

  act(move) {
    if (this.waiting) return;
    this.waiting = true;
    this.stage.setAttribute("aria-busy", "true");
    this.send(Object.assign({seq: this.seq + 1}, move));
  }

  send(move) {
    window.jQuery.ajax({
      url: this.url, method: "POST", contentType: "application/json", dataType: "json", data: JSON.stringify(move),
    }).then((answer) => this.taken(answer, move), (failed) => {
      if (failed.responseJSON && failed.responseJSON.html) this.taken(failed.responseJSON, move);
      else if (failed.status === 0 || failed.status >= 500) this.retry(move);
      else this.done(this.words.signedOut); // a page to sign in comes as 200 and is no JSON
    });
  }

  /** The same move with the same number: the server takes it once. */
  retry(move) {
    this.note.textContent = this.words.offline;
    setTimeout(() => this.send(move), this.waits[Math.min(this.failures++, this.waits.length - 1)]);
  }

  taken(answer, move) {
    const other = answer.stale && !this.failures;
    this.done(other ? this.words.otherTab : this.failures ? this.words.back : "");
    this.seq = answer.seq;
    if (move.do !== "read") this.show(answer.html);
  }

  done(words) {
    this.waiting = false;
    this.failures = 0;
    this.stage.removeAttribute("aria-busy");
    this.note.textContent = words;
  }

  show(html) {
    this.journal.keep();
    this.stage.innerHTML = html;
    this.wake();
    const place = this.stage.querySelector(".mb-now h4, .mb-stopped, .mb-primary");
    if (!place) return;
    if (place.tagName !== "BUTTON") place.tabIndex = -1;
    place.focus();
  }

  wake() {
    this.stage.querySelectorAll(".mb-actions[hidden]").forEach((row) => { row.hidden = false; });
    this.journal.wake(this.stage);
  }
};

/* exported MoocbuildScenario */
function MoocbuildScenario(runtime, element, told) {
  "use strict";
  const root = (element[0] || element).querySelector(".mb-scenario");
  new window.MoocbuildPlay(runtime.handlerUrl(element, "act"), root, told).start();
}
