"""A quiz draws more questions than its bank contains.

`draw:` counts scored questions only; journal prompts are never drawn. Write more questions, or use
a smaller number. Without `draw:`, every question is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course, Quiz
from moocbuild.model.draw import draw_plan

RULE = Rule(
    "MB137",
    "draw-larger-than-bank",
    Severity.ERROR,
    __doc__,
    remedy="write a smaller 'draw:', or leave it out",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Every quiz."""
    for quiz in course.pages():
        if isinstance(quiz, Quiz):
            bank = len(draw_plan(quiz).bank)
            if quiz.drawn > bank:
                message = f"draw: {quiz.drawn}, but the bank has {bank} scored questions"
                yield RULE.at(quiz.span, message, help=f"write 'draw: {bank}' or less")
