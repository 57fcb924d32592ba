"""Every page of whole courses, as learners see it: nothing that axe finds, nothing too wide."""

from __future__ import annotations

from typing import Any

import pytest

from audit.conftest import site_of
from audit.looks import look, show, too_wide, violations
from audit.states import OPEN_ALL, State, states
from moocbuild.pages import add_pages
from page_weight import about
from whole.courses import COURSES, course, packages

pytestmark = pytest.mark.browser

LOOKS = (("light", 1280), ("dark", 360))
PRINTED = """() => [...document.querySelectorAll('.tabs > details > *:not(summary)')]
    .filter((one) => !one.getClientRects().length).length"""


CUT = """() => [...document.querySelectorAll('pre, .wide')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"""
"""Code and tables of which a part is not seen."""


def wanted(name: str) -> list[State]:
    """Every page with its folds open; questions and simulations in each state."""
    files = [each for each in packages(name)["web"].names() if each.endswith(".html")]
    opened = [State("opened", file, (OPEN_ALL,)) for file in files]
    played = [each for each in states(add_pages(course(name))) if each.name != "help"]
    return [*opened, *played]


def judged(browser: Any, name: str, chosen: list[State], scheme: str, width: int) -> list[str]:
    site = site_of(packages(name)["web"])
    found = []
    with look(browser, scheme, width) as page:
        for state in chosen:
            show(page, site.url, state)
            wrong = [*violations(page), *too_wide(page)]
            found += [f"{state.file}, {state.name}: {each}" for each in wrong]
    site.close()
    return found


SHIFTS = """() => { window.shifts = []; new PerformanceObserver((list) => {
    for (const {value, sources} of list.getEntries()) window.shifts.push([value,
      ...sources.map(({node}) => node && (node.id || node.className || node.nodeName))]);
  }).observe({type: "layout-shift", buffered: true}); }"""
PICTURES = "media/*"
LOADED = """() => Promise.all([...document.images].map((image) => image.complete
    || new Promise((done) => { image.onload = image.onerror = done; })))"""
AWAKE = "[data-set=font][aria-pressed]"
GOOD = 0.1
"""Of the sum of layout shifts, as Web Vitals judges it."""


@pytest.mark.xdist_group("audit")
@pytest.mark.parametrize("late", ["first.js", "player.js", PICTURES])
@pytest.mark.parametrize("name", COURSES)
def test_nothing_jumps_when_these_come(name: str, late: str, shared_browser: Any) -> None:
    """A page of each kind, whose scripts or pictures come when it can be read."""
    package = packages(name)["web"]
    kinds: dict[str, str] = {}
    for file in package.names():
        if file.endswith(".html"):
            kinds.setdefault(about(package.read(file))[0], file)
    site = site_of(package)
    shifts = {kind: _shifts(shared_browser, site.url + file, late) for kind, file in kinds.items()}
    site.close()
    assert not {kind: each for kind, each in shifts.items() if sum(v for v, *_ in each) > GOOD}


def _shifts(browser: Any, address: str, late: str) -> list[list[Any]]:
    """Each with its value, then what moved, when `late` comes after the first paint."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    page.add_init_script(f"({SHIFTS})()")
    held: list[Any] = []
    painted = [False]

    def asked(route: Any) -> None:
        if painted[0]:
            route.continue_()
        else:
            held.append(route)

    page.route(f"**/{late}", asked)
    if late != PICTURES:
        page.route("**/media/*", lambda route: route.abort())  # so that one thing comes late
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    painted[0] = True
    for route in held:
        route.continue_()
    page.locator(AWAKE).wait_for(state="attached")
    page.evaluate(LOADED)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    shifts: list[list[Any]] = page.evaluate("window.shifts")
    context.close()
    return shifts


@pytest.mark.audit
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
@pytest.mark.parametrize("name", COURSES)
def test_every_page(name: str, scheme: str, width: int, shared_browser: Any) -> None:
    assert judged(shared_browser, name, wanted(name), scheme, width) == []


@pytest.mark.xdist_group("audit")
@pytest.mark.parametrize("name", COURSES)
def test_sample(name: str, shared_browser: Any) -> None:
    """A page of every four, each course in another look."""
    number = COURSES.index(name)
    scheme, width = LOOKS[number % 2]
    assert judged(shared_browser, name, wanted(name)[number::4], scheme, width) == []


def test_all_tabs_and_all_code_are_printed(shared_browser: Any) -> None:
    site = site_of(packages("git-basics")["web"])
    with look(shared_browser, "light", 1280) as page:
        show(page, site.url, State("opened", "first-steps.setting-up.html"))
        assert page.evaluate(PRINTED) > 0, "on the screen one is open"
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate(PRINTED) == 0
        assert page.evaluate(CUT) == []
    site.close()


def test_interface_words_keep_to_the_right_in_arabic(shared_browser: Any) -> None:
    """Where they stand on lines of their own, and the menu below its button."""
    site = site_of(packages("bicycle")["web"])
    edges = """(names) => names.map((name) => {
      const area = document.querySelector('main').getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(name));
      return area.right - range.getBoundingClientRect().right;
    })"""
    with look(shared_browser, "light", 1280) as page:
        show(page, site.url, State("opened", "tyre.quiz.html"))
        label, title = page.evaluate(edges, [".label", ".question h2"])
        assert label == pytest.approx(title, abs=2)
        back, name = page.evaluate(edges, [".previous span", ".previous"])
        assert back == pytest.approx(name, abs=2)
        page.evaluate("document.querySelector('.fold').open = true")
        menu = page.evaluate("document.querySelector('.menu').getBoundingClientRect().right")
        assert menu == pytest.approx(1280, abs=20)
    site.close()
