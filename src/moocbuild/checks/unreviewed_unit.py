"""Nobody has reviewed this unit.

course/reviews.yml lists who has reviewed which unit, and the first page of every package says
which units people have reviewed. A review kit (one unit, one person, 90 minutes) is part of
moocbuild's documentation: docs/review-kit.md. A course without course/reviews.yml is not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course

RULE = Rule(
    "MB223",
    "unreviewed-unit",
    Severity.WARNING,
    __doc__,
    remedy="ask someone to review it: see moocbuild's docs/review-kit.md",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Units without a review, where the course keeps a list."""
    if course.reviews is None:
        return
    done = {review.unit for review in course.reviews}
    for module in course.units():
        if module.id not in done:
            message = f"nobody has reviewed '{module.title}'"
            help = "ask someone to review it: see moocbuild's docs/review-kit.md"
            yield RULE.at(Span("course/reviews.yml"), message, help=help)
