/* The first page: how far each unit is, and the unit that one is in lies open. */

function paintHome(units) {
  const last = pageWith("ordinal", state.place);
  for (const unit of all("[data-module]", units)) {
    const ids = all("li[data-page]", unit).map((row) => row.dataset.page);
    const pages = course.pages.filter((page) => ids.includes(page.id) && page.ordinal);
    const done = pages.filter((page) => pageDone(page) && (page.kind === "scenario" || state.seen[page.ordinal]));
    find(".unit-state", unit).textContent = done.length ? `· ${say("unitDone", {n: done.length, total: pages.length})}` : "";
    unit.dataset.state = done.length && done.length === pages.length ? "done" : "";
    if (last && !units.dataset.opened) find("details", unit).open = ids.includes(last.id);
  }
  if (last) units.dataset.opened = "yes";
}
