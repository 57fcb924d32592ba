"""Question banks, as Moodle XML and as GIFT: every question there, and graded as its author means.

Answers go through Moodle's own question engine: each option of a single choice, each word and both
ends of each range that an author foresaw.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from moocbuild.build import BuildRequest, Variant, in_every, in_languages, load
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Quiz
from moocbuild.model.gaps import GapsInteraction
from moocbuild.model.numbers import spelled
from moocbuild.model.question import (
    ChoiceInteraction,
    ExtendedTextInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    SurveyInteraction,
    TextEntryInteraction,
)
from moocbuild.words.languages import truth
from systems.moodle.conftest import ROOT, TODAY
from systems.moodle.site import Site

pytestmark = pytest.mark.lms
LOAF = ROOT / "tests" / "courses" / "first-loaf"
BANKS = [(ROOT, "en"), (LOAF, "en"), (LOAF, "fr"), (LOAF, "de")]
KINDS: dict[type, set[str]] = {
    ChoiceInteraction: {"multichoice", "truefalse"},
    TextEntryInteraction: {"shortanswer"},
    NumericEntryInteraction: {"numerical"},
    MatchInteraction: {"match"},
    OrderInteraction: {"ordering"},
    GapsInteraction: {"multianswer"},
    ExtendedTextInteraction: {"description"},
    SurveyInteraction: {"description"},
}
Tries = list[tuple[Any, float]]
"""Answers, and what each is worth."""


@cache
def bank(root: Path, language: str, target: str) -> Variant:
    """A course as the target carries it."""
    report = Collector()
    loaded = load(root, report, TODAY)
    wanted = BuildRequest((target,), languages=(language,))
    assert loaded.course is not None
    courses = in_languages(loaded, wanted, report, TODAY)
    (found,) = in_every(loaded.course, courses, wanted, report)
    return found


@pytest.fixture(
    scope="module",
    params=BANKS,
    ids=lambda each: f"{each[0].name if each[0] != ROOT else 'reference'}-{each[1]}",
)
def course(request: pytest.FixtureRequest) -> tuple[Path, str]:
    found: tuple[Path, str] = request.param
    return found


@pytest.fixture(scope="module", params=["gift", "moodle-xml"])
def built(request: pytest.FixtureRequest, course: tuple[Path, str]) -> Variant:
    return bank(*course, request.param)


@pytest.fixture(scope="module")
def imported(
    site: Site, built: Variant, made: list[int], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    file = tmp_path_factory.mktemp("bank") / built.file
    with file.open("wb") as stream:
        built.target.pack(built.target.render(built.course), stream)
    said = site.php("import_questions.php", file)
    made.append(said["course"])
    return {**site.php("facts.php", said["course"]), **said}


def questions(built: Variant) -> dict[str, Question]:
    """Every question that is asked, once, by its id."""
    quizzes = [page for page in built.course.pages() if isinstance(page, Quiz)]
    return {question.id: question for quiz in quizzes for question in quiz.questions}


def test_every_question_arrives_as_what_it_is(built: Variant, imported: dict[str, Any]) -> None:
    asked = questions(built)
    assert imported["ok"] is True, imported["said"]
    assert Counter(row["idnumber"] for row in imported["questions"]) == Counter(asked.keys())
    for row in imported["questions"]:
        assert row["kind"] in KINDS[type(asked[row["idnumber"]].interaction)], row
        assert row["tags"] == [ref.code for ref in asked[row["idnumber"]].competencies]


def test_options_say_what_their_author_wrote(built: Variant, imported: dict[str, Any]) -> None:
    rows = {row["idnumber"]: row for row in imported["questions"] if row["kind"] == "multichoice"}
    assert rows
    for id, row in rows.items():
        choices = questions(built)[id].interaction.offered
        assert [_words(each["text"]) for each in row["answers"]] == [
            "".join(choice.text.plain.split()) for choice in choices
        ]
        assert [bool(_words(each["feedback"])) for each in row["answers"]] == [
            bool(choice.feedback) for choice in choices
        ]


def _words(markup: str) -> str:
    """Without blanks: between blocks of a text there are none."""
    return "".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def test_answers_are_worth_what_their_author_said(
    site: Site, built: Variant, imported: dict[str, Any], tmp_path: Path
) -> None:
    kinds = {row["idnumber"]: row["kind"] for row in imported["questions"]}
    tries = {
        id: found
        for id, question in questions(built).items()
        if (found := _tries(question, kinds[id]))
    }
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({id: [what for what, _ in each] for id, each in tries.items()}))
    given = site.php("bank.php", imported["course"], file)
    assert given.keys() == tries.keys()
    for id, each in tries.items():
        worth = [fraction for _, fraction in each]
        assert given[id] == pytest.approx(worth, abs=1e-4), (id, each)


def _tries(question: Question, kind: str) -> Tries:
    asks = question.interaction
    if kind == "description":
        return []
    found: Tries = [("right", 1.0)]
    if kind == "truefalse":
        assert isinstance(asks, ChoiceInteraction)
        truths = {truth(choice.text.plain): choice.score for choice in asks.choices}
        found += [([str(int(said == "true"))], score) for said, score in truths.items()]
    elif isinstance(asks, ChoiceInteraction):
        places = [(place, choice.score) for place, choice in enumerate(asks.choices)]
        found += [("every", _ticked(asks))] if asks.multiple else places
    elif isinstance(asks, TextEntryInteraction):
        found += [([answer.text], float(answer.correct)) for answer in asks.answers]
    elif isinstance(asks, NumericEntryInteraction):
        right = next(answer for answer in asks.answers if answer.correct)
        found += [([spelled(end)], 1.0) for end in (right.low, right.high)]
    return found


def _ticked(asks: ChoiceInteraction) -> float:
    """All boxes: each wrong one takes back a right one."""
    right = sum(choice.correct for choice in asks.choices)
    return max(0.0, 1 - (len(asks.choices) - right) / max(1, right))
