"""A course about crisis has no confirmed help line for one of its countries.

Its content notes mention suicide, self-harm or crisis: some learners will need a person to talk
to, today. Until a line is confirmed, the help page refers them to emergency numbers, a doctor, an
emergency department and public lists of help lines; a number that answers is better. Add a row for
the country to course/contacts.yml, call the number, then write `confirmed_on`. Emergency numbers
do not count here: they are for danger, not for talking.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.words.crisis import about_crisis

RULE = Rule(
    "MB222",
    "no-help-line",
    Severity.WARNING,
    __doc__,
    remedy="confirm a help line of that country in course/contacts.yml",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """One warning for each country; one where a course names none."""
    if not about_crisis(course):
        return
    span = Span("course/contacts.yml")
    answering = {line.country for line in course.help_lines() if not line.emergency}
    for country in course.countries:
        if country not in answering:
            message = f"this course covers crisis but has no confirmed help line for {country}"
            yield RULE.at(span, message, help="call one, then write 'confirmed_on'")
    if not course.countries:
        message = "this course covers crisis but lists no countries for its help lines"
        yield RULE.at(Span("course/course.yml"), message, help="write 'countries: [BE, FR]'")
