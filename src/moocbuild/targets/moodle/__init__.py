"""Moodle's own formats: a native backup, and beside it the framework and the question bank.

Import the framework first: links to competencies are found by its idnumber, and left out without
a word where it is missing (measured on 4.5 and 5.1).
"""

from __future__ import annotations

from moocbuild.formats.moodle import FRACTIONS
from moocbuild.target import Target
from moocbuild.targets.moodle import backup, framework, question_file
from moocbuild.targets.moodle.features import BACKUP, BANK, FRAMEWORK
from moocbuild.targets.moodle.question import RENDERERS

TARGETS = (
    Target(
        name="moodle",
        title="Moodle 4.5 and 5.1 (native backup)",
        suffix=".mbz",
        interactions=RENDERERS.known,
        fates=BACKUP,
        render=backup.package,
        surveys_apart=True,
        shares=FRACTIONS,
    ),
    Target(
        name="moodle-competencies",
        title="Moodle competency framework (CSV, to be imported first)",
        suffix=".csv",
        interactions=frozenset(),
        fates=FRAMEWORK,
        render=framework.package,
        pack=framework.pack,
        content=False,
    ),
    Target(
        name="moodle-xml",
        title="Moodle question bank (XML)",
        suffix=".xml",
        interactions=RENDERERS.known,
        fates=BANK,
        render=question_file.package,
        shares=FRACTIONS,
        pack=question_file.pack,
    ),
)
