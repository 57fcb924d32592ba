"""What hostile files may cost: processor time and memory of a check in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hostile.course import Content, write_course
from hostile.test_limits import ROWS as LIMITS
from hostile.test_time import PLACES, ROWS, WORDS

pytestmark = pytest.mark.audit

SECONDS, MEGABYTES = 2.0, 200

LARGE = ("E21 10,000 scenes", "E21 circle", "E27 5,000 questions")
"""Whole courses of thousands of parts, not small files: they take 4 to 8 s, in proportion."""

CASES: dict[str, dict[str, Content]] = {
    **{name: row[0] for name, row in LIMITS.items() if name not in LARGE},
    **{name: row[0] for name, row in ROWS.items()},
    **{
        f"{place} of {words}": make(WORDS[words])
        for place, make in PLACES.items()
        for words in WORDS
    },
}


MEASURE = """\
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
"""A small process in between: a child's memory counts from that of the one that starts it."""


def measured(root: Path) -> tuple[float, float]:
    """Seconds of the processor, and the most MB, of a check of the course at `root`."""
    python = sys.executable
    check = [python, "-m", "moocbuild", "check", "-C", str(root), "--format", "json"]
    command = [python, "-c", MEASURE, *check]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    seconds, megabytes = map(float, said.split())
    return seconds, megabytes


RATIO = 3
"""A course may take so many times what the tiny one takes in the same run: machines differ, and
processes that share a processor take more of its seconds for the same work."""


@pytest.mark.parametrize("name", CASES)
def test_bounds(name: str, tmp_path: Path) -> None:
    """Of three tries the best counts."""
    root = write_course(tmp_path / "course", CASES[name])
    tiny = write_course(tmp_path / "tiny", {})
    for _ in range(3):
        pace, (seconds, megabytes) = measured(tiny)[0], measured(root)
        print(f"{name}: {seconds:.1f} s, {seconds / pace:.1f} x the tiny, {megabytes:.0f} MB")
        if seconds <= max(SECONDS, RATIO * pace) and megabytes <= MEGABYTES:
            return
    raise AssertionError(f"{name}: {seconds:.1f} s, tiny {pace:.1f} s, {megabytes:.0f} MB")
