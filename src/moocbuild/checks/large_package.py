"""The files of the course make packages of more than 50 MB.

Many learning systems take no larger uploads until an administrator raises the limit; that of PHP
itself, in which Moodle is written, is 2 MB. Packages for Moodle and Open edX hold each simulation
as a package of its own, with its pictures and films once more. Make films and pictures smaller, or
put films on a video platform and link to them: a link alone in its paragraph becomes a player that
loads nothing before learners agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.outline import scenarios
from moocbuild.model.shown import media_of

RULE = Rule(
    "MB376",
    "large-package",
    Severity.NOTE,
    __doc__,
    remedy="make its largest files smaller, or ask the administrator for the limit",
)
MOST = 50
"""MB."""
_MB = 1_000_000
_NAMED = 3


def check(course: Course) -> Iterator[Diagnostic]:
    """The sum of what the largest package holds; texts add little to it."""
    total = sum(asset.size for asset in course.assets.values()) / _MB
    again = sum(_of_simulations(course)) / _MB
    if total + again > MOST:
        by_size = sorted(course.assets.items(), key=lambda each: (-each[1].size, each[0]))
        named = ", ".join(f"{href} ({a.size / _MB:.0f})" for href, a in by_size[:_NAMED])
        more = f", for Moodle and Open edX {total + again:.0f}" if again >= 1 else ""
        message = f"packages will have about {total:.0f} MB{more}, most of it: {named}"
        yield RULE.at(Span("course/course.yml"), message)


def _of_simulations(course: Course) -> Iterator[int]:
    """Bytes of what each simulation shows."""
    for scenario in scenarios(course):
        shown = course.assets.keys() & media_of(scenario)
        yield sum(course.assets[href].size for href in shown)
