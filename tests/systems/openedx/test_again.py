"""A course that learners are in the middle of is edited and imported again into itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from moocbuild.model.course import Course, Lesson, Quiz
from moocbuild.model.question import ChoiceInteraction, Question
from moocbuild.model.text import paragraph, text
from systems.openedx.conftest import Archive
from systems.openedx.platform import OpenEdx

pytestmark = [pytest.mark.lms, pytest.mark.slow]

COURSE = "course-v1:Again+A1+r1"
SINGLE, BOXES = "silence", "signs"
"""The questions that are edited; the first has an option that earns half."""
MORE = text(paragraph("A paragraph that was not there."))
State = dict[str, Any]


@pytest.fixture(scope="module")
def begun(platform: OpenEdx, archive: Archive, sample: Course) -> None:
    done = platform.again("import", str(archive(sample, "olx")), COURSE)
    assert done == {"state": "Succeeded", "artifacts": []}


@pytest.fixture(scope="module")
def states(
    platform: OpenEdx, archive: Archive, sample: Course, begun: None
) -> tuple[State, State]:
    """Of a learner who answered everything, before and after the import of an edited course."""
    assert set(platform.again("answer", COURSE).values()) == {"correct"}
    before = platform.again("state", COURSE)
    done = platform.again("import", str(archive(edited(sample), "olx")), COURSE)
    assert done == {"state": "Succeeded", "artifacts": []}
    return before, platform.again("state", COURSE)


def test_a_part_of_the_answer_earns_a_part_of_the_points(platform: OpenEdx, begun: None) -> None:
    earned = platform.again("partly", COURSE)
    assert earned[SINGLE] == 0.5
    assert earned[BOXES] == 0.5


def test_what_is_stored_of_unchanged_problems_stays(states: tuple[State, State]) -> None:
    before, after = states
    assert set(after["stored"]) == set(before["stored"])
    for name in set(before["stored"]) - {SINGLE, BOXES}:
        assert after["stored"][name] == before["stored"][name], name
        assert after["shown"][name] == before["shown"][name], name
    assert after["percent"] == before["percent"]


def test_an_edited_single_choice_keeps_its_points_and_what_was_chosen(
    states: tuple[State, State],
) -> None:
    """Its options are known by the author's letters, wherever they stand."""
    before, after = states
    assert after["stored"][SINGLE][:2] == before["stored"][SINGLE][:2]
    assert after["shown"][SINGLE] == before["shown"][SINGLE]
    assert len(after["shown"][SINGLE]["chosen"]) == 1


def test_boxes_keep_their_points_and_their_ticks(states: tuple[State, State]) -> None:
    """CAPA knows boxes by their place, so a package keeps them in the order of their letters."""
    before, after = states
    assert after["stored"][BOXES][:2] == before["stored"][BOXES][:2]
    assert after["shown"][BOXES] == before["shown"][BOXES]
    assert len(after["shown"][BOXES]["chosen"]) == 2


def edited(course: Course) -> Course:
    """A lesson is longer; two questions have another prompt, and their options other places."""
    module, about = course.modules
    activities = tuple(_edited(activity) for activity in module.activities)
    return replace(course, modules=(replace(module, activities=activities), about))


def _edited(activity: object) -> object:
    if isinstance(activity, Quiz):
        questions = tuple(_reworded(question) for question in activity.questions)
        return replace(activity, questions=questions)
    if isinstance(activity, Lesson) and activity.kind == "lesson":
        return replace(activity, parts=(MORE, *activity.parts), title="Another title")
    return activity


def _reworded(question: Question) -> Question:
    asks = question.interaction
    if question.id not in (SINGLE, BOXES) or not isinstance(asks, ChoiceInteraction):
        return question
    first, *others = asks.choices
    moved = replace(asks, choices=(*others, first))
    return replace(question, prompt=MORE, interaction=moved)
