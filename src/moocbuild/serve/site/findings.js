/*
 * What was found wrong, over the last good page. Everything that an author wrote is put in as
 * text, never as markup.
 */

const panel = document.querySelector("#findings");
const findingsButton = document.querySelector(".findings-button");
let closedFor = "";

function element(name, words, kind) {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  if (kind) made.className = kind;
  return made;
}

const counted = (number, what) => (number ? [`${number} ${what}${number > 1 ? "s" : ""}`] : []);

/** The author's line with a mark below the place. */
function excerpt({source, column, length}) {
  const before = source.slice(0, column - 1).replace(/[^\t]/gu, " ");
  const shown = element("pre", `${source}\n${before}`, "excerpt");
  shown.append(element("mark", "^".repeat(Math.max(1, Math.min(length, source.length - column + 1)))));
  return shown;
}

function item(found) {
  const shown = element("li", "", found.severity);
  const head = element("p", "", "message");
  head.append(element("strong", `${found.severity} ${found.code}`), ` ${found.message}`);
  const place = found.line ? `${found.path}:${found.line}:${found.column}` : found.path;
  shown.append(head, element("p", place, "place"));
  if (found.source.trim()) shown.append(excerpt(found));
  if (found.help) shown.append(element("p", `What helps: ${found.help}`, "help"));
  if (found.why) {
    const why = element("details");
    why.append(element("summary", "Why this matters"), element("p", found.why));
    shown.append(why);
  }
  return shown;
}

function trouble(words) {
  const shown = element("li", "", "error");
  shown.append(element("p", words, "message"));
  return shown;
}

/** Shows what a state says; errors come by themselves, unless these very ones were closed. */
function showFindings(state) {
  const errors = state.findings.filter((found) => found.severity === "error").length;
  const said = [
    ...counted(errors + (state.trouble ? 1 : 0), "error"),
    ...counted(state.findings.length - errors + state.more, errors && state.more ? "further finding" : "warning"),
  ].join(", ");
  const key = JSON.stringify([state.findings, state.trouble]);
  panel.querySelector("h2").textContent = said;
  panel.querySelector(".behind").textContent = behind(state, errors);
  panel.querySelector("ol").replaceChildren(
    ...(state.trouble ? [trouble(state.trouble)] : []), ...state.findings.map(item),
    ...(state.more ? [element("li", `and ${state.more} more: see moocbuild check`)] : []),
  );
  findingsButton.hidden = !said;
  findingsButton.textContent = said;
  findingsButton.dataset.severity = errors || state.trouble ? "error" : "warning";
  openFindings((errors > 0 || state.trouble !== "") && key !== closedFor);
  panel.dataset.key = key;
}

function behind(state, errors) {
  if (!state.snapshot) return "There is nothing to show until this is put right.";
  if (state.failed) return "Behind this is the last page that could be built.";
  return errors ? "A draft has errors and is left out." : "";
}

function openFindings(yes) {
  panel.hidden = !yes;
  findingsButton.setAttribute("aria-expanded", String(yes));
}

findingsButton.addEventListener("click", () => openFindings(panel.hidden));
panel.querySelector(".close").addEventListener("click", closeFindings);
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !panel.hidden) closeFindings(); });

function closeFindings() {
  closedFor = panel.dataset.key;
  openFindings(false);
  findingsButton.focus();
}
