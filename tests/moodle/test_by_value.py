"""What a backup says of one page, as this page is: intros, grades, completion."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from common_cartridge import hand_made as make
from moocbuild.diagnostics import Collector
from moocbuild.formats import xml
from moocbuild.lower import lower
from moocbuild.model.course import Activity
from moocbuild.model.question import Question
from moocbuild.model.text import element, page_link, paragraph, text
from moocbuild.targets.moodle import TARGETS
from moocbuild.words import words
from moodle.reader import Mbz

MOODLE = next(target for target in TARGETS if target.name == "moodle")
SAY = words("en")
ASKED = tuple(make.question(f"q{n}", make.single("*a", "b")) for n in range(3))
VIEW = make.question("v", make.survey("a", "b"))


def backup(*pages: Activity, **more: Any) -> Mbz:
    return Mbz(MOODLE.render(lower(make.course(*pages, **more), MOODLE, Collector())))


def activity(mbz: Mbz, kind: str) -> xml.Element:
    return next(each for each in mbz.activities if each.findtext("modulename") == kind)


def quiz(*questions: Question, **more: Any) -> tuple[Mbz, str]:
    """A backup with this quiz, and what stands above its questions."""
    mbz = backup(make.quiz(*questions, **more))
    return mbz, mbz.body(activity(mbz, "quiz")).findtext(".//intro") or ""


def graded(mbz: Mbz) -> bool:
    folder = activity(mbz, "quiz").findtext("directory")
    return mbz.root(f"{folder}/grades.xml").find(".//grade_item") is not None


@pytest.mark.parametrize(
    ("more", "said", "unsaid"),
    [
        ({}, ["pass_mark"], ["pretest", "drawn"]),
        ({"graded": False}, [], ["pass_mark", "pass_mark_only", "pretest", "drawn"]),
        ({"attempts": 2}, ["pass_mark_only"], ["pretest", "drawn"]),
        ({"pretest": True, "graded": False}, ["pretest"], ["pass_mark", "drawn"]),
        ({"drawn": 2}, ["pass_mark", "drawn"], ["pretest"]),
        ({"drawn": 3}, ["pass_mark"], ["drawn"]),
    ],
)
def test_what_learners_are_told_of_a_quiz(
    more: dict[str, Any], said: list[str], unsaid: list[str]
) -> None:
    told = {
        "pass_mark": SAY("moodle.pass_mark", mark=70),
        "pass_mark_only": SAY("moodle.pass_mark_only", mark=70),
        "pretest": SAY("around.pretest"),
        "drawn": SAY("moodle.drawn", n=2, total=3),
    }
    _, intro = quiz(*ASKED, **more)
    assert [key for key in said if told[key] not in intro] == []
    assert [key for key in unsaid if told[key] in intro and key not in said] == []


@pytest.mark.parametrize(
    ("questions", "more", "counts"),
    [
        (ASKED[:1], {}, True),
        (ASKED, {"graded": False}, False),
        ((VIEW,), {}, False),
        ((VIEW, *ASKED), {}, True),
        ((), {}, False),
    ],
)
def test_a_quiz_is_graded(
    questions: tuple[Question, ...], more: dict[str, Any], counts: bool
) -> None:
    mbz, _ = quiz(*questions, **more)
    if any(each.findtext("modulename") == "quiz" for each in mbz.activities):
        assert graded(mbz) == counts
    assert mbz.problems() == []


def test_quizzes_without_questions_make_no_category() -> None:
    mbz = backup(make.lesson(make.prose("p")))
    assert list(mbz.bank) == [] and mbz.problems() == []
    mbz = backup(make.quiz(*ASKED))
    assert len(mbz.bank.findall("question_category")) > 1


@pytest.mark.parametrize(("reading", "linked"), [(True, True), (False, False)])
def test_a_simulation_links_to_its_text(reading: bool, linked: bool) -> None:
    story = make.scenario()
    told = make.lesson(make.prose("Sami."), key="m/sami-text", kind="page", title="Sami")
    pages = (story, told) if reading else (story,)
    mbz = backup(*pages)
    intro = mbz.body(activity(mbz, "scorm")).findtext(".//intro") or ""
    assert SAY("moodle.play") in intro
    assert (SAY("page.scenario_read") in intro) == linked


@pytest.mark.parametrize("outcomes", [(), ("Stay",)])
def test_what_a_module_is_for(outcomes: tuple[str, ...]) -> None:
    module = make.course(make.lesson(make.prose("p"))).modules[0]
    mbz = backup(modules=(replace(module, outcomes=outcomes),))
    summaries = [
        mbz.root(name).findtext("summary") or ""
        for name in mbz.package.names()
        if name.endswith("/section.xml")
    ]
    assert any(SAY("around.outcomes") in each for each in summaries) == bool(outcomes)


@pytest.mark.parametrize(("anchor", "end"), [("part", "@$#part"), ("nothing", "@$"), ("", "@$")])
def test_links_lead_to_places_that_are_there(anchor: str, end: str) -> None:
    there = text(element("h2", "A part", id="part"), paragraph("Words."))
    way = text(paragraph(page_link("m/two", "There", anchor=anchor)))
    mbz = backup(make.lesson(way, key="m/one"), make.lesson(there, key="m/two"))
    page = next(each for each in mbz.activities if each.findtext("title") == "Lesson m/one")
    content = mbz.body(page).findtext(".//content") or ""
    (address,) = re.findall(r'href="([^"]*)"', content)
    assert address.startswith("$@PAGEVIEWBYID*") and address.endswith(end)


def test_a_link_to_what_a_track_lacks_is_its_words() -> None:
    way = text(paragraph("See ", page_link("m/none", "there"), "."))
    mbz = backup(make.lesson(way, key="m/one"))
    page = next(each for each in mbz.activities if each.findtext("title") == "Lesson m/one")
    content = mbz.body(page).findtext(".//content") or ""
    assert "See there." in content and "href" not in content
