"""The text of a unit has changed since somebody reviewed it.

`moocbuild review --sign` writes a hash of the text beside each review in course/reviews.yml. It
covers all that people read in the unit, and which answers are right, but no ids and no line
breaks. Where today's text has another hash, the first page of every package no longer counts the
review, and the page about the course says that the text has changed since. Ask the reviewer
whether they still stand by the unit, and sign again; or remove the row. `moocbuild review --read`
shows what was commented on, then and now.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course

RULE = Rule(
    "MB391",
    "stale-review",
    Severity.WARNING,
    __doc__,
    remedy="ask the reviewer again, then run 'moocbuild review --sign'",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Reviews of a text that is another one today, and that nobody has renewed."""
    titles = {module.id: module.title for module in course.units()}
    fresh = {(each.unit, each.who) for each in course.reviews or () if not each.stale}
    for review in course.reviews or ():
        if review.stale and (review.unit, review.who) not in fresh:
            title = titles.get(review.unit, review.unit)
            message = f"'{title}' has changed since {review.who} reviewed it"
            yield RULE.at(review.span, message)
