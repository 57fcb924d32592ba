"""A scored question is not linked to any item.

The line of tags below the heading says which items a question is about: `` `IX.2` `I.3` ``. The
first is the main item. Without one, the question does not count towards any competency.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course, Quiz

RULE = Rule(
    "MB132",
    "unkeyed-question",
    Severity.WARNING,
    __doc__,
    remedy="write its items as tags below the heading: `IX.2`",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Scored questions of graded quizzes, where there are items to link them to."""
    for page in course.pages() if course.framework.items else ():
        if isinstance(page, Quiz) and page.graded:
            for question in page.questions:
                if question.scored and not question.competencies:
                    help = "write its items as tags below the heading: `IX.2`"
                    message = f"'{question.id}' is not linked to any item"
                    yield RULE.at(question.span, message, help=help)
