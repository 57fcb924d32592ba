"""Every option of a multiple choice is right.

Learners who tick everything without reading get full marks. Add options that kind people would
choose and that do not fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course
from moocbuild.model.question import Choice, ChoiceInteraction, Interaction

RULE = Rule(
    "MB205", "everything-right", Severity.WARNING, __doc__, remedy="add options that do not fit"
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Multiple choices and hottexts."""
    for question in course.questions():
        found = _ticked(question.interaction)
        if found and all(choice.correct for choice in found):
            message = f"every option of '{question.id}' is right"
            yield RULE.at(question.span, message, help="add options that do not fit")


def _ticked(asked: Interaction) -> tuple[Choice, ...]:
    single = isinstance(asked, ChoiceInteraction) and not asked.multiple
    return () if single else asked.offered
