"""A quiz says where one is: of all questions without a script, of those asked with one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from moocbuild.build import BuildRequest, variants
from moocbuild.diagnostics import Collector
from moocbuild.player.html.script import part
from moocbuild.targets import targets
from small_course import read

HEAD = "---\ntitle: Check\nkind: quiz\ndraw: 4\n---\n\n# Check\n"
SINGLE = (
    "\n## Moment {0}\n<!-- #moment-{0} {1} -->\n\n`L.1`\n\nNow?\n\n- [ ] A {0}.\n- [x] B {0}.\n"
)
JOURNAL = "\n## For you\n<!-- #for-you kind=journal -->\n\nWhat now?\n\n____\n"


@pytest.fixture
def web(tmp_path: Path) -> dict[str, bytes]:
    """Six scored questions, of which four are asked, and one to write for oneself."""
    flags = ["", "critical", "", "", "", ""]
    asked = [SINGLE.format(n + 1, flag) for n, flag in enumerate(flags)]
    asked.insert(2, JOURNAL)
    course, _ = read(tmp_path / "c", {"quizzes/01-listening.md": HEAD + "".join(asked)})
    (variant,) = variants(course, BuildRequest(("web",)), Collector())
    members = targets()["web"].render(variant.course).members
    return {name: data for name, data in members.items() if isinstance(data, bytes)}


def quiz(web: dict[str, bytes]) -> str:
    (name,) = (n for n, data in web.items() if b'<section class="quiz"' in data)
    return name


def test_without_a_script_all_are_numbered(web: dict[str, bytes]) -> None:
    page = lxml.html.document_fromstring(web[quiz(web)].decode())
    labels = [label.text_content() for label in page.xpath("//p[@class='label']")]
    assert labels[0] == "Question 1 of 6"
    assert labels[1].startswith("Question 2 of 6: needed to finish")
    assert labels[2] == "For yourself"
    assert labels[3:] == [f"Question {n} of 6" for n in (3, 4, 5, 6)]


def test_no_other_page_says_the_words() -> None:
    said = {file for file in ("quiz.js", "entry.js", "later.js") if b"{total}" in part(file, "en")}
    assert b"Question {n} of {total}" in part("quiz.js", "en")
    assert said == {"quiz.js"}


@pytest.mark.browser
def test_with_a_script_those_asked_are_numbered(
    web: dict[str, bytes], shared_browser: Any, tmp_path: Path
) -> None:
    for name, data in web.items():
        (tmp_path / name).write_bytes(data)
    page = shared_browser.new_page()
    page.goto((tmp_path / quiz(web)).as_uri())
    page.wait_for_selector(".quiz-result:not(:empty)")
    labels = page.locator(".question:not([data-kind=journal]) .label:visible").all_inner_texts()
    page.close()
    places = [re.match(r"question \d of \d", label.casefold()) for label in labels]
    assert [place and place[0] for place in places] == [f"question {n} of 4" for n in (1, 2, 3, 4)]
