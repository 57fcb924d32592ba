"""What player.js begins with, and moocbuild.json: valid, complete, unable to end a script."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import accumulate
from typing import Any

import pytest

from moocbuild.model.course import Contact, Course, Module, Quiz, Settings
from moocbuild.model.question import Question
from moocbuild.player.html.data import course_data, course_script, evidence, js, part_data, points
from pages import sample
from pages.sample import lesson
from pages.sample_questions import AT, JOURNAL, SINGLE, refs
from player.node import run


def data(course: Course) -> dict[str, object]:
    text = course_script(course).decode()
    head, end = "window.moocbuild=Object.assign(window.moocbuild||{},", ");\n"
    assert text.startswith(head) and text.endswith(end)
    value: dict[str, object] = json.loads(text.removeprefix(head).removesuffix(end))
    return value


def test_course_script(course: Course) -> None:
    value = data(course)
    assert set(value) == {"course", "passMark", "pages", "quizzes"}
    assert (value["course"], value["passMark"]) == ("sample", 70)
    rows: list[list[int]] = value["pages"]  # type: ignore[assignment]
    numbers = {page.ordinal for page in course.pages() if page.ordinal}
    assert {*accumulate(row[0] for row in rows)} <= numbers
    read, graded, played = range(3)
    assert rows == [[2, read], [1, read], [1, played], [1, graded, 2]], "2 is critical"
    assert len(course_script(course)) < 300, "what only one page needs stands in that page"


def quiz(*questions: Question, **more: Any) -> Quiz:
    return Quiz(id="u/check", title="Check", questions=questions, ordinal=7, span=AT, **more)


def asked(number: int, points: float = 1, code: str = "IX.2", critical: bool = False) -> Question:
    competencies = refs(code) if code else ()
    more: Any = {"points": points, "critical": critical, "competencies": competencies}
    return replace(SINGLE, id=f"q{number}", ordinal=number, **more)


def unit(*pages: Any) -> Course:
    welcome = lesson("u/index", "U", ordinal=1)
    module = Module(id="u", title="U", welcome=welcome, activities=pages, span=AT)
    return sample.course(modules=(module,))


def test_pages_without_a_number_keep_no_state() -> None:
    pages = [lesson("u/new", "New"), lesson("u/one", "One", ordinal=3)]
    assert course_data(unit(*pages))["pages"] == [[3, 0]], "a welcome page is not worked through"


def test_a_quiz_that_does_not_count_is_read() -> None:
    course = unit(quiz(asked(1, critical=True), JOURNAL, graded=False))
    assert course_data(course)["pages"] == [[7, 0, 1]]
    assert course_data(course)["quizzes"] == {}


@pytest.mark.parametrize(
    ("given", "row"),
    [
        ({}, [2, 70]),
        ({"pass_mark": 0}, [2]),
        ({"final": True, "pass_mark": 0}, [2, 0, 1]),
        ({"final": True, "pass_mark": 80}, [2, 80, 1]),
    ],
)
def test_what_is_zero_at_the_end_of_a_row_goes(given: dict[str, Any], row: list[int]) -> None:
    course = unit(quiz(asked(1), asked(2), JOURNAL, **given))
    assert course_data(course)["quizzes"] == {7: row}


@pytest.mark.parametrize(
    ("questions", "drawn", "worth"),
    [
        ((asked(1), asked(2, 3)), 0, 4),
        ((asked(1, 0.5), JOURNAL), 0, 0.5),
        ((asked(1, 2, critical=True), asked(2, 1, "I.3"), asked(3, 4, "I.3")), 2, 4.5),
        ((asked(1, 1, "I.3"), asked(2, 3, "I.3"), asked(3, 8), JOURNAL), 1, 2),
        ((asked(1, 1, ""), asked(2, 2, ""), asked(3, 6, "")), 2, 3 + 4),
        ((asked(1, 2, critical=True), asked(2, 1), asked(3, 5), JOURNAL), 2, 2 + 3),
    ],
)
def test_an_attempt_is_worth_the_mean_of_all_draws(
    questions: tuple[Question, ...], drawn: int, worth: float
) -> None:
    """Of a pool the mean; what is left is drawn from all that is not chosen already."""
    assert points(quiz(*questions, drawn=drawn)) == worth


@pytest.mark.parametrize(
    ("worth", "written"), [(2, "2"), (2.0, "2"), (0.5, "0.5"), (1 / 3, "0.33")]
)
def test_points_are_written_short(worth: float, written: str) -> None:
    assert (
        f'"quizzes":{{"7":[{written},70]}}' in course_script(unit(quiz(asked(1, worth)))).decode()
    )


def test_questions_of_finals_stand_apart() -> None:
    final = replace(quiz(asked(2, 3, "VIII.2"), final=True), id="u/final")
    course = unit(quiz(asked(1, 1, "NO.9"), JOURNAL), final)
    assert evidence(course) == {"items": ["", "VIII.2"], "quiz": [], "final": [[2, 3, 1]]}


def test_rows_say_how_far_their_number_is_from_the_one_before() -> None:
    """Also where the next one is smaller: orders change, numbers are frozen."""
    pages = [lesson(f"u/{n}", "One", ordinal=n) for n in (9, 10, 4)]
    rows = course_data(unit(*pages))["pages"]
    assert rows == [[9, 0], [1, 0], [-6, 0]]
    again = run(("score.js",), "return numbered(given);", rows)
    assert again == [[9, 0], [10, 0], [4, 0]]


def test_what_is_known_of_a_help_line_reaches_the_script() -> None:
    line = Contact(
        country="BE",
        role="emergency",
        number="112",
        confirmed_on=sample.course().released,
        span=AT,
    )
    ready = part_data(sample.course(contacts=(line,)))["help.js"].decode()
    told = '{"country":"BE","number":"112","emergency":true}'
    assert ready == f"(window.moocbuild||{{}}).contacts=[{told}];\n"


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
    second = found["quiz"][1]  # type: ignore[index]
    assert second == [1, 1, used.index("VIII.2")], "the question after that with number 1"  # type: ignore[attr-defined]


def test_settings_reach_the_script() -> None:
    assert data(sample.course(settings=Settings(pass_mark=55)))["passMark"] == 55


def test_about(files: dict[str, bytes]) -> None:
    facts = json.loads(files["moocbuild.json"])
    assert facts["course"] == "sample" and facts["released"] == "2026-11-21"
    assert set(facts) == {"course", "title", "version", "released", "language", "moocbuild"}
