"""The feedback on a wrong option quotes the right one.

Learners may try again as often as they like; once they have read the answer in the feedback, there
is nothing left to think about. Say what the wrong choice does to the person instead. Say more in
the explanation, which is shown when the answer is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course
from moocbuild.model.question import Choice, ChoiceInteraction

RULE = Rule(
    "MB206",
    "feedback-gives-away",
    Severity.WARNING,
    __doc__,
    remedy="say what the choice does instead, and the rest in the explanation",
)
ENOUGH = 12
"""Shorter answers ("No") turn up in any sentence."""


def check(course: Course) -> Iterator[Diagnostic]:
    """Wrong options whose feedback holds the words of a right one."""
    for question in course.questions():
        if isinstance(question.interaction, ChoiceInteraction):
            for choice in _giving_away(question.interaction.choices):
                message = f"this feedback in '{question.id}' quotes the right answer"
                yield RULE.at(choice.span, message)


def _giving_away(choices: tuple[Choice, ...]) -> Iterator[Choice]:
    right = [_words(c.text.plain) for c in choices if c.correct]
    for choice in choices:
        said = _words(choice.feedback.plain)
        if not choice.correct and any(len(r) >= ENOUGH and r in said for r in right):
            yield choice


def _words(text: str) -> str:
    return " ".join(text.casefold().strip("“”\"'.!?").split())
