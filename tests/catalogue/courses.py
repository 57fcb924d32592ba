"""Folders of small courses, and a catalogue of them, made in this process or in others."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hostile.course import BASE, COURSE, COURSE_YML, write_course
from hostile.run import snapshot
from moocbuild.catalogue import Done, Job
from moocbuild.catalogue.work import work
from test_diagnostics import HERE

COURSES = HERE / "courses"
SOURCE = HERE.parent / "src"


def tiny(root: Path, id: str = "tiny", **changes: str) -> Path:
    """A course of two pages, a simulation and a question. changes: of lines of course.yml."""
    text = COURSE_YML.replace("id: tiny", f"id: {id}")
    for key, value in changes.items():
        text = re.sub(rf"^{key}: .*", f"{key}: {value}", text, flags=re.M)
    return write_course(root, {**BASE, COURSE: text})


def tinies(top: Path, number: int) -> Path:
    """So many courses, each of an id of its own."""
    for n in range(number):
        tiny(top / f"c{n:04}", f"tiny-{n}", title=f"Course {n}")
    return top


def broken(root: Path) -> Path:
    """A course with an error."""
    tiny(root, "broken")
    (root / "course/01-one/01-lesson.md").write_text(
        "# A lesson\n\n[There](nowhere.md)\n", "utf-8"
    )
    return root


@contextmanager
def here(jobs: Sequence[Job]) -> Iterator[Iterator[Done]]:
    """Works in this process."""
    yield map(work, jobs)


def catalogue(out: Path) -> dict[str, Any]:
    """What catalogue.json says."""
    said: dict[str, Any] = json.loads((out / "catalogue.json").read_bytes())
    return said


def rows(out: Path) -> dict[str, Any]:
    """Its courses by path."""
    return {row["path"]: row for row in catalogue(out)["courses"]}


def held(folder: Path) -> dict[str, str]:
    """What is below a folder, by name, without times; no folders."""
    found = snapshot(folder)
    return {name: state.split(" ")[-1] for name, state in found.items() if " or " not in state}


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "moocbuild", "catalogue", *map(str, arguments)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(SOURCE)}


def started(*arguments: str | Path) -> subprocess.Popen[str]:
    """The command, as a process of its own group: an interrupt at a terminal is for all of it."""
    return subprocess.Popen(
        command(*arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        start_new_session=True,
    )


def copied(name: str, root: Path) -> Path:
    """A course of the tests."""
    return Path(shutil.copytree(COURSES / name, root))
