"""A scored question is not keyed to any item.

The line of code chips below the heading says which items a question is about: `` `IX.2` `I.3` ``.
The first is the main item. Without one the question counts for no competency.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course, Quiz

RULE = Rule("MB132", "unkeyed-question", Severity.WARNING, __doc__)


def check(course: Course) -> Iterator[Diagnostic]:
    """Scored questions of graded quizzes."""
    for page in course.pages():
        if isinstance(page, Quiz) and page.graded:
            for question in page.questions:
                if question.scored and not question.competencies:
                    help = "write its items in chips below the heading: `IX.2`"
                    message = f"'{question.id}' is keyed to no item"
                    yield RULE.at(question.span, message, help=help)
