/*
 * Films on other sites. Nothing is loaded from there before the learner agrees: with a button for
 * one film, with a tick for all films of a host until the window is closed. A page from a disk has
 * no address to tell such a site, which then shows nothing: there the link has to do.
 */

const agreedKey = `moocbuild:${course.course}:films`;

function agreed() {
  try {
    return (sessionStorage.getItem(agreedKey) || "").split(" ");
  } catch (error) {
    return []; // Blocked: every film is asked for.
  }
}

function agree(host) {
  try {
    sessionStorage.setItem(agreedKey, agreed().concat(host).join(" "));
  } catch (error) {
    // Only this film, then.
  }
}

/** The player in the place of the question. It learns of our address the host's name alone. */
function loadFilm(card) {
  const frame = make("iframe", "", "");
  frame.title = card.getAttribute("aria-label");
  frame.referrerPolicy = "strict-origin";
  frame.allow = "fullscreen";
  frame.loading = "lazy";
  frame.src = card.dataset.src;
  find(".card-title", card).after(frame);
  card.classList.add("loaded");
  return frame;
}

function startCard(card) {
  const loaded = card.classList.contains("loaded");
  if (location.protocol === "file:") all(".needs-js", card).forEach((one) => { one.hidden = true; });
  else if (!loaded && agreed().includes(card.dataset.host)) loadFilm(card);
}

/** Asked of the page: scenes of a simulation are copies, which have no listeners of their own. */
document.addEventListener("click", ({target}) => {
  const card = target.closest && target.closest(".card");
  if (!card || !target.closest("button")) return;
  if (find("input", card).checked) agree(card.dataset.host);
  loadFilm(card).focus();
});
part({wake: () => all(".card").forEach(startCard)});
