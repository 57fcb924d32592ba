"""The way to help: a click leads there, whatever else is broken on the page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from moocbuild.model.course import Contact, Course
from moocbuild.pages.help import help_page
from moocbuild.player.html.edition import NONE, SCORM_12, SCORM_2004_4TH, Edition
from moocbuild.player.html.sco import sco
from moocbuild.player.html.site import files
from player.conftest import Lms, Server
from player.course import HERE, small_course

pytestmark = pytest.mark.browser

NUMBER = "116 123"
BAD_URLS = (
    "www.example.org",
    "javascript:alert(1)",
    "http://",
    "https://[",
    "//x",
    "\0",
    "https:",
)
EDITIONS: Mapping[str, Edition] = {"": NONE, "1.2": SCORM_12, "2004": SCORM_2004_4TH}


def line(number: str, role: str, country: str, url: str = "") -> Contact:
    day = datetime.date(2026, 11, 21)
    return Contact(number=number, role=role, country=country, url=url, confirmed_on=day, span=HERE)


def helped(*urls: str) -> Course:
    """A course with help lines in two countries; the schema has not looked at their addresses."""
    lines = [line(NUMBER, "emotional_support", "BE", url) for url in urls or ("",)]
    lines += [line("112", "emergency", "BE"), line("15", "emergency", "FR")]
    course = replace(small_course(), contacts=tuple(lines), countries=("BE", "FR"))
    *modules, about = course.modules
    about = replace(about, activities=(help_page(course),))
    return replace(course, modules=(*modules, about))


def package(course: Course, version: str) -> Mapping[str, bytes]:
    edition = EDITIONS[version]
    members = sco(course, edition).members if version else files(course, edition)
    return {name: data for name, data in members.items() if isinstance(data, bytes)}


@pytest.fixture
def visit(browser: Any, server: Server, request: pytest.FixtureRequest) -> Iterator[Lms]:
    """A learner in front of a course with help lines, one of each bad address."""
    version = getattr(request, "param", "")
    visit = Lms(browser, server, version, package(helped(*BAD_URLS), version))
    yield visit
    visit.context.close()


LED = """() => [window, ...Array.from(frames)].some(({document: page}) => {
    const root = page.documentElement;
    return root && page.readyState === "complete"
        && (root.dataset.page === "help" || root.querySelector("dialog[open]"));
})"""


def helps(visit: Lms) -> str:
    """Where a click has led: `box`, `page`."""
    visit.page.wait_for_function(LED)
    frame = visit.page.frames[-1]
    if frame.evaluate("document.documentElement.dataset.page") == "help":
        assert NUMBER in frame.locator("main").inner_text()
        return "page"
    assert NUMBER in frame.locator("dialog[open]").inner_text()
    return "box"


everywhere = pytest.mark.parametrize("visit", list(EDITIONS), indirect=True)
both = pytest.mark.parametrize("visit", ["", "1.2"], indirect=True)


@everywhere
def test_no_address_closes_the_way(visit: Lms) -> None:
    """Each number is there; what is no address of a page is words and no link."""
    frame = visit.open("one.read.html")
    frame.locator("a.help").click()
    assert helps(visit) == "box"
    box = frame.locator("dialog")
    assert box.locator("a[href^=tel]").count() == len(BAD_URLS) + 1
    hrefs = box.locator("a").evaluate_all("all => all.map((one) => one.protocol)")
    assert set(hrefs) == {"tel:", "http:"}  # the numbers, and the course's own page
    assert "javascript:alert(1)" in box.inner_text()
    assert visit.errors == []


@pytest.mark.parametrize(("visit", "url"), [("", "https://example.org/a?b#c")], indirect=["visit"])
def test_an_address_is_a_link(visit: Lms, url: str) -> None:
    for name, data in package(helped(url), "").items():
        visit.server.files[f"/course/{name}"] = data
    frame = visit.open("one.read.html")
    frame.locator("a.help").click()
    way = frame.locator("dialog a[href^=https]")
    assert (way.get_attribute("href"), way.inner_text()) == (url, "example.org")


def in_course(script: str) -> str:
    """Only the course's own frame is broken, never the platform's page around it."""
    return f"if (location.pathname.startsWith('/course/')) {{ {script} }}"


THROW = "() => { throw Error('broken'); }"
BROKEN = {
    "no dialogs": "delete window.HTMLDialogElement; delete HTMLDialogElement.prototype.showModal",
    "showModal throws": f"HTMLDialogElement.prototype.showModal = {THROW}",
    "showModal does nothing": "HTMLDialogElement.prototype.showModal = () => {}",
    "no elements": f"const m = document.createElement.bind(document);"
    f"document.createElement = (tag) => tag === 'dialog' ? ({THROW})() : m(tag)",
    "no lines": "Object.defineProperty(window, 'moocbuild', {set(v) { this.kept = v;"
    " Object.defineProperty(v, 'contacts', {configurable: true, get() { return 5; },"
    " set() {}}); },"
    " get() { return this.kept; }})",
    "an empty line": "Object.defineProperty(window, 'moocbuild', {set(v) { this.kept = v;"
    " Object.defineProperty(v, 'contacts', {configurable: true, get() { return [null]; },"
    " set() {}}); },"
    " get() { return this.kept; }})",
    "a listener before": f"document.addEventListener('click', {THROW}, true);"
    f"window.addEventListener('click', {THROW}, true)",
    "a dialog that is hidden": "addEventListener('DOMContentLoaded', () => {"
    " const s = document.createElement('style'); s.textContent = 'dialog {display: none"
    " !important}'; document.head.append(s); })",
}
BESIDE = {
    "no storage": "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty("
    f"window, name, {{get: {THROW}}})",
    "a full storage": f"Storage.prototype.setItem = {THROW}",
    "no names of countries": "Intl.DisplayNames = undefined",
    "a fetch without an answer": "window.fetch = () => new Promise(() => {})",
}


@both
@pytest.mark.parametrize("broken", [*BROKEN, *BESIDE])
def test_whatever_is_broken(visit: Lms, broken: str) -> None:
    visit.page.add_init_script(in_course({**BROKEN, **BESIDE}[broken]))
    frame = visit.open("one.read.html")
    frame.locator("a.help").click(no_wait_after=True)
    led = helps(visit)
    assert broken not in BESIDE or led == "box"


@pytest.mark.parametrize("file", ["later.js", "help.js", "player.js", "first.js"])
def test_a_script_that_does_not_come(visit: Lms, file: str) -> None:
    del visit.server.files[f"/course/{file}"]
    visit.page.goto(f"{visit.server.url}/course/one.read.html")
    visit.page.locator("a.help").click()
    # Help needs nothing of later.js: its box is there as soon as help.js is.
    assert helps(visit) == "page" or file == "later.js"


# The course's own memory of a page is filled some turns after its last byte is here.
FETCHED = """() => performance.getEntriesByName(new URL("help.html", location).href)
    .some((one) => one.responseEnd)
  && new Promise((done) => setTimeout(() => requestAnimationFrame(() => done(true))))"""
HANGS = "window.fetch = () => new Promise(() => {})"
SWAPS = {
    "no fetch": "window.fetch = undefined",
    "a fetch without an answer": HANGS,
    "no history": f"history.pushState = {THROW}",
    "no parser": f"DOMParser.prototype.parseFromString = {THROW}",
    "a page that cannot be put in": f"Element.prototype.replaceWith = {THROW}",
    "": "",
}


@everywhere
@pytest.mark.parametrize("broken", list(SWAPS))
def test_from_the_box_to_the_page(visit: Lms, broken: str) -> None:
    """And a session with the platform goes on there."""
    visit.page.add_init_script(in_course(SWAPS[broken]))
    frame = visit.open("one.read.html")
    if not broken.startswith(("no fetch", "a fetch")):
        frame.wait_for_function(FETCHED)
    frame.locator("a.help").click()
    frame.locator("dialog a[href$='help.html']").press("Enter", no_wait_after=True)
    visit.page.frames[-1].wait_for_selector('html[data-page="help"]')
    assert helps(visit) == "page"
    if broken == "no history":
        # Shown already: following the link as well would end the session unsaid.
        assert sum(url.endswith("help.html") for url in visit.requests) == 1
    if visit.version:
        assert [call.verb for call in visit.calls()].count("Terminate") == 0
        visit.page.frames[-1].wait_for_selector("html.js")
        visit.leave()
        assert [call.verb for call in visit.calls()].count("Terminate") == 1


def test_help_page_without_a_network(visit: Lms) -> None:
    """A page that was fetched before is shown; nothing is waited for."""
    frame = visit.open("one.read.html")
    frame.wait_for_function(FETCHED)
    visit.server.down = True
    frame.locator("a.help").click()
    frame.locator("dialog a[href$='help.html']").click()
    frame.wait_for_selector('html[data-page="help"]')
    assert helps(visit) == "page" and frame.url.endswith("help.html")


@both
def test_another_country_cannot_be_shown(visit: Lms) -> None:
    frame = visit.open("one.read.html")
    frame.locator("a.help").click()
    frame.evaluate(f"void (Element.prototype.append = {THROW})")
    frame.locator("dialog select").select_option("FR", no_wait_after=True)
    visit.page.frames[-1].wait_for_selector('html[data-page="help"]')
    assert helps(visit) == "page"
