/* Plays a simulation: sends what was chosen, shows what the server answers. Knows no story. */

/* exported MoocbuildScenario */
function MoocbuildScenario(runtime, element, told) {
  "use strict";
  const root = (element[0] || element).querySelector(".mb-scenario");
  const stage = root.querySelector(".mb-stage");
  const note = root.querySelector(".mb-note[role=status]");
  const journal = window.MoocbuildJournal(told.journal, told.words);
  const url = runtime.handlerUrl(element, "act");
  const waits = [1000, 2000, 4000, 5000];
  let seq = Number(root.dataset.seq);
  let waiting = false;
  let failures = 0;

  function act(move) {
    if (waiting) return;
    waiting = true;
    stage.setAttribute("aria-busy", "true");
    send(Object.assign({seq: seq + 1}, move));
  }

  function send(move) {
    window.jQuery.ajax({
      url, method: "POST", contentType: "application/json", dataType: "json", data: JSON.stringify(move),
    }).then((answer) => taken(answer, move), (failed) => {
      if (failed.responseJSON && failed.responseJSON.html) taken(failed.responseJSON, move);
      else if (failed.status === 0 || failed.status >= 500) retry(move);
      else done(told.words.signedOut); // a page to sign in comes as 200 and is no JSON
    });
  }

  /** The same move with the same number: the server takes it once. */
  function retry(move) {
    note.textContent = told.words.offline;
    setTimeout(() => send(move), waits[Math.min(failures++, waits.length - 1)]);
  }

  function taken(answer, move) {
    const other = answer.stale && !failures;
    done(other ? told.words.otherTab : failures ? told.words.back : "");
    seq = answer.seq;
    if (move.do !== "read") show(answer.html);
  }

  function done(words) {
    waiting = false;
    failures = 0;
    stage.removeAttribute("aria-busy");
    note.textContent = words;
  }

  function show(html) {
    journal.keep();
    stage.innerHTML = html;
    wake();
    const place = stage.querySelector(".mb-now h4, .mb-stopped, .mb-primary");
    if (!place) return;
    if (place.tagName !== "BUTTON") place.tabIndex = -1;
    place.focus();
  }

  function wake() {
    stage.querySelectorAll(".mb-actions[hidden]").forEach((row) => { row.hidden = false; });
    journal.wake(stage);
  }

  stage.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const now = stage.querySelector(".mb-now");
    const {do: what, choice} = button.dataset;
    act(choice ? {do: what, scene: now.dataset.scene, choice} : {do: what});
  });
  root.querySelector(".mb-reading").addEventListener("toggle", (event) => {
    if (event.target.open && !event.target.dataset.told && !waiting) {
      event.target.dataset.told = "true";
      act({do: "read"});
    }
  });
  wake();
}
