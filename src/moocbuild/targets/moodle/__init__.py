"""Moodle's own formats: a native backup, and beside it the framework and the question bank.

Import the framework first: links to competencies are found by its idnumber, and left out without
a word where it is missing (measured on 4.5 and 5.1).
"""

from __future__ import annotations

from moocbuild.diagnostics import Report
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.target import Target
from moocbuild.targets.moodle import backup
from moocbuild.targets.moodle.asked import RENDERERS
from moocbuild.targets.moodle.features import BACKUP


def _backup(course: Course, report: Report) -> Package:
    return backup.package(course)


TARGETS = (
    Target(
        name="moodle",
        title="Moodle 4.5 and 5.1 (native backup)",
        suffix=".mbz",
        interactions=frozenset(RENDERERS),
        features=BACKUP,
        render=_backup,
    ),
)
