"""Finding one's way: the search of the web edition, and the line at the foot of a long quiz."""

from __future__ import annotations

import re

import pytest

from player.answers import answer
from player.conftest import Lms

pytestmark = pytest.mark.browser
alone = pytest.mark.parametrize("lms", [""], indirect=True)


@alone
def test_search_is_loaded_when_it_is_used(lms: Lms) -> None:
    frame = lms.open("one.read.html")
    assert not [url for url in lms.requests if "search" in url]
    frame.locator(".fold > summary").click()
    frame.get_by_role("button", name="Search").click()
    box = frame.get_by_role("dialog", name="Search")
    box.get_by_role("searchbox").fill("tal")
    box.get_by_role("link").first.click()
    frame.wait_for_selector('html[data-page^="one/talk"]')
    assert box.count() == 0
    assert lms.errors == []


@alone
def test_a_long_quiz_says_where_one_is_and_what_is_open(lms: Lms) -> None:
    frame = lms.open("one.check.html")
    line = frame.locator(".quiz-place summary")
    assert re.fullmatch(r"Question \d of 8 · 8 open", line.inner_text())
    answer(frame, "q-hottext", "hottext", "a")
    line.filter(has_text="7 open").wait_for()  # with the next frame
    line.click()
    ways = frame.locator(".quiz-place a")
    assert ways.count() == 7
    ways.last.click()
    assert re.search(r"#q-[\w-]+$", frame.url)
    frame.get_by_text("Question 8 of 8 · 7 open").wait_for()
    assert lms.errors == []
