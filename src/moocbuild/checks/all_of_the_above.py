"""An option refers to the other options ("all of the above").

It cannot be shuffled, it gives itself away, and it tests logic instead of judgement. Make the
question a multiple choice in which each option makes sense on its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course
from moocbuild.model.question import ChoiceInteraction
from moocbuild.words.languages import points_to_others

RULE = Rule(
    "MB203", "all-of-the-above", Severity.WARNING, __doc__, remedy="make it a multiple choice"
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Options in the words of the languages that the tool knows."""
    for question in course.questions():
        if isinstance(question.interaction, ChoiceInteraction):
            for choice in question.interaction.choices:
                if points_to_others(choice.text.plain):
                    message = f"an option of '{question.id}' refers to the others"
                    yield RULE.at(choice.span, message, help="make it a multiple choice")
