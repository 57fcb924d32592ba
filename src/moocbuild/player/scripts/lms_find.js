/*
 * SCORM's API object: finding it, and calling it safely. It stands before the page, so that the
 * session is open as soon as may be; what is said in it comes with the core (lms_scorm.js).
 * Which names the API has, say lms_scorm12.js and lms_scorm2004.js.
 */

const FRAMES = 10;
const session = {api: null, open: false, ended: false, begun: performance.now()};

/** Whether the platform's session is open now. */
function connect() {
  session.api = findApi(API, PREFIX + "Initialize");
  if (!session.api) return false;
  if (callApi("Initialize", "") === "true") return true;
  // A page before this one may have begun the session: then reading works.
  const why = callApi("GetLastError");
  if (session.ended || (why !== "101" && why !== "103")) return false;
  getValue(LEARNER);
  return callApi("GetLastError") === "0";
}

/** What the API answers, "" for nothing, null where it threw. */
function callApi(verb, ...values) {
  try {
    const answer = session.api[verb === "Terminate" ? TERMINATE : PREFIX + verb](...values);
    return answer === undefined || answer === null ? "" : String(answer);
  } catch (error) {
    return null;
  }
}

function getValue(element) {
  const value = callApi("GetValue", element);
  return value === null || value === "undefined" || value === "null" ? "" : value;
}

/** The API object of that name in this window, the frames around it, or the window that opened it. */
function findApi(name, verb) {
  const near = (start) => {
    let here = start;
    for (let n = 0; here && n <= FRAMES; n++) {
      const api = reach(here, name);
      if (api && typeof reach(api, verb) === "function") return api;
      const around = reach(here, "parent");
      if (around === here) break;
      here = around;
    }
    return null;
  };
  return near(window) || near(reach(window, "opener")) || near(reach(reach(window, "top"), "opener"));
}

/** A property that may lie behind a wall between origins. */
function reach(object, name) {
  try {
    return object[name];
  } catch (error) {
    return null;
  }
}

session.open = connect();
