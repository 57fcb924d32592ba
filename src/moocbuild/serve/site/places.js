/*
 * Where a reader is in a page, and what is open there: kept when the page is loaded anew. Places
 * hang on the nearest element with an id, so that a text that grows above moves nothing.
 */

const openOf = (document) => [...document.querySelectorAll("details, dialog")];

/** What is said of an open thing that lets it be found again: its own words, and how many before. */
function named(things) {
  const met = new Map();
  return things.map((thing) => {
    const words = thing.id || (thing.querySelector("summary, h2, h3") || thing).textContent.trim().slice(0, 200);
    met.set(words, (met.get(words) || 0) + 1);
    return `${words} ${met.get(words)}`;
  });
}

/** The last element with an id above the middle of the window, and where it stands. */
function anchorOf(view) {
  const marks = [...view.document.querySelectorAll("main [id]")];
  const above = marks.filter((mark) => mark.offsetParent && mark.getBoundingClientRect().top < view.innerHeight / 2);
  const last = above.pop();
  return last ? {id: last.id, top: last.getBoundingClientRect().top} : null;
}

/** The place in a frame's page. */
function placeIn(frame) {
  const view = frame.contentWindow;
  const things = openOf(view.document);
  const names = named(things);
  const fields = [...view.document.querySelectorAll("main textarea, main input[type=text]")];
  return {
    page: view.document.documentElement.dataset.page,
    x: view.scrollX,
    y: view.scrollY,
    anchor: view.scrollY > 0 ? anchorOf(view) : null,
    open: new Map(things.map((thing, n) => [names[n], thing.open])),
    focus: view.document.activeElement && view.document.activeElement.id,
    typed: new Map(fields.filter((field) => field.id).map((field) => [field.id, field.value])),
  };
}

/** Puts the reader back, as far as the page still has what was there. */
function putBack(frame, place) {
  const view = frame.contentWindow;
  if (!place || view.document.documentElement.dataset.page !== place.page) return;
  const things = openOf(view.document);
  named(things).forEach((name, n) => {
    if (things[n].localName === "details" && place.open.has(name)) things[n].open = place.open.get(name);
    if (things[n].localName === "dialog" && place.open.get(name) && !things[n].open) things[n].showModal();
  });
  place.typed.forEach((value, id) => {
    const field = view.document.getElementById(id);
    if (field && !field.value) field.value = value;
  });
  const focused = place.focus && view.document.getElementById(place.focus);
  if (focused) focused.focus({preventScroll: true});
  const anchor = place.anchor && view.document.getElementById(place.anchor.id);
  const moved = anchor ? anchor.getBoundingClientRect().top - place.anchor.top : 0;
  view.scrollTo({left: place.x, top: anchor ? view.scrollY + moved : place.y, behavior: "instant"});
}
