"use strict";
{
  const find = (what, within = document) => within.querySelector(what);
  const facts = JSON.parse(find("#facts").textContent);
  const key = `moocbuild-review/${facts.sheet}`;
  const fields = {name: find("#name"), role: find("#role"), remarks: find("#remarks")};
  const places = new Map();
  for (const place of document.querySelectorAll("[data-place]")) places.set(place.dataset.place, place);
  /** Place id → what is said of it. */
  const comments = new Map();
  /** Records of places that are not on this page: kept as they came. */
  let others = [];
  let saved = true;

  const word = (name, values = {}) =>
    facts.words[name].replace(/\{(\w+)\}/g, (hole, inner) => values[inner] ?? hole);

  const storage = (() => {
    try {
      window.localStorage.setItem("moocbuild-review", "1");
      window.localStorage.removeItem("moocbuild-review");
      return window.localStorage;
    } catch {
      return null; // switched off, or full
    }
  })();

  function tell(text, loud = false) {
    const status = find("#status");
    status.textContent = text;
    status.classList.toggle("loud", loud);
  }

  const chosen = () => find("[name=verdict]:checked")?.value ?? "";

  function state() {
    const said = Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, one.value]));
    return {...said, verdict: chosen(), comments: [...comments], others, saved};
  }

  function keep() {
    find("#count").textContent = comments.size + others.length;
    try {
      if (!storage) throw new Error("no storage");
      storage.setItem(key, JSON.stringify(state()));
      tell(word("kept"));
    } catch {
      tell(word("unkept"), true);
    }
  }

  function changed() {
    saved = false;
    keep();
  }

  // --- one place ------------------------------------------------------------------------------

  const numberOf = (place) => find(".number", place).textContent;

  function mark(place, text) {
    place.classList.toggle("has", text !== "");
    const written = find(".written", place);
    if (written) written.textContent = text;
  }

  function say(place, text) {
    if (text.trim()) comments.set(place.dataset.place, text);
    else comments.delete(place.dataset.place);
    mark(place, text.trim());
  }

  function makeBox(place) {
    const box = document.createElement("div");
    const n = numberOf(place);
    box.className = "box";
    box.id = `box-${n}`;
    const label = document.createElement("label");
    label.textContent = word("your_comment", {n});
    const area = document.createElement("textarea");
    area.rows = 3;
    area.maxLength = 20000;
    area.dir = "auto";
    area.value = comments.get(place.dataset.place) ?? "";
    label.append(area);
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = word("close");
    const written = document.createElement("p");
    written.className = "written";
    box.append(label, close, written);
    area.addEventListener("input", () => { say(place, area.value); changed(); });
    area.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(place); });
    close.addEventListener("click", () => shut(place));
    place.append(box);
    mark(place, area.value.trim());
    return box;
  }

  function open(place) {
    const box = find(".box", place) ?? makeBox(place);
    box.hidden = false;
    find(".add", place).setAttribute("aria-expanded", "true");
    return box;
  }

  function shut(place) {
    find(".box", place).hidden = true;
    const button = find(".add", place);
    button.setAttribute("aria-expanded", "false");
    button.focus();
  }

  function addButton(place) {
    const n = numberOf(place);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "add";
    button.textContent = word("comment");
    button.setAttribute("aria-label", word("comment_on", {n}));
    button.setAttribute("aria-expanded", "false");
    find(".body", place).after(button);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".add");
    if (!button) return;
    const place = button.closest(".place");
    if (button.getAttribute("aria-expanded") === "true") shut(place);
    else find("textarea", open(place)).focus();
  });

  // --- the file -------------------------------------------------------------------------------

  function wordsOf(place) {
    return place.dataset.words ?? find(".said", place).textContent.replace(/\s+/g, " ").trim();
  }

  function record([id, comment]) {
    const place = places.get(id);
    const {page, hash} = place.dataset;
    return {place: id, page, number: Number(numberOf(place)), hash, text: wordsOf(place), comment};
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0")).join("-");
  }

  function file() {
    const {format, form, moocbuild, sheet, course, hashes} = facts;
    return {
      format, form, moocbuild, sheet, course, hashes,
      reviewer: {name: fields.name.value.trim(), role: fields.role.value.trim()},
      verdict: chosen(), remarks: fields.remarks.value.trim(), saved: today(),
      comments: [...[...comments].map(record), ...others].sort((a, b) => a.number - b.number),
    };
  }

  function fileName() {
    const who = fields.name.value.trim().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
    return ["review", facts.course.id, ...(who ? [who] : [])].join("-") + ".json";
  }

  find("#save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file(), null, 1)], {type: "application/json"}));
    link.download = fileName();
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    saved = true;
    keep();
    tell(word("saved", {file: link.download}));
  });

  /** Comments of the same place follow one another; nothing that is here is written over. */
  function take(id, text) {
    const place = places.get(id);
    const here = comments.get(id) ?? "";
    const whole = !here.trim() || text.includes(here) ? text : here.includes(text) ? here : `${here}\n\n${text}`;
    say(place, whole);
    if (whole.trim()) find("textarea", open(place)).value = whole;
    mark(place, whole.trim());
  }

  function load(found) {
    const mine = found?.format === facts.format && found.course?.id === facts.course.id;
    if (!mine || !Array.isArray(found.comments)) return false;
    const good = found.comments.filter((one) => typeof one?.comment === "string" && typeof one.place === "string");
    for (const one of good) {
      if (places.has(one.place)) take(one.place, one.comment);
      else others.push(one);
    }
    for (const [name, field] of Object.entries(fields)) {
      if (!field.value) field.value = String(found.reviewer?.[name] ?? found[name] ?? "");
    }
    choose(chosen() || found.verdict);
    return true;
  }

  function choose(verdict) {
    for (const one of document.getElementsByName("verdict")) one.checked = one.value === verdict;
  }

  find("#open").addEventListener("change", async (event) => {
    const [chosenFile] = event.target.files;
    if (!chosenFile) return;
    let found = null;
    try { found = JSON.parse(await chosenFile.text()); } catch { found = null; }
    event.target.value = "";
    if (!load(found)) {
      tell(word("not_ours"), true);
      return;
    }
    changed();
    tell(word("opened", {n: comments.size + others.length}));
  });

  // --- beginning ------------------------------------------------------------------------------

  function restore() {
    let found = null;
    try { found = JSON.parse(storage?.getItem(key) ?? "null"); } catch { found = null; }
    if (!found) return;
    for (const [name, field] of Object.entries(fields)) field.value = found[name] ?? "";
    choose(found.verdict);
    others = found.others ?? [];
    saved = found.saved ?? true;
    for (const [id, text] of found.comments ?? []) if (places.has(id)) take(id, text);
  }

  for (const place of places.values()) addButton(place);
  restore();
  for (const field of Object.values(fields)) field.addEventListener("input", changed);
  for (const one of document.getElementsByName("verdict")) one.addEventListener("change", changed);
  find("#form").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeunload", (event) => { if (!storage && !saved) event.preventDefault(); });
  document.documentElement.classList.add("js");
  keep();
}
