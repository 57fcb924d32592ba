"""The course has no licence.

Packages then claim none: nobody may copy or change the course without asking. If others may,
write under which licence in course.yml, by its SPDX name or in words: `licence: CC-BY-SA-4.0`. If
they may not, say so: `licence: All rights reserved`.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course

RULE = Rule(
    "MB229",
    "no-licence",
    Severity.WARNING,
    __doc__,
    remedy="add a line such as 'licence: CC-BY-SA-4.0'",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """One warning for the course."""
    if not course.licence:
        help = "add a line such as 'licence: CC-BY-SA-4.0'"
        yield RULE.at(Span("course/course.yml", 1), "the course has no licence", help=help)
