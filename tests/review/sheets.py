"""Courses, sheets and what comes back, for the tests of reviews."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from moocbuild.build import load
from moocbuild.diagnostics import Collector, Diagnostic
from moocbuild.model.course import Course
from moocbuild.review.files import read_file
from moocbuild.review.find import Places
from moocbuild.review.findings import findings
from moocbuild.review.sheet import Numbered, sheet
from test_diagnostics import HERE, TODAY

COURSES = [
    *(HERE / "courses" / name for name in ("fractions", "bicycle", "git-basics")),
    HERE.parent,
]
"""French with formulas, Arabic, English with code, and the reference course."""
SMALL = COURSES[:-1]
MOST = [*SMALL, pytest.param(COURSES[-1], marks=pytest.mark.audit)]
"""The reference course takes ten times as long, and shows nothing more here."""


def course_at(root: Path) -> Course:
    """As it is now; those of the tests are read once."""
    return _kept(root) if root in COURSES else _read(root)


def _read(root: Path) -> Course:
    course = load(root, Collector(), TODAY).course
    assert course is not None
    return course


_kept = cache(_read)


def rows(course: Course, names: Sequence[str] = ()) -> list[Numbered]:
    return [*sheet(course, names).rows()]


def saved(course: Course, said: dict[str, str], **more: Any) -> dict[str, Any]:
    """What a page saves. said: id of a place → comment."""
    known = {row.place.id: row for row in rows(course)}
    comments = [
        {
            "place": id,
            "page": known[id].place.page,
            "number": known[id].number,
            "hash": known[id].hash,
            "text": known[id].words,
            "comment": words,
        }
        for id, words in said.items()
    ]
    about = {"id": course.id, "version": course.version}
    reviewer = {"name": "Ana", "role": "nurse"}
    whole = {"format": "moocbuild-review", "form": 1, "course": about, "reviewer": reviewer}
    return {**whole, "comments": comments, **more}


def written(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return path


def told(course: Course, path: Path) -> list[Diagnostic]:
    """What a file says of a course."""
    return [*findings(course, read_file(path), Places(course), path.name)]
