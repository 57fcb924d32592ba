/*
 * A learning system of one learner: scorm-again behind an API that shows every call, the data
 * model, and what a gradebook would hold. It is kept as long as this browser tab is open.
 */

const V12 = document.documentElement.dataset.target === "scorm-1.2";
const {Scorm12API, Scorm2004API} = await import(V12 ? "/_static/scorm12.min.js" : "/_static/scorm2004.min.js");
const Api = V12 ? Scorm12API : Scorm2004API;
const PREFIX = V12 ? "LMS" : "";
const KEPT = `moocbuild lms ${document.documentElement.dataset.target}`;
const SHOWN = 500;
const part = (name) => document.querySelector(`[data-${name}]`);

let visit = null;
let calls = 0;

const memory = () => JSON.parse(sessionStorage.getItem(KEPT) || '{"learner": 1}');
const remember = (kept) => sessionStorage.setItem(KEPT, JSON.stringify(kept));

/** A visit: with what the learner's last one left. */
function begin() {
  const api = new Api({autocommit: false, logLevel: 5});
  const {learner, cmi} = memory();
  if (cmi) api.loadFromJSON({cmi}, "");
  const about = V12 ? api.cmi.core : api.cmi;
  about[V12 ? "student_id" : "learner_id"] = `preview-${learner}`;
  about[V12 ? "student_name" : "learner_name"] = "Learner, Preview";
  about.entry = cmi ? "resume" : "ab-initio";
  return api;
}

const data = () => {
  const all = JSON.parse(JSON.stringify(visit.renderCMIToJSONObject()));
  return all.cmi || all;
};

/** What the next visit begins with; the time of this one is counted by the system. */
function keep() {
  const cmi = data();
  const timed = V12 ? cmi.core : cmi;
  delete timed.session_time;
  delete timed.exit;
  remember({...memory(), cmi});
}

/** One call of the course's. Verbs are scorm-again's own: it says Finish in both versions. */
function call(verb, name, values) {
  if (verb === "Initialize" && visit.isTerminated()) visit = begin();
  const result = String(visit[`lms${verb}`](...values));
  const error = /^Get(LastError|ErrorString|Diagnostic)$/.test(verb) ? 0 : Number(visit.lmsGetLastError());
  if (["Commit", "Finish"].includes(verb) && result === "true") keep();
  show(name, values, result, error);
  return result;
}

function show(name, values, result, error) {
  calls += 1;
  part("count").textContent = String(calls);
  const line = document.createElement("li");
  line.value = calls;
  line.textContent = `${name}(${values.map((value) => JSON.stringify(value)).join(", ")}) → ${JSON.stringify(result)}`;
  if (error) {
    line.className = "bad";
    line.append(` error ${error}: ${visit.lmsGetErrorString(error)}`);
  }
  part("calls").prepend(line);
  while (part("calls").children.length > SHOWN) part("calls").lastChild.remove();
  later();
}

let waiting = 0;
function later() {
  if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; paint(); });
}

function paint() {
  const cmi = data();
  pairs(part("grades"), grades(cmi), "dt", "dd");
  const rows = flat("cmi", cmi).map(([name, value]) => {
    const row = document.createElement("tr");
    for (const words of [name, value]) row.append(Object.assign(document.createElement("td"), {textContent: words}));
    return row;
  });
  part("model").replaceChildren(...rows);
}

function pairs(list, said, term, meaning) {
  list.replaceChildren(...said.flatMap(([name, value]) => [
    Object.assign(document.createElement(term), {textContent: name}),
    Object.assign(document.createElement(meaning), {textContent: value}),
  ]));
}

const flat = (name, value) => (value && typeof value === "object"
  ? Object.entries(value).flatMap(([key, inner]) => flat(`${name}.${key}`, inner))
  : value === "" || value === undefined ? [] : [[name, String(value)]]);

/** What a teacher would see: of 1.2 the raw score, of 2004 the scaled one. */
function grades(cmi) {
  const core = V12 ? cmi.core : cmi;
  const score = core.score || {};
  const most = score.max || "100";
  const scaled = score.scaled === "" || score.scaled === undefined ? "" : `${Math.round(score.scaled * 1000) / 10} %`;
  const data = cmi.suspend_data || "";
  const answers = cmi.interactions || {};
  return [
    ["Learner", `preview-${memory().learner}`],
    ["Grade", scaled || (score.raw ? `${score.raw} of ${most}` : "none yet")],
    ...(V12 ? [["Status", core.lesson_status]] : [
      ["Completed", cmi.completion_status],
      ["Passed", cmi.success_status],
      ["Progress", cmi.progress_measure ? `${Math.round(cmi.progress_measure * 100)} %` : ""],
    ]),
    ["Answers", String((answers.childArray || Object.keys(answers)).length)],
    ["Saved state", `${data.length} of ${V12 ? "4,096" : "64,000"} characters`],
  ].filter(([, value]) => value);
}

function leave() {
  frames[0].contentWindow.location.replace("about:blank");
}

const DO = {
  leave,
  resume() { renew(frames[0]); },
  anew() {
    const {learner} = memory();
    leave();
    frames[0].addEventListener("load", () => {
      remember({learner: learner + 1});
      visit = begin();
      load(frames[0], start);
      later();
    }, {once: true});
  },
};

visit = begin();
const api = {};
const VERBS = ["Initialize", "Finish", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"];
for (const verb of VERBS) {
  const name = PREFIX + (verb === "Finish" && !V12 ? "Terminate" : verb);
  api[name] = (...values) => call(verb, name, values);
}
window[V12 ? "API" : "API_1484_11"] = api;
for (const button of document.querySelectorAll("[data-do]")) {
  button.addEventListener("click", DO[button.dataset.do]);
}
paint();
window.lms = true;
window.dispatchEvent(new Event("lms"));
