"""The minimal course of the tests, with files of a test's own, as read."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from test_diagnostics import HERE, TODAY

MINIMAL = HERE / "courses" / "minimal"
NOTHING: Mapping[str, str] = {}
NO_MEDIA: Mapping[str, bytes] = {}


def read(
    root: Path, files: Mapping[str, str] = NOTHING, media: Mapping[str, bytes] = NO_MEDIA
) -> tuple[Course, Collector]:
    """The course below `root`, which is made of the minimal one and of `files` and `media`."""
    shutil.copytree(MINIMAL, root)
    for name, text in files.items():
        (root / name).write_text(text, "utf-8")
    for name, data in media.items():
        (root / name).write_bytes(data)
    report = Collector()
    course = load(root, report, TODAY).course
    assert course is not None, report.found
    return course, report
