"""Small courses by hand: every kind of question, pictures in questions, hostile words."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest

from moocbuild.diagnostics import Collector
from moocbuild.lower import lower
from moocbuild.model.course import Course, Quiz
from moocbuild.model.question import ChoiceInteraction
from moocbuild.targets.moodle import TARGETS
from moodle.test_golden import kinds
from pages import sample
from pages.sample_questions import HOSTILE
from systems.moodle.site import Site

pytestmark = pytest.mark.lms
Facts = dict[str, Any]


def written(course: Course, name: str, folder: Path) -> Path:
    target = next(each for each in TARGETS if each.name == name)
    file = folder / f"{course.id}-{name}{target.suffix}"
    with file.open("wb") as stream:
        target.pack(target.render(lower(course, target, Collector())), stream)
    return file


@pytest.fixture(scope="module", params=[kinds, sample.course], ids=["kinds", "hostile"])
def course(request: pytest.FixtureRequest) -> Course:
    made: Course = request.param()
    return made


@pytest.fixture(scope="module")
def found(
    site: Site, course: Course, made: list[int], tmp_path_factory: pytest.TempPathFactory
) -> Facts:
    number = site.restore(written(course, "moodle", tmp_path_factory.mktemp("small")))
    made.append(number)
    return {"number": number, **site.php("facts.php", number)}


def _quiz(course: Course) -> Quiz:
    return next(page for page in course.pages() if isinstance(page, Quiz))


def test_every_kind_arrives_and_can_be_answered_right(
    site: Site, course: Course, found: Facts
) -> None:
    asked = _quiz(course).questions
    assert {q["idnumber"] for q in found["questions"]} == {q.id for q in asked}
    kinds_there = {q["kind"] for q in found["questions"]}
    assert kinds_there >= {"multichoice", "truefalse", "match", "ordering", "numerical"}
    assert "shortanswer" in kinds_there
    assert course.id != "demo" or "description" in kinds_there
    (quiz,) = (module for module in found["modules"] if module["kind"] == "quiz")
    for _ in range(2):
        tried = site.php("attempt.php", quiz["id"], "right")
        assert tried["percent"] == pytest.approx(100, abs=1e-4)
        assert float(tried["gradebook"]) == pytest.approx(100, abs=1e-4)
    assert site.php("attempt.php", quiz["id"], "every")["percent"] < 100


def test_an_option_that_fits_in_part_earns_its_part(
    site: Site, course: Course, found: Facts
) -> None:
    parts = {}
    for question in _quiz(course).questions:
        asks = question.interaction
        if isinstance(asks, ChoiceInteraction) and not asks.multiple:
            score = next((each.score for each in asks.choices if 0 < each.score < 1), None)
            parts |= {} if score is None else {question.id: score}
    assert parts
    (quiz,) = (module for module in found["modules"] if module["kind"] == "quiz")
    tried = site.php("attempt.php", quiz["id"], "partly")
    earned = {slot["question"]: slot["fraction"] for slot in tried["slots"]}
    assert {id: earned[id] for id in parts} == pytest.approx(parts)


def test_hints_are_shown_after_a_wrong_try(site: Site, course: Course, found: Facts) -> None:
    (quiz,) = (module for module in found["modules"] if module["kind"] == "quiz")
    with_hints = {q.id: q.hint.plain for q in _quiz(course).questions if q.hint}
    shown = site.php("hint.php", quiz["id"])
    for id, page in shown.items():
        words = html.unescape(re.sub(r"<[^>]*>", "", page))
        assert with_hints[id].split("<")[0] in words
    if course.id == "demo":
        assert shown


def test_pictures_of_questions_are_there(course: Course, found: Facts) -> None:
    if course.id != "demo":
        pytest.skip("its questions have no pictures")
    (picture,) = (q for q in found["questions"] if q["idnumber"] == "image")
    assert [file["path"] for file in picture["files"]] == ["/media/bench.svg"]
    assert "@@PLUGINFILE@@/media/bench.svg" in picture["text"]


def test_words_are_byte_for_byte_what_the_author_wrote(course: Course, found: Facts) -> None:
    if course.id != "sample":
        pytest.skip("it has no hostile words")
    texts = [
        *(answer["text"] for q in found["questions"] for answer in q["answers"]),
        *(section["summary"] for section in found["sections"]),
        *(module["content"] or "" for module in found["modules"]),
    ]
    escaped = html.escape(HOSTILE, quote=False).replace("@@", "&#64;@")
    assert sum(escaped in text or HOSTILE in html.unescape(text) for text in texts) >= 3


def test_the_question_file_takes_every_kind(
    site: Site, course: Course, made: list[int], tmp_path: Path
) -> None:
    said = site.php("import_questions.php", written(course, "moodle-xml", tmp_path))
    made.append(said["course"])
    assert said["ok"] is True, said
    found = site.php("facts.php", said["course"])
    asked = _quiz(course).questions
    assert {q["idnumber"] for q in found["questions"]} == {q.id for q in asked}
    for question in found["questions"]:
        if question["idnumber"] == "image":
            assert [file["path"] for file in question["files"]] == ["/media/bench.svg"]
