"""What hostile files may cost: processor time and memory of a check in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hostile.course import Content, write_course
from hostile.test_limits import ROWS as LIMITS
from hostile.test_time import PLACES, ROWS, WORDS

pytestmark = pytest.mark.audit

SECONDS, MEGABYTES = 2.0, 200

CASES: dict[str, dict[str, Content]] = {
    **{name: row[0] for name, row in LIMITS.items()},
    **{name: row[0] for name, row in ROWS.items()},
    **{
        f"{place} of {words}": make(WORDS[words])
        for place, make in PLACES.items()
        for words in WORDS
    },
}


def measured(root: Path) -> tuple[float, float]:
    """Seconds of the processor, and the most MB, of a check of the course at `root`."""
    command = [sys.executable, "-m", "moocbuild", "check", "-C", str(root), "--format", "json"]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


@pytest.mark.parametrize("name", CASES)
def test_bounds(name: str, tmp_path: Path) -> None:
    seconds, megabytes = measured(write_course(tmp_path, CASES[name]))
    print(f"{name}: {seconds:.1f} s, {megabytes:.0f} MB")
    assert seconds <= SECONDS and megabytes <= MEGABYTES
