"""course.js and moocbuild.json: valid, complete, and unable to break out of a script."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from moocbuild.model.course import Course, Settings
from moocbuild.player.html.data import course_script, evidence, js
from pages import sample


def data(course: Course) -> dict[str, object]:
    text = course_script(course).decode()
    assert text.startswith("window.moocbuild=") and text.endswith(";\n")
    value: dict[str, object] = json.loads(text.removeprefix("window.moocbuild=")[:-2])
    return value


def test_course_script(course: Course) -> None:
    value = data(course)
    assert set(value) == {"course", "passMark", "pages", "quizzes"}
    assert (value["course"], value["passMark"]) == ("sample", 70)
    rows: list[list[int]] = value["pages"]  # type: ignore[assignment]
    numbers = {page.ordinal for page in course.pages() if page.ordinal}
    assert {row[0] for row in rows} <= numbers and len(rows) > 2
    assert [5, 1, 2] in rows, "the quiz, graded, with its critical question"
    assert len(course_script(course)) < 300, "what only one page needs stands in that page"


def test_hostile_words_cannot_leave_a_script() -> None:
    text = js(sample.HOSTILE + "\ud800\u2029\ufeff]]>")
    assert not re.search("[<>&\u2028\u2029\ufeff]", text)
    assert json.loads(text) == sample.HOSTILE + "\ud800\u2029\ufeff]]>"


def test_a_quiz_says_in_its_page_how_it_draws(
    course: Course, files: dict[str, bytes], pages: dict[str, Any]
) -> None:
    (quiz,) = pages["active-listening.check-yourself.html"].xpath("//*[@class='quiz']")
    always, pools, rest = json.loads(quiz.get("data-draw"))
    assert always == [2] and len(always) + len(pools) + rest == 4
    assert quiz.get("data-graded") == quiz.get("data-shuffle") == ""
    assert data(course)["quizzes"] == {"5": [4, 70]}
    (form,) = quiz.xpath(".//form[@data-question='signs']")
    assert (form.get("data-ordinal"), form.get("data-items")) == ("2", "VIII.2")
    assert form.get("data-points") is None, "one is not worth saying"


def test_items_stand_at_their_frozen_numbers() -> None:
    framework = sample.course().framework
    items = [replace(item, ordinal=n) for n, item in enumerate(framework.items, 3)]
    codes = [item.code for item in items]
    found = evidence(sample.course(framework=replace(framework, items=tuple(items))))
    used = found["items"]
    assert used[:3] == ["", "", ""] and "VIII.2" in used  # type: ignore[index, operator]
    assert all(code in ("", codes[n - 3]) for n, code in enumerate(used) if n > 2)  # type: ignore[arg-type, var-annotated]
    assert [2, 1, used.index("VIII.2")] in found["quiz"]  # type: ignore[attr-defined, operator]


def test_settings_reach_the_script() -> None:
    assert data(sample.course(settings=Settings(pass_mark=55)))["passMark"] == 55


def test_about(files: dict[str, bytes]) -> None:
    facts = json.loads(files["moocbuild.json"])
    assert facts["course"] == "sample" and facts["released"] == "2026-11-21"
    assert set(facts) == {"course", "title", "version", "released", "language", "moocbuild"}
