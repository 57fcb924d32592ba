"""Whatever is written, a run ends well: some random courses here, 20,000 in the audit.

A course that is still right after its changes is built, too: the errors of most end at `check`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.course import write_course
from hostile.mutations import COURSE, mutated
from hostile.run import run

BLOCK = 1_000
MOST = 20_000


def judge(seeds: range, folder: Path) -> int:
    """Checks each course; how many were right, which are built for every target."""
    built = 0
    for seed in seeds:
        root = write_course(folder / "course", mutated(seed))
        outcome = run("check", "-C", str(root), "--format", "json")
        if outcome.status == 0:
            built += 1
            outcome = run("build", "-C", str(root))
        assert outcome.status < 3, f"seed {seed}: {outcome.stderr[-2000:]}"
    return built


def test_what_is_changed_is_right(folder: Path) -> None:
    """Else every change would end at the same error."""
    outcome = run("check", "-C", str(write_course(folder / "course", COURSE)))
    assert outcome.status == 0, outcome.stdout


def test_some_random_courses(folder: Path) -> None:
    assert judge(range(40), folder) > 4


@pytest.mark.audit
@pytest.mark.parametrize("start", range(0, MOST, BLOCK))
def test_many_random_courses(start: int, folder: Path) -> None:
    judge(range(start, start + BLOCK), folder)


def test_the_same_number_gives_the_same_course() -> None:
    assert mutated(7) == mutated(7) != mutated(8)
