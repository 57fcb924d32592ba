/*
 * Where one is in a long quiz, and what is open: a line at the foot of the window, which unfolds to
 * links. Where no script runs, nobody is anywhere in particular.
 */

const LONG = 8; // questions

function paintPlace(section) {
  const forms = bankOf(section).filter((form) => !form.hidden);
  const box = find(".quiz-place", section);
  const open = forms.filter((form) => !state.now[ordinalOf(form)]);
  if (forms.length < LONG || !open.length) return box && box.remove();
  const line = box || section.appendChild(make("details", "quiz-place", ""));
  const place = (form) => say("quiz_place", {n: forms.indexOf(form) + 1, total: forms.length});
  // The line that is read goes down the window as the window goes down the page.
  const read = (innerHeight * scrollY) / (document.documentElement.scrollHeight - innerHeight || 1);
  const above = forms.filter((form) => form.getBoundingClientRect().top < read);
  const here = place(above.pop() || forms[0]);
  const said = `${here} · ${say("quizOpen", {n: open.length})}`;
  if (line.dataset.said === said + open[0].id) return null;
  line.dataset.said = said + open[0].id;
  if (!box) line.append(make("summary", "", ""), make("p", "", ""));
  find("summary", line).textContent = said;
  find("p", line).replaceChildren(...open.map((form) => {
    const way = link(`#${form.id}`, forms.indexOf(form) + 1);
    way.setAttribute("aria-label", place(form));
    way.onclick = () => { line.open = false; };
    return way;
  }));
  return null;
}

/** With the next frame: what it measures is laid out then. */
const paintPlaces = () => requestAnimationFrame(() => all(".quiz").forEach(paintPlace));

document.addEventListener("scroll", paintPlaces, {passive: true});
part({wake: paintPlaces, paint: paintPlaces});
