"""A pool that two quizzes ask, in a real Moodle: one category, no copies, draws from the pool.

The first quiz asks three of six questions, of which one is critical: it has a place of its own,
and the others are drawn from the category that it stands in. The second names two.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hostile.course import BASE, COURSE, write_course
from hostile.run import run as command
from moocbuild.build import load
from moocbuild.diagnostics import Collector
from systems import marked
from systems.moodle.site import Site
from systems.moodle.test_places import modules
from test_diagnostics import TODAY
from test_pools import question, quiz

pytestmark = pytest.mark.lms
Facts = dict[str, Any]
SOIL = {f"soil-{n}" for n in range(1, 7)}
CRITICAL, NAMED, OWN = "soil-5", ["soil-2", "soil-5"], ["own-a", "own-b"]
POOL, TWO = "quizzes/pools/soil.md", "quizzes/02-two.md"
FILES = {
    **BASE,
    COURSE: f"{BASE[COURSE]}  - 02-two\n",
    POOL: "# Soil\n\n"
    + "\n".join(map(question, sorted(SOIL))).replace(f"#{CRITICAL}", f"#{CRITICAL} critical"),
    "quizzes/01-one.md": quiz("{soil: 3}"),
    "course/02-two/index.md": "# Two\n\nThe second.\n",
    TWO: quiz("{soil: [soil-2, soil-5]}", *OWN),
}
ATTEMPTS = 3
"""Moodle draws what a learner has seen least, so that three attempts ask all of a pool of six."""


def written(root: Path) -> Path:
    """The backup of the course in a folder, whose ids are kept."""
    assert command("ids", "-C", str(root), "--write").status == 0
    report = Collector()
    course = load(root, report, TODAY).course
    assert course is not None and not report.failed, report.found
    return marked.written(course, "moodle", root)


@pytest.fixture(scope="module")
def found(site: Site, made: list[int], tmp_path_factory: pytest.TempPathFactory) -> Facts:
    root = tmp_path_factory.mktemp("pools")
    write_course(root, FILES)
    number = site.restore(written(root))
    made.append(number)
    return {"number": number, **site.php("facts.php", number)}


@pytest.fixture(scope="module")
def asked(site: Site, found: Facts) -> dict[str, list[list[str]]]:
    """By quiz, what each attempt asked; every attempt was answered right."""
    return {module["idnumber"]: _tried(site, module["id"]) for module in modules(found, "quiz")}


def _tried(site: Site, module: int) -> list[list[str]]:
    attempts = [site.php("attempt.php", module, "right") for _ in range(ATTEMPTS)]
    assert [each["percent"] for each in attempts] == pytest.approx([100] * ATTEMPTS)
    return [[slot["question"] for slot in each["slots"]] for each in attempts]


def test_a_pool_is_one_category_without_copies(found: Facts) -> None:
    ids = Counter(each["idnumber"] for each in found["questions"])
    assert ids == Counter([*SOIL, *OWN])
    names = Counter(each["idnumber"] for each in found["categories"])
    assert max(names.values()) == 1
    places = {each["category"] for each in found["questions"] if each["idnumber"] in SOIL}
    assert places == {"pools:soil"}


def test_quizzes_ask_the_pool_itself(found: Facts) -> None:
    one, two = (module["quiz"]["slots"] for module in modules(found, "quiz"))
    assert [slot.get("question") for slot in one] == [CRITICAL, None, None]
    assert [slot.get("category") for slot in one] == [None, "pools:soil", "pools:soil"]
    assert [slot.get("question") for slot in two] == [*OWN, *NAMED]


def test_draws_come_from_the_pool(asked: dict[str, list[list[str]]]) -> None:
    """And what has a place of its own is not drawn again."""
    one = asked["one/quiz"]
    assert [(ids[0], len(set(ids))) for ids in one] == [(CRITICAL, 3)] * ATTEMPTS
    assert {id for ids in one for id in ids} == SOIL


def test_named_questions_are_in_each_attempt_once(asked: dict[str, list[list[str]]]) -> None:
    assert asked["two/quiz"] == [[*OWN, *NAMED]] * ATTEMPTS
