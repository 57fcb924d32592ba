/*
 * From page to page inside one session: the next page is fetched and put in the place of this one,
 * so that the platform's session and the learner's state live on, and pages go on working offline.
 * Where fetching is impossible (file://, no memory of the page) the link is followed as any other.
 */

const RETRY = 4000; // ms
const pages = {}; // file → text
const nearby = []; // files that pages link to, the nearest first
let fetching = false;
let open = fileOf(location);
let waiting = 0; // for a page that could not be had

/** Shows a page of the course. */
function go(url, isNew) {
  // Scripts say their words in one language.
  if (tongueOf(fileOf(url)) !== tongueOf(open)) return leaveFor(url);
  return textOf(fileOf(url)).then((text) => swap(text, url, isNew)).catch((error) => {
    if (error === "offline") return comeBack(fileOf(url));
    return leaveFor(url);
  });
}

/** No page from the network: says so, until one can be had again. */
function comeBack(file) {
  notice("away", trouble("offline"));
  clearTimeout(waiting);
  waiting = setTimeout(() => textOf(file).then(() => notice("away", ""), () => comeBack(file)), RETRY);
}

/** A page's text. Fails with "offline" where it was possible to fetch pages before. */
function textOf(file) {
  if (pages[file]) return Promise.resolve(pages[file]);
  if (location.protocol === "file:" || !window.fetch) return Promise.reject(Error());
  const lost = () => { throw navigator.onLine === false || Object.keys(pages).length ? "offline" : Error(); };
  return fetch(file, {credentials: "same-origin"}).then((answer) => {
    if (!answer.ok) throw Error(answer.status);
    return answer.text();
  }).catch(lost).then((text) => {
    if (!text.includes(`data-course="${course.course}"`)) throw Error(); // of another course
    pages[file] = text;
    loadParts(text);
    return text;
  });
}

/** Fetches what a page needs: scripts once, in order; sheets, which dress nothing before it is shown. */
function loadParts(text) {
  for (const [, file] of text.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)) {
    if (find(`link[href="${file}"]`)) continue;
    const sheet = make("link", "", "");
    Object.assign(sheet, {rel: "stylesheet", href: file, media: "none"});
    // The first is that of all pages, the last may be the author's.
    find("link[rel=stylesheet]").after(sheet);
  }
  const then = / data-then="([^"]+)"/.exec(text);
  if (then) load(then[1]);
}

function swap(text, url, isNew) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const root = page.documentElement;
  const here = document.documentElement;
  // What may be framed is said once a document: other pages need one of their own.
  if (root.dataset.frames !== here.dataset.frames) throw Error();
  if (isNew) history.pushState(null, "", url.href);
  // What may fail comes first: a page that cannot be put in leaves this one as it was.
  for (const area of ["main", "header.bar", ".steps-nav", "footer.foot"]) replace(area, page);
  open = fileOf(url);
  delete here.dataset.retells;
  for (const {name, value} of root.attributes) if (name !== "class") here.setAttribute(name, value);
  document.title = page.title;
  loadParts(text);
  for (const sheet of all("link[rel=stylesheet]:not([media=print])")) {
    sheet.media = find(`link[href="${sheet.getAttribute("href")}"]`, page) ? "all" : "none";
  }
  notice("away", "");
  openPage();
  const target = url.hash && document.getElementById(decodeURIComponent(url.hash.slice(1)));
  if (target) target.scrollIntoView();
  else window.scrollTo(0, 0);
  focusOn(target || find("h1"), true);
}

function replace(area, page) {
  const old = find(area);
  const fresh = find(area, page);
  if (old && fresh) old.replaceWith(fresh);
  else if (old) old.remove();
  else if (fresh) find("main").after(fresh);
}

/** Fetches the other pages while nothing else is to do, those first that the page leads on to. */
function fetchNear() {
  const near = all("[rel=next]").concat(all("a[href]")).filter(isOurs).map(fileOf).filter(isNearby);
  const files = near.concat(nearby).filter((file, n, every) => every.indexOf(file) === n);
  nearby.splice(0, nearby.length, ...files);
  fetchNext();
}

function isNearby(file) {
  return tongueOf(file) === tongueOf(open);
}

function fetchNext() {
  const saves = navigator.connection && navigator.connection.saveData;
  const file = (saves ? nearby.slice(0, 1) : nearby).find((one) => !pages[one]);
  if (fetching || !file || location.protocol === "file:") return;
  fetching = true;
  const again = (wait) => {
    fetching = false;
    setTimeout(fetchNext, wait);
  };
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 300));
  idle(() => textOf(file).then((text) => {
    for (const [, next] of text.matchAll(/ href="([\w.-]+\.html)/g)) if (isNearby(next) && !nearby.includes(next)) nearby.push(next);
    again(0);
  }, () => {
    nearby.push(...nearby.splice(nearby.indexOf(file), 1));
    again(RETRY);
  }));
}

ways.go = go;
ways.swap = (url) => {
  const text = pages[fileOf(url)];
  if (!text) return false;
  swap(text, url, false);
  try {
    // Last: where the page could not be shown, the browser must still have somewhere to go.
    history.pushState(null, "", url.href);
  } catch (error) {
    // It is shown: leaving for it now would only end the session without a word.
  }
  return true;
};
window.addEventListener("popstate", () => {
  if (fileOf(location) !== open) go(new URL(location.href), false);
});
part({
  wake() {
    fetchNear();
    if (find("[data-journal]")) load(inTongue("learner.js"));
  },
});
