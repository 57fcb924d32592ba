"""Focus is seen at every stop; other scripts and long words break nothing; pages work offline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from audit.conftest import Site, site_of
from audit.looks import look, show, too_wide, violations
from audit.states import OPEN_ALL, State, states
from audit.test_axe import sample
from moocbuild.model.course import Course
from moocbuild.model.text import Text, rewrite
from moocbuild.model.walk import map_texts
from moocbuild.targets import web

pytestmark = pytest.mark.browser

_FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const seen = at.matches(".option > input") ? at.closest(".option") : at;
  const style = getComputedStyle(seen);
  const box = seen.getBoundingClientRect();
  const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
  const hidden = box.bottom <= bar && !at.closest(".bar, .skip") && !at.matches(".skip");
  return {
    name: at.outerHTML.slice(0, 120),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    there: box.width > 0 && box.height > 0 && !hidden && box.top < innerHeight,
  };
}"""


def stops(page: Any) -> Iterator[dict[str, Any]]:
    """What Tab comes to, from the first control of a page to the last."""
    for _ in range(500):
        page.keyboard.press("Tab")
        at = page.evaluate(_FOCUS)
        if at is None:
            return
        yield at


def unseen(page: Any, site: Site, wanted: list[State]) -> list[str]:
    found = []
    for state in wanted:
        show(page, site.url, state)
        page.evaluate("document.activeElement.blur()")
        found += [
            f"{state.file}, {state.name}: {at['name']}"
            for at in stops(page)
            if not (at["ring"] and at["there"])
        ]
    return found


@pytest.mark.audit
@pytest.mark.parametrize("scheme", ["light", "dark", "forced colours"])
def test_focus_is_seen_everywhere(
    scheme: str, browser: Any, site: Site, pages: list[str], course: Course
) -> None:
    opened = [State("opened", name, (OPEN_ALL,)) for name in pages]
    with look(browser, scheme, 320) as page:
        assert unseen(page, site, opened) == []


@pytest.mark.xdist_group("audit")
def test_focus_is_seen(browser: Any, site: Site) -> None:
    names = ("index", "competencies", "completion", "active-listening.validate-first")
    with look(browser, "light", 320) as page:
        assert unseen(page, site, [State("opened", f"{name}.html") for name in names]) == []


# --- pseudo-languages

_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def right_to_left(word: str) -> str:
    return "".join(_ARABIC[ord(letter.lower()) % len(_ARABIC)] for letter in word)


def long_words(word: str) -> str:
    return word if len(word) < 6 else word + "verlängerungswörterzusammensetzung"


def pseudo(course: Course, language: str, change: Callable[[str], str]) -> Course:
    """The course with other words in its texts: its structure and links stay."""

    def words(said: str) -> str:
        return _WORD.sub(lambda word: change(word[0]), said)

    def text(of: Text) -> Text:
        return Text(rewrite(of.nodes, {}, words))

    modules = tuple(
        replace(
            module,
            title=words(module.title),
            activities=tuple(replace(a, title=words(a.title)) for a in module.activities),
        )
        for module in map_texts(course.modules, text)
    )
    return replace(course, language=language, title=words(course.title), modules=modules)


@pytest.mark.audit
@pytest.mark.parametrize(
    ("language", "change"), [("ar", right_to_left), ("de", long_words)], ids=["ar", "long"]
)
def test_pseudo_languages(
    language: str, change: Callable[[str], str], browser: Any, course: Course
) -> None:
    other = pseudo(course, language, change)
    site = site_of(web.TARGETS[0].render(other))
    found = []
    for width in (320, 1280):
        with look(browser, "light", width) as page:
            for state in (*sample(course), *states(course)):
                show(page, site.url, state)
                wrong = [*too_wide(page), *violations(page)]
                found += [f"{state.file}, {state.name}, {width}: {one}" for one in wrong]
    site.close()
    assert found == []


@pytest.mark.xdist_group("audit")
def test_right_to_left(browser: Any, course: Course) -> None:
    site = site_of(web.TARGETS[0].render(pseudo(course, "ar", right_to_left)))
    wanted = [state for state in sample(course) if state.name in ("index", "help", "right")]
    with look(browser, "light", 320) as page:
        for state in wanted:
            show(page, site.url, state)
            assert (state.file, too_wide(page)) == (state.file, [])
        assert page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "rtl"
    site.close()


# --- offline


@pytest.mark.xdist_group("audit")
def test_second_visit_without_a_network(browser: Any, package: Any) -> None:
    site = site_of(package)
    context = browser.new_context()
    page = context.new_page()
    page.goto(site.url)
    page.evaluate("navigator.serviceWorker.ready.then((one) => one.active.state)")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.close()
    site.down = True
    page = context.new_page()
    page.set_default_timeout(5000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for name in ("", "active-listening.quiz.html", "competencies.html", "help.html"):
        page.goto(site.url + name)
        page.wait_for_selector("html.js h1")
    drawings = "[...document.images].every((one) => one.complete && one.naturalWidth)"
    page.goto(site.url + "active-listening.being-fully-there.html")
    assert page.evaluate(drawings)
    page.locator("a[rel=next]").click()
    page.wait_for_selector('html:not([data-page="active-listening/being-fully-there"])')
    assert errors == []
    context.close()
    site.close()


def test_the_worker_changes_with_the_content_alone(course: Course, package: Any) -> None:
    again = web.TARGETS[0].render(replace(course))
    other = web.TARGETS[0].render(replace(course, title="Another"))
    assert package.read("sw.js") == again.read("sw.js") != other.read("sw.js")
