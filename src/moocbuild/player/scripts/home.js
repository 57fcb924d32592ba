/*
 * Lists of pages: what is done of them. On the first page also how far each unit is; the unit that
 * one is in lies open.
 */

function paintRows() {
  for (const row of all("li[data-page]")) {
    const page = course.pages.find(([ordinal]) => ordinal === ordinalOf(row));
    const mark = find(".state", row);
    if (!page || !mark) continue;
    const [word, text] = pageDone(page)
      ? row.dataset.kind === "lesson" ? ["seen", say("seen")] : ["done", say("done")]
      : state.seen[page[0]] ? ["started", say("started")] : ["", ""];
    mark.textContent = text;
    row.dataset.state = word;
  }
  const resume = find("[data-resume]");
  const last = state.place && find(`main [data-ordinal="${state.place}"] a`);
  if (resume && last) {
    resume.href = last.href;
    resume.textContent = "";
    resume.append(make("span", "", say("resume")), ` ${last.textContent}`);
  }
  all(".units").forEach(paintHome);
}

function paintHome(units) {
  const last = state.place && find(`[data-ordinal="${state.place}"]`, units);
  for (const unit of all("[data-module]", units)) {
    const rows = all("li[data-page]", unit);
    const done = rows.filter((row) => ["seen", "done"].includes(row.dataset.state)).length;
    find(".unit-state", unit).textContent = done ? say("unitDone", {n: done, total: rows.length}) : "";
    unit.dataset.state = done && done === rows.length ? "done" : "";
    if (last && !units.dataset.opened) find("details", unit).open = unit.contains(last);
  }
  if (last) units.dataset.opened = "yes";
}

part({wake: paintRows, paint: paintRows});
