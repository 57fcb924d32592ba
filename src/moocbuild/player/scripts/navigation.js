/*
 * From page to page inside one session: the next page is fetched and put in the place of this one,
 * so that the platform's session and the learner's state live on, and pages go on working offline.
 * Where fetching is impossible (file://, no memory of the page) the link is followed as any other.
 */

const pages = {}; // file → text
const HOME = "index.html";
let leaving = false; // to another page of this course: the session goes on there
let shown = null; // id of the page that is shown
const launched = document.documentElement.dataset.page || ""; // the page that the platform opened
let fetching = false;

function fileOf(url) {
  return decodeURIComponent(url.pathname.split("/").pop()) || HOME;
}

/** Whether a link leads to a page of this course. */
function isOurs(url) {
  const folder = (path) => path.slice(0, path.lastIndexOf("/"));
  return url.protocol === location.protocol && url.host === location.host
    && folder(url.pathname) === folder(location.pathname)
    && Boolean(pageWith("file", fileOf(url)) || fileOf(url) === HOME);
}

function onClick(event) {
  const way = event.target.closest && event.target.closest("a[href]");
  if (!way || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey
    || event.altKey || way.target || way.download) return;
  const url = new URL(way.href, location.href);
  if (!isOurs(url) || fileOf(url) === fileOf(location)) return;
  event.preventDefault();
  go(url, true);
}

/** Shows a page of the course. */
function go(url, isNew) {
  return textOf(fileOf(url)).then((text) => swap(text, url, isNew)).catch((error) => {
    // The page before the session's end is left as it is: the next one goes on with it.
    if (error === "offline") return notice("offline", true);
    leaving = true;
    flush();
    location.href = url.href;
    return null;
  });
}

function textOf(file) {
  if (pages[file]) return Promise.resolve(pages[file]);
  if (location.protocol === "file:" || !window.fetch) return Promise.reject(Error("no fetch"));
  return fetch(file, {credentials: "same-origin"}).then((answer) => {
    if (!answer.ok) throw Error(answer.status);
    return answer.text();
  }, () => { throw navigator.onLine === false ? "offline" : Error("no answer"); }).then((text) => {
    pages[file] = text;
    return text;
  });
}

function swap(text, url, isNew) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const root = page.documentElement;
  if (root.dataset.course !== course.course || !page.querySelector("main")) {
    delete pages[fileOf(url)];
    throw Error("not a page of this course");
  }
  if (isNew) history.pushState(null, "", url.href);
  const here = document.documentElement;
  for (const {name, value} of root.attributes) if (name !== "class") here.setAttribute(name, value);
  document.title = page.title;
  replace("main", page);
  for (const part of ["header.bar", ".steps-nav", "footer.foot"]) replace(part, page);
  notice("offline", false);
  openPage();
  const target = url.hash && document.getElementById(decodeURIComponent(url.hash.slice(1)));
  if (target) target.scrollIntoView();
  else window.scrollTo(0, 0);
  focusOn(target || find("h1"), true);
}

function replace(part, page) {
  const old = find(part);
  const fresh = page.querySelector(part);
  if (old && fresh) old.replaceWith(document.importNode(fresh, true));
  else if (old) old.remove();
  else if (fresh) find("main").after(document.importNode(fresh, true));
}

/** Fetches the other pages while nothing else is to do, the nearest first. */
function prefetch() {
  const saves = navigator.connection && navigator.connection.saveData;
  const here = course.pages.findIndex((page) => page.id === shown);
  const order = course.pages.slice(here + 1).concat(course.pages.slice(0, here));
  const next = (saves ? order.slice(0, 1) : order).find((page) => !pages[page.file]);
  if (fetching || !next || location.protocol === "file:") return;
  fetching = true;
  const again = (wait) => {
    fetching = false;
    setTimeout(prefetch, wait);
  };
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 300));
  idle(() => textOf(next.file).then(() => again(0), () => again(30000)));
}
