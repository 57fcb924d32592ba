/*
 * cmi5 (first edition, "Quartz"): the record store of whoever launched the course; what an adapter
 * is says lms_none.js. Sections in comments are those of the specification of cmi5.
 * A launch is a page's address. It is kept for the session, as pages of the course follow each
 * other. Who leaves has ended it, and who reloads has left: nothing may follow "terminated" (9.3.8).
 * Statements of one turn go as one request: so nothing can overtake the last one (9.3.8).
 */
const CMI5 = "https://w3id.org/xapi/cmi5/";
const VERBS = "http://adlnet.gov/expapi/verbs/";
const LAUNCH = "moocbuild cmi5";
const GIVEN = ["endpoint", "fetch", "actor", "registration", "activityId"];
const STATE = "moocbuild";
const REFUSED = [400, 403, 412, 413]; // statuses of a store that does not want a statement
const LIMIT = 8000; // ms that a request may take
const TELL_AFTER = 3000; // ms: then the learner is told that nothing was found
const GIVE_UP_AFTER = 20000;

let session = null;
let held = {}; // the state that the store has
let outbox = []; // statements of this turn, each with what waits for it
let putting = null; // the state that is on its way
let last = null; // the report that was put last

const lms = {
  kind: "cmi5",

  start(found, missing) {
    const launch = launchOf();
    lms.learner = accountOf(launch || remembered());
    part({wake: offerWayBack, refresh: offerWayBack});
    if (!launch) return missing();
    const begun = performance.now();
    let silent = true;
    const tell = () => { if (silent) missing(); silent = false; };
    const waiting = setTimeout(tell, TELL_AFTER);
    const attempt = () => opened(launch).then((now) => {
      clearTimeout(waiting);
      session = now;
      found();
    }, (refused) => {
      if (!refused && performance.now() - begun < GIVE_UP_AFTER) setTimeout(attempt, 1000);
      else tell();
    });
    attempt();
  },

  kept() {
    return request("GET", "activities/state", place(session, STATE)).then((answer) => {
      if (!answer.ok && answer.status !== 404) return false;
      const fresh = !answer.ok;
      return (fresh ? Promise.resolve({}) : answer.json()).then((document) => {
        held = document;
        const {data, score, completed, passed} = held;
        return {
          data: data || "", learner: accountOf(session), fresh, score: score === undefined ? null : score,
          done: !!completed, passed: !!passed,
        };
      });
    }).catch(() => false);
  },

  put(report) {
    if (!session) return false;
    const now = session;
    last = report;
    const news = now.mode === "Normal" ? verdicts(report) : [];
    const {data, place: at, score, progress, complete: completed, passed} = report;
    held = Object.assign({}, held, {data, place: at, score, progress, completed, passed});
    // A verdict that is refused was told before, by somebody else: saying it for ever helps nobody.
    const told = ([name, statement]) => post(statement).then((taken) => {
      if (taken !== false) held.told = Object.assign({[name]: true}, held.told);
      return taken !== false;
    });
    return Promise.all([putState(now), ...news.map(told)])
      .then((taken) => taken.every(Boolean) && (news.length ? putState(now) : true))
      .catch(() => false);
  },

  answer(entry, known) {
    if (!session || session.mode !== "Normal") return known;
    // The same one again: who tells twice has told once.
    entry.statement = entry.statement || answered(entry);
    session.judged = true;
    return post(entry.statement).then((taken) => (taken ? known + 1 : false));
  },

  end() {
    if (!session) return;
    session.over = true;
    keepLaunch(session);
    if (session.mode === "Normal" && session.judged && last) failure(last).forEach(post);
    post(cmi5("terminated", {result: {duration: since(session)}}));
    deliver();
    session = null;
  },
};

/* ---- the launch (8) ---- */

/** What the address says, or the session that a page before this one began; null for neither. */
function launchOf() {
  const query = new URLSearchParams(location.search);
  const kept = remembered();
  const open = kept && !kept.over ? kept : null;
  if (!GIVEN.every((name) => query.get(name))) return open;
  if (kept && kept.fetch === query.get("fetch")) return open;
  const [endpoint, fetch, actor, registration, activity] = GIVEN.map((name) => query.get(name));
  try {
    return {
      endpoint: endpoint.replace(/\/?$/, "/"), fetch, actor: JSON.parse(actor), registration, activity,
    };
  } catch (error) {
    return null;
  }
}

/** The mark of the launch, from 0 to 1; some platforms write null for none. */
function markIn({masteryScore}) {
  return typeof masteryScore === "number" ? masteryScore : undefined;
}

/** Whose launch it is; "" where that is not known. */
function accountOf(launch) {
  return ((launch && launch.actor.account) || {}).name || "";
}

/** The session of a launch; what fails is false where the network did, true where it was refused. */
function opened(launch) {
  return token(launch).then((known) => request("GET", "activities/state", place(known, "LMS.LaunchData"), undefined, null, known)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status < 500)))
    .then((data) => introduced(Object.assign(known, {
      template: data.contextTemplate || {}, mode: data.launchMode || "Normal",
      mastery: markIn(data), home: data.returnURL, begun: known.begun || Date.now(),
    }))));
}

/** A token is given once (8.2.2): it is kept at once. */
function token(launch) {
  if (launch.token) return Promise.resolve(launch);
  return limited(launch.fetch, {method: "POST"}).then((answer) => answer.json()).then((given) => {
    if (!given["auth-token"]) return Promise.reject(true);
    const known = Object.assign(launch, {token: given["auth-token"]});
    keepLaunch(known);
    return known;
  });
}

/** Asks for the learner's preferences, as it must (11), and says that the session begins (9.3.2). */
function introduced(known) {
  if (known.told) return known;
  const {actor: agent} = known;
  const asked = {profileId: "cmi5LearnerPreferences", agent: JSON.stringify(agent)};
  // The same statement at each attempt: the store may have taken one whose answer was lost.
  known.first = known.first || cmi5("initialized", {}, known);
  return request("GET", "agents/profile", asked, undefined, null, known)
    .then(() => handOver([known.first], known))
    .then((taken) => {
      if (!taken) return Promise.reject(taken === null);
      known.told = true;
      keepLaunch(known);
      return known;
    });
}

function keepLaunch(known) {
  try {
    sessionStorage.setItem(LAUNCH, JSON.stringify(known));
  } catch (error) {
    // Without it the next page finds no session, and says so.
  }
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(LAUNCH));
  } catch (error) {
    return null;
  }
}

/* ---- the record store (xAPI 1.0.3) ---- */

/** A fetch that outlives the page, and ends within seconds. */
function limited(url, options, stop) {
  const limit = stop || new AbortController();
  const timer = setTimeout(() => limit.abort(), LIMIT);
  const asked = Object.assign({keepalive: true, signal: limit.signal, cache: "no-store"}, options);
  return fetch(url, asked).then((answer) => {
    clearTimeout(timer);
    return answer;
  }, (error) => {
    clearTimeout(timer);
    return Promise.reject(false);
  });
}

function request(method, resource, query, body, stop, known) {
  const {endpoint, token} = known || session;
  const headers = {"Authorization": `Basic ${token}`, "X-Experience-API-Version": "1.0.3"};
  const options = {method, headers};
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  const asked = new URLSearchParams(query).toString();
  return limited(endpoint + resource + (asked && `?${asked}`), options, stop);
}

/** The state, as it is now; one that is still on its way gives way to it. */
function putState(known) {
  if (putting) putting.abort();
  const mine = putting = new AbortController();
  return request("PUT", "activities/state", place(known, STATE), held, mine, known).then((answer) => {
    if (putting === mine) putting = null;
    return answer.ok;
  });
}

function place(known, stateId) {
  const {activity: activityId, registration, actor} = known;
  return {activityId, registration, agent: JSON.stringify(actor), stateId};
}

/** Whether the store took a statement: true, false, or null where it refused it. It has one already: it took it. */
function handOver(statements, known) {
  return request("POST", "statements", {}, statements, null, known || session).then((answer) => {
    if (answer.ok) return true;
    if (answer.status === 409) return statements.length === 1;
    return REFUSED.includes(answer.status) ? null : false;
  }, () => false);
}

/** What became of each statement. Where the store did not want all of them together, each by itself. */
function handAll(statements, known) {
  return handOver(statements, known).then((taken) => (
    taken || statements.length === 1 ? statements.map(() => taken)
      : Promise.all(statements.map((one) => handOver([one], known)))
  ));
}

/** A statement goes with all others of this turn. */
function post(statement) {
  if (!outbox.length) Promise.resolve().then(deliver);
  return new Promise((told) => outbox.push([statement, told]));
}

function deliver() {
  const now = outbox;
  outbox = [];
  if (!now.length) return;
  handAll(now.map(([statement]) => statement), session)
    .then((taken) => now.forEach(([, told], n) => told(taken[n])));
}

/* ---- statements (9) ---- */

function statement(verb, more, known) {
  const {actor, registration, activity, template} = known;
  const context = JSON.parse(JSON.stringify(template));
  const made = {
    id: uuid(), timestamp: new Date().toISOString(), actor,
    verb: {id: VERBS + verb, display: {en: verb}},
    object: {objectType: "Activity", id: activity},
    context: Object.assign(context, {registration}),
  };
  return Object.assign(made, more);
}

/** One that cmi5 defines (9.6.2.1). A verdict is told once a registration: its id is made of that. */
function cmi5(verb, more, known) {
  const made = statement(verb, more, known || session);
  category(made, "cmi5");
  return made;
}

function category(made, name) {
  const {context} = made;
  const activities = context.contextActivities = context.contextActivities || {};
  activities.category = (activities.category || []).concat({id: `${CMI5}context/categories/${name}`});
}

/** What is new of completing and passing, each once (9.3.3, 9.3.4): [its name, its statement]. */
function verdicts(report) {
  const before = held.told || {};
  const completed = report.complete && !before.completed;
  return [
    ...(completed ? [["completed", judged("completed", {completion: true}, own("completed"))]] : []),
    ...(succeeded(report) && !before.passed ? [["passed", scored("passed", report, own("passed"))]] : []),
  ];
}

/** "failed", where all graded quizzes were taken in vain. Only when the learner leaves: until then
 * they may pass, and a session has one of the two (9.3). */
function failure(report) {
  const passed = succeeded(report) || (held.told || {}).passed;
  return report.tried && !passed && report.score < markOf(report) ? [scored("failed", report, uuid())] : [];
}

/** A mark that the platform has set counts, not the course's own (10.2.4). */
function succeeded(report) {
  return session.mastery === undefined ? report.passed
    : report.complete && report.score !== null && report.score >= markOf(report);
}

/** Out of 100. */
function markOf(report) {
  return session.mastery === undefined ? report.mark : 100 * session.mastery;
}

/** A verdict with the score, and the platform's mark where it has set one (9.6.3.2). */
function scored(verb, report, id) {
  const score = report.score === null ? {} : {score: {scaled: Number(decimal(report.score / 100))}};
  const made = judged(verb, Object.assign({success: verb === "passed"}, score), id);
  const {mastery} = session;
  if (mastery !== undefined) {
    made.context.extensions = Object.assign({[`${CMI5}context/extensions/masteryscore`]: mastery}, made.context.extensions);
  }
  return made;
}

function judged(verb, result, id) {
  const made = cmi5(verb, {id, result: Object.assign({duration: since(session)}, result)});
  category(made, "moveon");
  return made;
}

/** An answer (xAPI 1.0.3, part two, 2.4.4.1), and the competencies that it is about. */
function answered(entry) {
  const spell = RESPONSES[entry.type];
  const patterns = entry.patterns.map(PATTERNS[entry.type] || spell);
  const made = statement("answered", {result: result(entry, spell)}, session);
  made.object = {
    objectType: "Activity",
    id: `${session.activity}#${encodeURIComponent(entry.id)}`,
    definition: {
      type: `${VERBS.replace("expapi/verbs/", "")}expapi/activities/cmi.interaction`,
      interactionType: entry.type,
      correctResponsesPattern: patterns.filter((one, n, every) => one && every.indexOf(one) === n),
    },
  };
  const known = window.moocbuildItems || {};
  const about = entry.items.map((code) => known[code]).filter(Boolean).map((id) => ({id}));
  const {context} = made;
  const activities = context.contextActivities = context.contextActivities || {};
  if (about.length) activities.other = (activities.other || []).concat(about);
  return made;
}

function result(entry, spell) {
  const said = {response: spell(entry.response), duration: span(entry.seconds, 2)};
  if (entry.share === null) return said;
  return Object.assign(said, {success: entry.share === 1, score: {scaled: Number(decimal(entry.share))}});
}

function since(known) {
  return span((Date.now() - known.begun) / 1000, 0);
}

/** An id that is the same whenever it is made: the registration's with an end of unit and verb. */
function own(verb) {
  const {registration, activity} = session;
  const end = parseInt(hashText(`${activity} ${verb}`).slice(0, 6), 36); // below 2^32
  return registration.slice(0, -8) + (2 ** 32 + end).toString(16).slice(1);
}

function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => (256 + byte).toString(16).slice(1)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/* ---- the way back (10.2.6) ---- */

function offerWayBack() {
  const foot = find("footer.foot");
  if (!foot || !session || !/^https?:/.test(session.home) || find(".way-back", foot)) return;
  foot.appendChild(make("p", "way-back", "")).append(link(session.home, say("wayBack")));
}
