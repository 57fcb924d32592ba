/*
 * The page for the end: what is still open, then a record to print. The name is typed into the page
 * and stays there: it is read into the text above the course's title and nowhere else.
 */

function paintCompletion(section) {
  const open = course.pages.filter((page) => !pageDone(page)).map(([ordinal]) => ordinal);
  const finished = state.finished > 1 || !open.length;
  for (const unit of all("[data-pages]", section)) {
    const left = JSON.parse(unit.dataset.pages).filter(([ordinal]) => open.includes(ordinal));
    unit.hidden = !left.length;
    find(".meta", unit).textContent = left.map(([, title]) => title).join(" \u00b7 ");
  }
  find(".open-work", section).hidden = finished;
  for (const name of [".name", ".record"]) find(name, section).hidden = !finished;
  const {score} = courseReport();
  find(".score", section).textContent = score === null ? "" : say("scoreWas", {score: Math.round(score)});
  find(".printed-on", section).textContent = say("printedOn", {
    date: new Date().toLocaleDateString(words.lang || document.documentElement.lang, {dateStyle: "long"}),
  });
  const form = find(".name", section);
  const field = find("input", form);
  form.onsubmit = (event) => {
    event.preventDefault();
    window.print();
  };
  field.oninput = () => { find(".printed-name", section).textContent = field.value; };
  section.classList.add("drawn");
}

const paintCompletionPage = () => all("[data-completion]").forEach(paintCompletion);
part({wake: paintCompletionPage, paint: paintCompletionPage});
