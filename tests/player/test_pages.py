"""The player without an LMS: navigation, order, scenario, storage that is blocked."""

from __future__ import annotations

import re

import pytest

from player.answers import answer
from player.conftest import Lms

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("lms", [""], indirect=True)]


def test_pages_are_swapped(lms: Lms) -> None:
    frame = lms.open()
    frame.evaluate("window.same = 1")
    frame.get_by_role("link", name="Page one/read", exact=True).click()
    frame.wait_for_selector('html[data-page="one/read"]')
    assert frame.evaluate("window.same") == 1
    assert frame.url.endswith("one.read.html")
    assert frame.title().startswith("Page one/read")
    assert frame.evaluate("document.activeElement.tagName") == "H1"
    lms.page.go_back()
    frame.wait_for_selector('html[data-page=""]')
    assert frame.locator('li[data-page="one/read"] .state').inner_text() == "read"
    assert lms.errors == []


def test_order_with_the_keyboard(lms: Lms) -> None:
    frame = lms.open("one.case.html")
    steps = frame.locator(".step")
    names = steps.evaluate_all("all => all.map(step => step.dataset.step)")
    assert names != ["a", "b", "c"]
    first = steps.first
    first.locator("button").last.focus()
    lms.page.keyboard.press("Enter")
    assert steps.evaluate_all("all => all.map(step => step.dataset.step)") == [
        names[1],
        names[0],
        names[2],
    ]
    assert "at place 2 of 3" in frame.locator(".verdict").inner_text()
    assert frame.evaluate("document.activeElement.closest('.step').dataset.step") == names[0]


def test_scenario_back_stop_and_go_on(lms: Lms) -> None:
    frame = lms.open("one.talk.html")
    assert frame.locator(".scene:visible").count() == 0
    frame.get_by_role("button", name="Begin").click()
    frame.get_by_role("button", name="Say a to hard").click()
    frame.get_by_role("button", name="One step back").click()
    assert frame.locator(".talk .scene").count() == 1
    frame.get_by_role("button", name="Say a to hard").click()
    frame.get_by_role("button", name="Stop here").click()
    assert "always fine" in frame.locator(".start").inner_text()
    lms.page.reload()
    frame.get_by_role("button", name="Go on").click()
    assert frame.locator(".talk .scene").count() == 2
    assert "Say a to hard" in frame.locator(".said").inner_text()
    frame.get_by_role("button", name="Say a to last").click()
    frame.get_by_role("button", name="Say a to first").click()  # the way back rewinds
    assert frame.locator(".talk .scene").count() == 1
    assert lms.errors == []


@pytest.mark.parametrize(
    ("kept", "scenes"),
    [("1a", 2), ("a", 2), ("2a", 1), ("1c", 1), ("1a-3a", 2), ("a-3a", 2)],
)
def test_a_way_is_taken_up_as_far_as_it_was_chosen(lms: Lms, kept: str, scenes: int) -> None:
    """An edit may lead a choice elsewhere: what was chosen in other scenes is not said here."""
    frame = lms.open("one.talk.html")
    frame.get_by_role("button", name="Begin").click()
    frame.get_by_role("button", name="Say a to hard").click()
    frame.get_by_role("button", name="Stop here").click()
    changed = frame.evaluate(
        """kept => Object.keys(localStorage).filter(key => {
          const line = localStorage.getItem(key);
          localStorage.setItem(key, line.replace(".1a;", `.${kept};`));
          return line.includes(".1a;");
        }).length""",
        kept,
    )
    assert changed == 1
    lms.page.reload()
    frame.locator(".start button.primary").click()
    assert frame.locator(".talk .scene").count() == scenes
    assert lms.errors == []


def test_blocked_storage(lms: Lms) -> None:
    lms.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"
    )
    frame = lms.open("one.read.html")
    frame.locator("textarea").fill("words")
    frame.get_by_text("This device keeps nothing").wait_for()
    lms.go("one.case.html")
    lms.go("one.read.html")
    assert frame.locator("textarea").input_value() == "words"
    assert lms.errors == []


def test_journal_overview_and_erasing(lms: Lms) -> None:
    frame = lms.open("one.read.html")
    frame.locator("textarea").fill("my words")
    frame.locator(".saved:not(:empty)").wait_for()
    lms.go("journal.html")
    overview = frame.locator("[data-journals]")
    assert "my words" in overview.inner_text()
    erase = overview.get_by_role("button")
    erase.click()
    erase.click()
    assert "my words" not in overview.inner_text() and not erase.is_visible()
    assert "my words" not in str(frame.evaluate("Object.entries(localStorage)"))


@pytest.mark.parametrize(
    "text", ["m2;", "m2;cxxxxx;", '{"a":1}', "m9;zabc;b__;", "m2;" + "q" * 5000]
)
def test_bad_state_is_no_obstacle(lms: Lms, text: str) -> None:
    frame = lms.open("one.check.html")
    frame.evaluate(
        "text => localStorage.setItem(Object.keys(localStorage)"
        ".find(key => !key.endsWith(':look')), '1' + text)",
        text,
    )
    lms.page.reload()
    frame.wait_for_selector("html.js .quiz-result:not(:empty)")
    assert lms.errors == []


def test_keep_nothing(lms: Lms) -> None:
    """The shared-computer switch: what was kept goes at once, what follows stays in memory."""
    frame = lms.open("one.read.html")
    frame.locator("textarea").fill("my words")
    frame.locator(".saved:not(:empty)").wait_for()
    kept = "Object.keys(localStorage).sort()"
    family = re.compile(r"moocbuild:small:(look|[0-9a-z]+(:journal)?)")
    before = frame.evaluate(kept)
    assert len(before) == 2 and all(map(family.fullmatch, before))
    frame.locator("[data-set=keep]").first.evaluate("button => button.click()")
    assert frame.evaluate(kept) == ["moocbuild:small:look"]
    lms.go("one.check.html")
    answer(frame, "q-hottext", "hottext", "a")
    frame.get_by_text("1 of 8 answered").wait_for()
    lms.go("one.read.html")
    assert frame.locator("textarea").input_value() == "my words"
    assert frame.evaluate(kept) == ["moocbuild:small:look"]
    lms.page.reload()
    frame.wait_for_selector("html.js h1")
    assert frame.locator("textarea").input_value() == ""
    assert frame.evaluate(kept) == ["moocbuild:small:look"]
    assert lms.errors == []
