"""A wrong option gives no feedback when it is chosen.

Feedback below each option tells learners what their choice does to the person: indent it by four
spaces and begin it with `>`. Without it, a wrong answer teaches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course

RULE = Rule(
    "MB201",
    "option-without-feedback",
    Severity.WARNING,
    __doc__,
    remedy="write feedback below it: '    > …'",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Options that are not fully right and have no feedback."""
    for question in course.questions():
        for choice in question.interaction.offered:
            if not choice.correct and not choice.feedback:
                help = "write feedback below it: '    > …'"
                message = f"a wrong option of '{question.id}' has no feedback"
                yield RULE.at(choice.span, message, help=help)
