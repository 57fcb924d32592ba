"""A help line is not confirmed, or was confirmed more than 180 days ago.

Numbers change. Learners only ever see rows with `confirmed_on`: call the line, then write the date
and your name. Until then, learners are told to call their country's emergency number.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course

RULE = Rule(
    "MB220",
    "unconfirmed-contact",
    Severity.WARNING,
    __doc__,
    remedy="call the line, then write 'confirmed_on'",
)
MAX_AGE = 180
"""Days."""


def check(course: Course) -> Iterator[Diagnostic]:
    """Contacts of the countries that the course is for."""
    for contact in course.contacts:
        if contact.country not in course.countries:
            continue
        name = f"{contact.role.replace('_', ' ')} ({contact.country})"
        if contact.confirmed_on is None:
            message = f"{name} is not confirmed: learners will not see it"
            yield RULE.at(contact.span, message, help="call it, then write 'confirmed_on'")
        elif (course.settings.today - contact.confirmed_on).days > MAX_AGE:
            message = f"{name} was confirmed more than {MAX_AGE} days ago"
            yield RULE.at(contact.span, message, help="call it again")
