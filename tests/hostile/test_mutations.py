"""Whatever is written, a run ends with findings: some random courses here, 20,000 in the audit."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.course import write_course
from hostile.mutations import mutated
from hostile.run import run

BLOCK = 1_000
MOST = 20_000


def judge(seeds: range, folder: Path) -> None:
    """Checks each course; one that is right is built, as most of it would be by `check`."""
    for seed in seeds:
        root = write_course(folder / "course", mutated(seed))
        outcome = run("check", "-C", str(root), "--format", "json")
        assert outcome.status < 3, f"seed {seed}: {outcome.stderr[-2000:]}"


def test_some_random_courses(folder: Path) -> None:
    judge(range(40), folder)


@pytest.mark.audit
@pytest.mark.parametrize("start", range(0, MOST, BLOCK))
def test_many_random_courses(start: int, folder: Path) -> None:
    judge(range(start, start + BLOCK), folder)


def test_the_same_number_gives_the_same_course() -> None:
    assert mutated(7) == mutated(7) != mutated(8)
