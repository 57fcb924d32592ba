/*
 * cmi5 (first edition, "Quartz"): the record store of whoever launched the course; what an adapter
 * is says lms_none.js. Sections in comments are those of the specification of cmi5.
 * A launch is a page's address. It is kept for the session, as pages of the course follow each
 * other; a reload goes on with it, since its token cannot be asked for again (8.2).
 * Statements of one turn go as one request: so nothing can overtake the last one (9.3.8).
 */
const CMI5 = "https://w3id.org/xapi/cmi5/";
const VERBS = "http://adlnet.gov/expapi/verbs/";
const LAUNCH = "moocbuild cmi5";
const GIVEN = ["endpoint", "fetch", "actor", "registration", "activityId"];
const STATE = "moocbuild";
const LIMIT = 8000; // ms that a request may take
const TELL_AFTER = 3000; // ms: then the learner is told that nothing was found
const GIVE_UP_AFTER = 20000;

let session = null;
let held = {}; // the state that the store has
let outbox = []; // statements of this turn, each with what waits for it
let putting = null; // the state that is on its way

const lms = {
  kind: "cmi5",

  start(found, missing) {
    const launch = launchOf();
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
        const learner = (session.actor.account || {}).name || "";
        return {
          data: data || "", learner, fresh, score: score === undefined ? null : score,
          done: !!completed, passed: !!passed,
        };
      });
    }).catch(() => false);
  },

  put(report) {
    if (!session) return false;
    const now = session;
    const news = now.mode === "Normal" ? verdicts(report) : [];
    const {data, place: at, score, progress, complete: completed, passed} = report;
    held = Object.assign({}, held, {data, place: at, score, progress, completed, passed});
    const told = ([name, statement]) => post(statement).then((taken) => {
      if (taken) held.told = Object.assign({[name]: true}, held.told);
      return taken;
    });
    return Promise.all([putState(now), ...news.map(told)])
      .then((taken) => taken.every(Boolean) && (news.length ? putState(now) : true))
      .catch(() => false);
  },

  answer(entry, known) {
    if (!session || session.mode !== "Normal") return known;
    // The same one again: who tells twice has told once.
    entry.statement = entry.statement || answered(entry);
    return post(entry.statement).then((taken) => taken && known + 1);
  },

  end() {
    if (session && session.mode === "Normal" && !session.over) {
      session.over = true;
      keepLaunch(session);
      post(cmi5("terminated", {result: {duration: since(session)}}));
      deliver();
    }
    session = null;
  },
};

/* ---- the launch (8) ---- */

/** What the address says, or the session that a page before this one began; null for neither. */
function launchOf() {
  const query = new URLSearchParams(location.search);
  const kept = remembered();
  if (!GIVEN.every((name) => query.get(name))) return kept;
  if (kept && kept.fetch === query.get("fetch")) return kept;
  const [endpoint, fetch, actor, registration, activity] = GIVEN.map((name) => query.get(name));
  try {
    return {
      endpoint: endpoint.replace(/\/?$/, "/"), fetch, actor: JSON.parse(actor), registration, activity,
    };
  } catch (error) {
    return null;
  }
}

/** The session of a launch; what fails is false where the network did, true where it was refused. */
function opened(launch) {
  return token(launch).then((known) => request("GET", "activities/state", place(known, "LMS.LaunchData"), undefined, null, known)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status < 500)))
    .then((data) => introduced(Object.assign(known, {
      template: data.contextTemplate || {}, mode: data.launchMode || "Normal",
      mastery: data.masteryScore, begun: known.begun || Date.now(),
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
  return request("GET", "agents/profile", asked, undefined, null, known)
    .then(() => handOver([cmi5("initialized", {}, known)], known))
    .then((taken) => {
      if (!taken) return Promise.reject(false);
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

/** Whether the store took these statements. One that it has already is one that it took. */
function handOver(statements, known) {
  const taken = (answer) => answer.ok || (answer.status === 409 && statements.length === 1);
  return request("POST", "statements", {}, statements, null, known || session).then(
    (answer) => taken(answer) || (answer.status === 409 && oneByOne(statements, known)),
    () => false,
  );
}

/** One of several was there already: each by itself. */
function oneByOne(statements, known) {
  return Promise.all(statements.map((one) => handOver([one], known))).then((all) => all.every(Boolean));
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
  handOver(now.map(([statement]) => statement)).then((taken) => now.forEach(([, told]) => told(taken)));
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
  const found = [];
  const before = held.told || {};
  const told = (verb, n, result) => {
    const made = cmi5(verb, {id: own(session.registration, n), result});
    category(made, "moveon");
    const {mastery} = session;
    if (verb === "passed" && mastery !== undefined) {
      made.context.extensions = Object.assign({[`${CMI5}context/extensions/masteryscore`]: mastery}, made.context.extensions);
    }
    found.push([verb, made]);
  };
  const duration = since(session);
  if (report.complete && !before.completed) told("completed", 1, {completion: true, duration});
  if (report.passed && !before.passed && !below(report.score)) {
    const score = report.score === null ? {} : {score: {scaled: Number(decimal(report.score / 100))}};
    told("passed", 2, Object.assign({success: true, duration}, score));
  }
  return found;
}

/** A mark that the platform has set, and that is not reached, forbids to say "passed" (9.5.1). */
function below(score) {
  return session.mastery !== undefined && score !== null && score / 100 < session.mastery;
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

/** An id that is the same whenever it is made: the registration's with another end. */
function own(registration, n) {
  const last = parseInt(registration.slice(-2), 16) ^ (0xa0 + n);
  return registration.slice(0, -2) + (256 + last).toString(16).slice(1);
}

function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = Array.from(bytes, (byte) => (256 + byte).toString(16).slice(1)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
