/*
 * The page for the end: what is still open, then a record to print. The name is typed into the page
 * and stays there: it is read into the text above the course's title and nowhere else.
 */

function paintCompletion(section) {
  const open = course.pages.filter((page) => page.ordinal && page.kind !== "module" && !pageDone(page));
  const finished = state.finished > 1 || !open.length;
  for (const unit of all("[data-pages]", section)) {
    const left = open.filter((page) => unit.dataset.pages.split(" ").includes(page.id));
    unit.hidden = !left.length;
    find(".meta", unit).textContent = left.map((page) => page.title).join(" · ");
  }
  find(".open-work", section).hidden = finished;
  for (const part of [".name", ".record"]) find(part, section).hidden = !finished;
  const {score} = courseReport();
  find(".score", section).textContent = score === null ? "" : say("scoreWas", {score: Math.round(score)});
  find(".printed-on", section).textContent = say("printedOn", {
    date: new Date().toLocaleDateString(course.language, {dateStyle: "long"}),
  });
  const form = find(".name", section);
  const field = find("input", form);
  form.onsubmit = (event) => {
    event.preventDefault();
    window.print();
  };
  field.oninput = () => { find(".printed-name", section).textContent = field.value; };
}
