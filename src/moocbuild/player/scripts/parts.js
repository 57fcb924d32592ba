/*
 * What connects the player's files, and the plainest way from page to page. Where nothing better is
 * loaded (navigation.js), links are followed as they are, and the next page goes on in the session.
 */

const HOME = "index.html";
const HELP = /^help(_[\w-]+)?\.html$/;
const parts = []; // of this page and of others that were met
const ways = {go: leaveFor, swap: () => false};
let leaving = false; // to another page of this course: the session goes on there

/**
 * A script that some pages need. What it may have: wake() when a page is shown, refresh() when the
 * state was exchanged or another part came, paint() when it changed, items() for the platform and
 * evidence() for the learner, leave() at the end, answered(form).
 */
function part(made) {
  parts.push(made);
  if (shown && made.wake) made.wake();
  later(1000);
}

function each(what, value) {
  parts.forEach((one) => one[what] && one[what](value));
}

function fileOf(url) {
  return decodeURIComponent(url.pathname.split("/").pop()) || HOME;
}

/** Pages and scripts of a further language in the same package end so: `quiz_fr.js`; "" of the first. */
function tongueOf(file) {
  return (/_[\w-]+(?=\.html$)/.exec(file) || [""])[0];
}

function inTongue(file) {
  return file.replace(".js", `${tongueOf(fileOf(location))}.js`);
}

/** Whether a link leads to a page of this course. */
function isOurs(url) {
  const folder = (path) => path.slice(0, path.lastIndexOf("/"));
  return url.protocol === location.protocol && url.host === location.host
    && folder(url.pathname) === folder(location.pathname) && /\.html$/.test(fileOf(url));
}

function onClick(event) {
  const way = event.target.closest && event.target.closest("a[href]");
  if (!way || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey
    || event.altKey || way.target || way.download) return;
  const url = new URL(way.href, location.href);
  if (!isOurs(url) || fileOf(url) === fileOf(location)) return;
  if (HELP.test(fileOf(url))) return goToHelp(event, way, url);
  event.preventDefault();
  ways.go(url, true);
}

/** Only a page that is there already may stand in for a link to help: nothing is waited for. */
function goToHelp(event, way, url) {
  try {
    if (ways.swap(url)) return event.preventDefault();
  } catch (error) {
    // The browser follows the link.
  }
  way.href = left(url);
}

/** The page before the session's end is left as it is: the next one goes on with it. */
function leaveFor(url) {
  location.href = left(url);
}

function left(url) {
  leaving = true;
  if (launched !== null) url.searchParams.set("launched", launched);
  return url.href;
}
