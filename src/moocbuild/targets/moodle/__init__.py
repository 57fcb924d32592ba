"""Moodle's own formats: a native backup, and beside it the framework and the question bank.

Import the framework first: links to competencies are found by its idnumber, and left out without
a word where it is missing (measured on 4.5 and 5.1).
"""

from __future__ import annotations

from moocbuild.diagnostics import Report
from moocbuild.formats.moodle import FRACTIONS
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.target import Target
from moocbuild.targets.moodle import backup, framework, question_file
from moocbuild.targets.moodle.asked import RENDERERS
from moocbuild.targets.moodle.features import BACKUP, BANK, FRAMEWORK


def _backup(course: Course, report: Report) -> Package:
    return backup.package(course)


def _questions(course: Course, report: Report) -> Package:
    return question_file.package(course)


def _framework(course: Course, report: Report) -> Package:
    return framework.package(course)


TARGETS = (
    Target(
        name="moodle",
        title="Moodle 4.5 and 5.1 (native backup)",
        suffix=".mbz",
        interactions=frozenset(RENDERERS),
        features=BACKUP,
        render=_backup,
        shares=FRACTIONS,
    ),
    Target(
        name="moodle-competencies",
        title="Moodle competency framework (CSV, to be imported first)",
        suffix=".csv",
        interactions=frozenset(),
        features=FRAMEWORK,
        render=_framework,
        pack=framework.pack,
        content=False,
    ),
    Target(
        name="moodle-xml",
        title="Moodle question bank (XML)",
        suffix=".xml",
        interactions=frozenset(RENDERERS),
        features=BANK,
        render=_questions,
        shares=FRACTIONS,
        pack=question_file.pack,
    ),
)
