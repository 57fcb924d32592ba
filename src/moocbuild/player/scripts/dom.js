/* What all scripts use on a page: making, saying; finding is in first.js. Knows nothing of courses. */

const foreign = new Set(); // what was said in another language than the course's

/** An element with these words; such as are in another language say so. */
function make(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text;
  if (foreign.has(String(text).trim())) {
    made.lang = words.lang;
    if (words.dir) made.dir = words.dir;
  }
  return made;
}

function makeButton(name, text, action) {
  const made = make("button", name, text);
  made.type = "button";
  made.onclick = action;
  return made;
}

function link(href, text) {
  const made = make("a", "", text);
  made.href = href;
  return made;
}

function show(within, selector) {
  const part = find(selector, within);
  if (part) part.classList.add("shown");
}

/** The interface's words (script.py puts those that a script spells before it), `{n}` filled in. */
function say(word, values) {
  const text = (words[word] || word)
    .replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
  if (words.lang) foreign.add(text);
  return text;
}

function focusOn(element, still) {
  if (!element) return;
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({preventScroll: Boolean(still)});
}

/** The number in a `data-ordinal`: frozen, so that what is kept of it outlives new releases. */
function ordinalOf(element) {
  return Number(element.dataset.ordinal);
}
