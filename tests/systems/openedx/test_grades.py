"""Every question grades as its author meant it, answered by the words that learners see."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from moocbuild.model.course import Course
from moocbuild.model.question import Question
from moocbuild.model.text import Text
from moocbuild.targets.olx.names import problem_name
from systems.openedx.answered import Trial, trials
from systems.openedx.conftest import Archive
from systems.openedx.platform import OpenEdx

pytestmark = [pytest.mark.lms, pytest.mark.slow]
COURSE = "course-v1:Graded+{}+r1"


def asked(course: Course) -> list[Question]:
    pages = (getattr(page, "questions", ()) for page in course.pages())
    return [question for questions in pages for question in questions if question.scored]


@pytest.mark.parametrize("name", ["sample", "bread", "reference"])
def test_every_answer_earns_its_share_and_is_told_what_was_written(
    name: str,
    platform: OpenEdx,
    archive: Archive,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    course: Course = request.getfixturevalue(name)
    key = COURSE.format(name)
    done = platform.again("import", str(archive(course, "olx")), key)
    assert done == {"state": "Succeeded", "artifacts": []}
    wanted = {problem_name(question): trials(question) for question in asked(course)}
    given = tmp_path / "trials.json"
    fields = {id: {n: t.fields for n, t in each.items()} for id, each in wanted.items()}
    given.write_text(json.dumps(fields), "utf-8")
    found = platform.graded(given, key)
    assert Counter(each["problem"] for each in found) == {id: len(t) for id, t in wanted.items()}
    wrong = [
        (each["problem"], each["trial"], why)
        for each in found
        for why in faults(wanted[each["problem"]][each["trial"]], each)
    ]
    assert wrong == []


def faults(trial: Trial, told: dict[str, Any]) -> list[str]:
    """What is not as the author meant it."""
    if "failed" in told:
        return [told["failed"]]
    if told["score"] is None:
        return [told["success"]]
    share = told["score"] / told["of"]
    found = [] if share == pytest.approx(trial.share) else [f"{share}, not {trial.share}"]
    return found + [f"not told: {text.plain}" for text in trial.told if not shows(told, text)]


def shows(told: dict[str, Any], text: Text) -> bool:
    return "".join(text.plain.split()) in "".join(told["said"].replace("\u2060", "").split())
