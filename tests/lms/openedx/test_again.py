"""A course that learners are in the middle of is edited and imported again into itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lms.openedx.conftest import Archive
from lms.openedx.platform import OpenEdx
from moocbuild.model.course import Course, Lesson, Quiz
from moocbuild.model.question import ChoiceInteraction, Question
from moocbuild.model.richtext import RichText

pytestmark = [pytest.mark.lms, pytest.mark.slow]

COURSE = "course-v1:Again+A1+r1"
REWORDED = "silence"
MORE = RichText(("<p>A paragraph that was not there.</p>",), "A paragraph that was not there.")


def test_state_outlives_an_edit(platform: OpenEdx, archive: Archive, sample: Course) -> None:
    done = platform.again("import", str(archive(sample, "olx")), COURSE)
    assert done == {"state": "Succeeded", "artifacts": []}
    answered = platform.again("answer", COURSE)
    assert set(answered.values()) == {"correct"}
    before = platform.again("state", COURSE)
    done = platform.again("import", str(archive(edited(sample), "olx")), COURSE)
    assert done == {"state": "Succeeded", "artifacts": []}
    after = platform.again("state", COURSE)
    assert set(after["stored"]) == set(before["stored"])
    for name, row in before["stored"].items():
        if name != REWORDED:
            assert after["stored"][name] == row, name
            assert after["shown"][name] == before["shown"][name], name
    # Options are known by their frozen letters: a moved and reworded one keeps its answers too.
    assert after["stored"][REWORDED][:2] == before["stored"][REWORDED][:2]
    assert after["shown"][REWORDED] == before["shown"][REWORDED]
    assert after["percent"] == before["percent"]


def edited(course: Course) -> Course:
    """A lesson is longer; a question has another prompt, and its options stand another way."""
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
    if question.id != REWORDED or not isinstance(asks, ChoiceInteraction):
        return question
    moved = replace(asks, choices=tuple(reversed(asks.choices)))
    return replace(question, prompt=MORE, interaction=moved)
