/* The settings in the menu: theme, font, and whether the device keeps anything. */

const LOOKS = {theme: ["", "light", "dark"], font: ["", "easy"], keep: ["", "no"]};

function startLook(button) {
  const name = button.dataset.set;
  const values = LOOKS[name];
  button.onclick = () => {
    keepLook({[name]: values[(values.indexOf(look[name] || "") + 1) % values.length]});
    if (name === "keep") keepNothing(look.keep === "no");
    setLook();
    all("[data-set]").forEach(tellLook);
  };
  tellLook(button);
}

function tellLook(button) {
  const name = button.dataset.set;
  if (name === "theme") {
    const word = {light: say("themeLight"), dark: say("themeDark")}[look.theme] || say("themeSystem");
    button.dataset.word = button.dataset.word || button.textContent;
    button.textContent = button.dataset.word + say("colon") + word;
  } else button.setAttribute("aria-pressed", Boolean(look[name]));
}

/** The shared-computer switch: what is kept leaves the device, or what is at hand goes back to it. */
function keepNothing(on) {
  store.nothing = on;
  try {
    if (on) {
      Object.keys(localStorage)
        .filter((key) => key !== lookKey && key.startsWith(`moocbuild:${course.course}`))
        .forEach((key) => {
          store.memory[key] = localStorage.getItem(key);
          localStorage.removeItem(key);
        });
    }
  } catch (error) {
    // Blocked: nothing is there.
  }
  if (!on) Object.keys(store.memory).forEach((key) => store.set(key, store.memory[key]));
  save();
}

/** The language that a learner chose opens again with the course. */
function startLanguages() {
  const links = all(".languages a");
  for (const link of links) link.onclick = () => keepLook({language: link.hreflang});
  const chosen = links.find((link) => link.hreflang === look.language && !link.hasAttribute("aria-current"));
  if (chosen && !tongueOf(fileOf(location)) && document.documentElement.dataset.kind === "home") {
    location.replace(left(new URL(chosen.href)));
  }
}

part({
  wake() {
    all("[data-set]").forEach(startLook);
    startLanguages();
  },
});
