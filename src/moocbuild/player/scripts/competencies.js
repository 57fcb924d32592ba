/*
 * The page of competencies: what evidence.js found, once it is there, as words in the table, as a
 * drawing beside it, and as a file to take away. Nothing is compared with anybody.
 */

const LEVELS_OF_ITEMS = ["unseen", "emerging", "developing", "shown"];
const WORDS_OF_LEVELS = {
  unseen: "level_unseen", emerging: "level_emerging", developing: "level_developing", shown: "level_shown",
};
const SVG = "http://www.w3.org/2000/svg";

function paintCompetencies(section) {
  const found = Object.assign({}, ...parts.map((one) => (one.evidence ? one.evidence() : {})));
  const of = (code) => found[code] || {state: "unseen", pieces: 0, questions: 0};
  const rows = all("[data-item]", section);
  for (const row of rows) {
    const {state: level, pieces, questions} = of(row.dataset.item);
    row.dataset.level = level;
    find(".level", row).textContent = say(WORDS_OF_LEVELS[level]);
    find(".meta", row).textContent = [
      questions ? say("evidenceQuestions", {n: questions}) : "",
      pieces > questions ? say("evidenceScenes", {n: pieces - questions}) : "",
    ].filter(Boolean).join(", ");
  }
  drawMap(find(".map", section), all("[data-category]", section));
  const actions = find(".actions", section);
  actions.textContent = "";
  actions.appendChild(download(say("exportItems"), say("itemsFile"), () => rows.map(
    (row) => [row.dataset.item, find("th", row).textContent.replace(/\s+/g, " ").trim(),
      find("td", row).textContent.replace(/\s+/g, " ").trim()].join("\t"),
  )));
}

/** One row a category, one circle an item, filled by quarters. */
function drawMap(figure, groups) {
  const step = 30;
  const wide = 40 + step * Math.max(...groups.map((group) => all("[data-level]", group).length));
  const drawing = shape("svg", {
    viewBox: `0 0 ${wide} ${step * groups.length}`, width: wide, height: step * groups.length,
    role: "img", "aria-labelledby": "map-title map-text",
  });
  drawing.appendChild(shape("title", {id: "map-title"}, say("mapTitle")));
  drawing.appendChild(shape("desc", {id: "map-text"}, say("mapText")));
  groups.forEach((group, n) => {
    const y = step * n + step / 2;
    drawing.appendChild(shape("text", {x: 0, y: y + 5}, group.dataset.category));
    all("[data-level]", group).forEach((row, at) => {
      const level = LEVELS_OF_ITEMS.indexOf(row.dataset.level);
      drawing.appendChild(circle(40 + step * at + 12, y, level));
    });
  });
  const key = make("ul", "key", "");
  LEVELS_OF_ITEMS.forEach((level, n) => {
    const sign = shape("svg", {viewBox: "0 0 24 24", width: 24, height: 24, "aria-hidden": true});
    sign.appendChild(circle(12, 12, n));
    const line = key.appendChild(make("li", "", ""));
    line.append(sign, ` ${say(WORDS_OF_LEVELS[level])}`);
  });
  const caption = make("figcaption", "", "");
  caption.appendChild(key);
  const held = make("div", "", "");
  held.append(drawing, caption);
  figure.textContent = "";
  figure.append(held);
}

function circle(x, y, level) {
  const group = shape("g", {class: `level-${level}`});
  group.appendChild(shape("circle", {cx: x, cy: y, r: 9}));
  if (level === 3) group.appendChild(shape("circle", {class: "fill", cx: x, cy: y, r: 9}));
  else if (level) {
    const end = level === 2 ? `${x} ${y + 9}` : `${x + 9} ${y}`;
    group.appendChild(shape("path", {class: "fill", d: `M${x} ${y}V${y - 9}A9 9 0 0 1 ${end}Z`}));
  }
  return group;
}

function shape(name, values, text) {
  const made = document.createElementNS(SVG, name);
  for (const key of Object.keys(values)) made.setAttribute(key, values[key]);
  if (text) made.textContent = text;
  return made;
}

const paintCompetencyPage = () => all("[data-competencies]").forEach(paintCompetencies);
part({wake: paintCompetencyPage, paint: paintCompetencyPage});
