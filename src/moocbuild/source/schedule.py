"""The schedule for Open edX in course.yml: dates that fit each other, and pages that are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moocbuild.diagnostics import Diagnostic, Report, Rule, Severity, near
from moocbuild.model.course import Module
from moocbuild.source.files.tree import NOT_FOUND
from moocbuild.source.pages.naming import Names
from moocbuild.source.yaml.reader import Node
from moocbuild.source.yaml.schema import CourseFile, Olx

SCHEDULE = Rule(
    "MB160",
    "schedule",
    Severity.ERROR,
    """Two dates under `olx:` in course.yml exclude each other: a course that ends before it
starts, or an enrolment that closes before it opens, lets nobody in. Nothing can be due outside of
the course's own dates. `end`, `enrollment_end` and `due` are last days, which still count.""",
    remedy="change one of the dates",
)
NO_DUE_DATES = Rule(
    "MB227",
    "due-in-self-paced",
    Severity.WARNING,
    """Pages have a last day (`olx: {due: …}`), but the course is self-paced. The day counts all
the same, but Studio does not show it to the team of such a course, and platforms with relative
dates put days of their own in its place. Write `pacing: instructor` beside it.""",
    remedy="write 'pacing: instructor' under 'olx'",
)
_ORDER = (
    ("start", "end"),
    ("enrollment_start", "enrollment_end"),
    ("enrollment_start", "end"),
    ("enrollment_end", "end"),
)
"""What must not come after what."""


def check_schedule(
    settings: CourseFile, node: Node, names: Names, modules: Sequence[Module], report: Report
) -> None:
    """Reports what course.yml says under `olx:` of days that cannot be."""
    olx = settings.olx
    for finding in (*_disorder(olx, node), *_due(olx, node), *_unknown(olx, node, names, modules)):
        report(finding)


def _disorder(olx: Olx, node: Node) -> Iterator[Diagnostic]:
    dates = olx.dates()
    for first, last in _ORDER:
        if first in dates and last in dates and dates[first] > dates[last]:
            message = f"{last}: {dates[last]} is before {first}: {dates[first]}"
            related = ((node.at(("olx", first)), f"{first} stands here"),)
            yield SCHEDULE.at(node.at(("olx", last)), message, related=related)


def _due(olx: Olx, node: Node) -> Iterator[Diagnostic]:
    for page, day in olx.due.items():
        span = node.at(("olx", "due", page))
        if olx.start and day < olx.start:
            yield SCHEDULE.at(span, f"due on {day}, before the course starts on {olx.start}")
        if olx.end and day > olx.end:
            yield SCHEDULE.at(span, f"due on {day}, after the course ends on {olx.end}")
    if olx.due and olx.pacing != "instructor":
        help = "write 'pacing: instructor' under 'olx'"
        message = "due dates in a self-paced course"
        yield NO_DUE_DATES.at(node.at(("olx", "due")), message, help=help)


def _unknown(
    olx: Olx, node: Node, names: Names, modules: Sequence[Module]
) -> Iterator[Diagnostic]:
    pages = [page.id for module in modules for page in module.pages()]
    for written in olx.due:
        if names.meant(written) not in pages:
            message = f"no page '{written[:80]}'"
            span = node.child("olx", "due").keys.get(written, node.at(("olx", "due")))
            yield NOT_FOUND.at(span, message, help=near(names.meant(written), pages))
