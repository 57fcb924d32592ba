/*
 * A learning system of one learner: scorm-again behind an API that shows every call, the data
 * model, and what a gradebook would hold. It is kept as long as this browser tab is open.
 */

const V12 = document.documentElement.dataset.target === "scorm-1.2";
const KEPT = `moocbuild lms ${document.documentElement.dataset.target} ${document.documentElement.dataset.course}`;
const SHOWN = 500;
const NOT_SET = 403; // what 2004 answers to whoever asks before anything was set
const VERBS = ["Initialize", "Finish", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"];

const lmsPart = (name) => document.querySelector(`[data-${name}]`);
const withWords = (name, words) => Object.assign(document.createElement(name), {textContent: words});

const flat = (name, value) => (value && typeof value === "object"
  ? Object.entries(value).flatMap(([key, inner]) => flat(`${name}.${key}`, inner))
  : value === "" || value === undefined ? [] : [[name, String(value)]]);

/** What a teacher would see: of 1.2 the raw score, of 2004 the scaled one. */
function grades(learner, cmi) {
  const core = V12 ? cmi.core : cmi;
  const score = core.score || {};
  const percent = (share) => (share === "" || share === undefined ? "" : `${Math.round(share * 1000) / 10} %`);
  const raw = score.raw ? `${score.raw} of ${score.max || "100"}` : "";
  const answers = cmi.interactions || {};
  const said = V12 ? [["Status", core.lesson_status]] : [
    ["Completed", cmi.completion_status],
    ["Passed", cmi.success_status],
    ["Progress", percent(cmi.progress_measure)],
  ];
  return [
    ["Learner", learner],
    ["Grade", percent(score.scaled) || raw || "none yet"],
    ...said,
    ["Answers", String((answers.childArray || Object.keys(answers)).length)],
    ["Saved state", `${(cmi.suspend_data || "").length} of ${V12 ? "4,096" : "64,000"} characters`],
  ].filter(([, value]) => value);
}

class LearningSystem {
  constructor(Api) {
    this.Api = Api;
    this.calls = 0;
    this.waiting = 0;
    this.begin();
  }

  get memory() {
    return JSON.parse(sessionStorage.getItem(KEPT) || '{"learner": 1}');
  }

  set memory(kept) {
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  }

  get learner() {
    return `preview-${this.memory.learner}`;
  }

  /** A visit: with what the learner's last one left. */
  begin() {
    this.visit = new this.Api({autocommit: false, logLevel: 5});
    const {cmi} = this.memory;
    if (cmi) this.visit.loadFromJSON({cmi}, "");
    const about = V12 ? this.visit.cmi.core : this.visit.cmi;
    about[V12 ? "student_id" : "learner_id"] = this.learner;
    about[V12 ? "student_name" : "learner_name"] = "Learner, Preview";
    about.entry = cmi ? "resume" : "ab-initio";
  }

  get data() {
    const all = JSON.parse(JSON.stringify(this.visit.renderCMIToJSONObject()));
    return all.cmi || all;
  }

  /** What the next visit begins with; the time of this one is counted by the system. */
  keep() {
    const cmi = this.data;
    const timed = V12 ? cmi.core : cmi;
    delete timed.session_time;
    delete timed.exit;
    this.memory = {...this.memory, cmi};
  }

  /** What the course finds. Verbs are scorm-again's own: it says Finish in both versions. */
  get api() {
    const named = (verb) => (V12 ? `LMS${verb}` : verb === "Finish" ? "Terminate" : verb);
    return Object.fromEntries(VERBS.map(
      (verb) => [named(verb), (...values) => this.call(verb, named(verb), values)],
    ));
  }

  call(verb, name, values) {
    if (verb === "Initialize" && this.visit.isTerminated()) this.begin();
    // A page that takes up the session of the page before it begins with this answer.
    const goesOn = verb === "Initialize" && this.visit.isInitialized();
    const result = String(this.visit[`lms${verb}`](...values));
    const asksForErrors = /^Get(LastError|ErrorString|Diagnostic)$/.test(verb);
    const error = asksForErrors ? 0 : Number(this.visit.lmsGetLastError());
    if (["Commit", "Finish"].includes(verb) && result === "true") this.keep();
    this.show(name, values, result, error, !goesOn && error !== NOT_SET);
    return result;
  }

  show(name, values, result, error, isFault) {
    this.calls += 1;
    lmsPart("count").textContent = String(this.calls);
    const given = values.map((value) => JSON.stringify(value)).join(", ");
    const line = withWords("li", `${name}(${given}) → ${JSON.stringify(result)}`);
    line.value = this.calls;
    if (error) {
      if (isFault) line.className = "bad";
      line.append(` error ${error}: ${this.visit.lmsGetErrorString(error)}`);
    }
    const list = lmsPart("calls");
    list.prepend(line);
    while (list.children.length > SHOWN) list.lastChild.remove();
    if (!this.waiting) this.waiting = requestAnimationFrame(() => this.paint());
  }

  paint() {
    this.waiting = 0;
    const said = grades(this.learner, this.data);
    lmsPart("grades").replaceChildren(...said.flatMap(([name, value]) => {
      const meaning = withWords("dd", value);
      meaning.dataset.of = name;
      return [withWords("dt", name), meaning];
    }));
    lmsPart("model").replaceChildren(...flat("cmi", this.data).map(([name, value]) => {
      const row = document.createElement("tr");
      row.append(withWords("td", name), withWords("td", value));
      return row;
    }));
  }

  // --- what the buttons do: leave and resume and anew, of the course in the frame

  leave(frame) {
    frame.contentWindow.location.replace("about:blank");
  }

  resume(frame) {
    renew(frame);
  }

  anew(frame) {
    frame.addEventListener("load", () => {
      this.memory = {learner: this.memory.learner + 1};
      this.begin();
      load(frame, start);
      this.paint();
    }, {once: true});
    this.leave(frame);
  }
}

import(V12 ? "/_static/scorm12.min.js" : "/_static/scorm2004.min.js").then((module) => {
  const system = new LearningSystem(V12 ? module.Scorm12API : module.Scorm2004API);
  window[V12 ? "API" : "API_1484_11"] = system.api;
  for (const button of document.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => system[button.dataset.do](frames[0]));
  }
  system.paint();
  window.lms = true;
  window.dispatchEvent(new Event("lms"));
});
