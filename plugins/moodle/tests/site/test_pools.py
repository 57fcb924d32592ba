"""A question moves from a quiz into a pool that another quiz draws from: nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site.conftest import Installed
from plugins.moodle.tests.site.test_update import LEARNERS, imported, state

from hostile.course import write_course
from systems.moodle.test_places import modules
from systems.moodle.test_pools import FILES, NAMED, OWN, POOL, SOIL, TWO, written
from test_pools import question, quiz

pytestmark = [pytest.mark.lms, pytest.mark.slow]
Facts = dict[str, Any]
Worked = tuple[int, Path]
MOVED = OWN[1]
LATER = {
    POOL: f"{FILES[POOL]}\n{question(MOVED)}",
    TWO: quiz(f"{{soil: [soil-2, soil-5, {MOVED}]}}", OWN[0]),
}


@pytest.fixture(scope="module")
def course(site: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worked]:
    """A course with attempts at both of its quizzes, and where its files are."""
    root = tmp_path_factory.mktemp("pools")
    write_course(root, FILES)
    number = int(re.findall(r"\d+", imported(site, written(root), "--new"))[-1])
    for module in _quizzes(site, number):
        site.php("attempt.php", module["id"], "right")
    yield number, root
    site.php("remove.php", number)


def _quizzes(site: Installed, course: int) -> list[Facts]:
    return modules(site.php("facts.php", course), "quiz")


def test_a_question_that_moves_into_a_pool(site: Installed, course: Worked) -> None:
    number, root = course
    before = state(site, number)
    for name, text in LATER.items():
        (root / name).write_text(text, "utf-8")
    imported(site, written(root), f"--course={number}")
    after = state(site, number)
    assert before["attempts"] and before["answers"] and before["grades"]
    assert {key: after[key] for key in LEARNERS} == {key: before[key] for key in LEARNERS}
    facts = site.php("facts.php", number)
    places = {each["idnumber"]: each["category"] for each in facts["questions"]}
    assert len(places) == len(facts["questions"]) == len(SOIL) + len(OWN), "no copies"
    assert {places[id] for id in (*SOIL, MOVED)} == {"pools:soil"}
    _, two = modules(facts, "quiz")
    assert [slot["question"] for slot in two["quiz"]["slots"]] == [OWN[0], *NAMED, MOVED]
    for module in modules(facts, "quiz"):
        again = site.php("attempt.php", module["id"], "right")
        assert again["percent"] == pytest.approx(100)
