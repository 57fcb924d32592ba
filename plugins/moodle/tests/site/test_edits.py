"""Lessons and modules renamed, moved, split, merged in a course that learners are in.

The edits are those of `tests/ids`; each is imported as an update of one course, and then taken
back. What learners have is compared row by row, and by what they read of it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site.conftest import Installed
from plugins.moodle.tests.site.test_update import LEARNERS, imported, state

from ids.course import commit, ids, read, start
from ids.edits import EDITS
from ids.test_edits import edited
from moocbuild.build import BuildRequest, variants
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course

pytestmark = [pytest.mark.lms, pytest.mark.slow]
Facts = dict[str, Any]
ONE, TWO, STORY = "one/quiz", "two/quiz", "one/story"
PLACE = {"cmi.core.lesson_status": "incomplete", "cmi.suspend_data": "a place"}
PEOPLE = {
    "ann": {
        "quizzes": [[ONE, {"first": 1, "second": 0}], [TWO, {"third": 1}]],
        "runs": [[STORY, PLACE]],
    },
    "bob": {
        "quizzes": [[ONE, {"first": 1, "second": 1}], [ONE, {"second": 1}]],
        "open": [TWO, {"third": 0}],
    },
}


@dataclass(frozen=True)
class Studied:
    """A course that learners are in. root: its files; facts, records: as they were at first."""

    site: Installed
    number: int
    root: Path
    package: Path
    facts: Facts
    records: Facts

    def now(self) -> tuple[Facts, Facts]:
        return state(self.site, self.number), self.site.drive("records.php", self.number)


def package(root: Path) -> tuple[Path, Course]:
    """Its native backup, beside it; the course that is in it."""
    (built,) = variants(read(root)[0], BuildRequest(("moodle",)), Collector())
    file = root.parent / f"{root.name}.mbz"
    with file.open("wb") as stream:
        built.target.pack(built.target.render(built.course), stream)
    return file, built.course


@pytest.fixture(scope="module")
def studied(site: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studied]:
    root = start(tmp_path_factory.mktemp("before") / "course")
    commit(root, first=True)
    file, _ = package(root)
    number = int(re.findall(r"\d+", imported(site, file, "--new"))[-1])
    site.drive("learn.php", number, json.dumps(PEOPLE))
    records = site.drive("records.php", number, *PEOPLE)
    yield Studied(site, number, root, file, state(site, number), records)
    site.php("remove.php", number)


def pages(facts: Facts) -> dict[str, Facts]:
    """Every page of the course by its title."""
    return {each["name"]: each for each in facts["modules"] if each["kind"] != "qbank"}


def shown(facts: Facts) -> list[tuple[str, list[str]]]:
    """Sections and the pages in them, as learners see them."""
    seen = {each["idnumber"] for each in facts["modules"] if each["visible"]}
    rows = ((s["name"], [id for id in s["activities"] if id in seen]) for s in facts["sections"])
    return [row for row in rows if row[1]]


def test_these_learners_have_different_records(studied: Studied) -> None:
    records = studied.records
    assert len(records["attempts"]) == 5
    assert {row[3] for row in records["attempts"]} == {"finished", "inprogress"}
    assert {row[0] for row in records["completion"]} >= {"On hands", "On bread", "A quiz on first"}
    assert {row[0] for row in records["tracks"]} == {"A story"}
    assert len({row[2] for row in records["totals"]}) == 2
    for kind in LEARNERS:
        assert studied.facts[kind], kind


@pytest.mark.parametrize("name", EDITS)
def test_records_keep_their_meaning(name: str, studied: Studied, tmp_path: Path) -> None:
    gone = edited(name, studied.root, tmp_path / "course")
    file, course = package(tmp_path / "course")
    told = imported(studied.site, file, f"--course={studied.number}")
    facts, records = studied.now()
    assert {kind: facts[kind] for kind in LEARNERS} == {k: studied.facts[k] for k in LEARNERS}
    assert records == studied.records, told
    old, new = pages(studied.facts), pages(facts)
    assert {title: new[title]["id"] for title in old if title in new} == {
        title: page["id"] for title, page in old.items()
    }, "nothing is deleted"
    assert shown(facts) == [(m.title, [page.id for page in m.pages()]) for m in course.modules]
    assert not gone or not new[gone]["visible"]

    imported(studied.site, studied.package, f"--course={studied.number}")
    facts, records = studied.now()
    assert {kind: facts[kind] for kind in LEARNERS} == {k: studied.facts[k] for k in LEARNERS}
    assert records == studied.records
    assert shown(facts) == shown(studied.facts)


def test_quizzes_go_on_after_all_these_edits(studied: Studied, tmp_path: Path) -> None:
    done = {"cleo": {"quizzes": [[ONE, {"first": 1, "second": 1}], [TWO, {"third": 1}]]}}
    before = len(studied.now()[1]["attempts"])
    studied.site.drive("learn.php", studied.number, json.dumps(done))
    after = studied.now()[1]["attempts"]
    assert len(after) == before + 2
    (total,) = {row[4] for row in after if row[0] == "A quiz on first"} & {"2.00000"}
    assert total


def test_without_a_word_on_the_move_it_is_another_page(studied: Studied, tmp_path: Path) -> None:
    """Then the records stay where they were made, with what is hidden."""
    root = Path(shutil.copytree(studied.root, tmp_path / "course"))
    EDITS["move_and_rename"](root)
    assert ids(root, "--write", "--retire")[0] == 0
    file, _ = package(root)
    imported(studied.site, file, f"--course={studied.number}")
    found = [page for page in studied.now()[0]["modules"] if page["name"] == "On hands"]
    assert [(page["idnumber"], page["visible"]) for page in found] == [
        ("one/lesson", False),
        ("two/washing", True),
    ]
    assert found[0]["id"] == pages(studied.facts)["On hands"]["id"]
