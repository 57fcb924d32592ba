"use strict";
{
  const find = (what) => document.querySelector(what);
  const facts = JSON.parse(find("#facts").textContent);
  const field = find("#words");
  const chosen = find("#language");
  const courses = [...document.querySelectorAll("article")];
  const plurals = new Intl.PluralRules(facts.language);
  const texts = new Map();

  /** Letters alone: "Économie" is found by "economie". */
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function textOf(course) {
    if (!texts.has(course)) texts.set(course, plain(course.textContent));
    return texts.get(course);
  }

  function tell(n) {
    const form = facts.found[plurals.select(n)] ?? facts.found.other;
    const said = form.replace("{n}", n);
    const status = find("#found");
    if (status.textContent !== said) status.textContent = said;
  }

  function filter() {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    let n = 0;
    for (const course of courses) {
      const spoken = !chosen.value || course.dataset.languages.split(" ").includes(chosen.value);
      const fits = spoken && wanted.every((word) => textOf(course).includes(word));
      course.hidden = !fits;
      if (fits) n += 1;
    }
    tell(n);
  }

  let later;
  function soon() {
    clearTimeout(later);
    later = setTimeout(filter, 120);
  }

  const tags = new Set(courses.flatMap((course) => course.dataset.languages.split(" ")));
  for (const tag of [...tags].filter(Boolean).sort()) {
    const name = new Intl.DisplayNames([facts.language, "en"], {type: "language", fallback: "code"}).of(tag);
    chosen.append(new Option(name, tag));
  }
  find("form").addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", soon);
  chosen.addEventListener("change", filter);
  find("form").hidden = false;
  filter(); // browsers fill in what was there before
}
