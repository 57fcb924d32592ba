"""A quiz never asks a question of its bank.

A draw takes critical questions, then one for each first competency that none of them has, then
others from what is left. Where `draw:` has no room for all first competencies, or none for what is
left, some questions are in no attempt: nobody ever sees them. Write a larger number, or key the
question to a competency that is drawn.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course, Quiz
from moocbuild.model.draw import draw_plan

RULE = Rule(
    "MB225",
    "never-asked",
    Severity.WARNING,
    __doc__,
    remedy="write a larger 'draw:', or leave it out",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Questions that no attempt shows."""
    for quiz in course.pages():
        if isinstance(quiz, Quiz):
            plan = draw_plan(quiz)
            help = _help(quiz) if plan.never else ""
            spans = {question.id: question.span for question in quiz.questions}
            for id in plan.never:
                message = f"no attempt asks '{id}': the draw of {plan.size} has no room for it"
                yield RULE.at(spans[id], message, help=help)


def _help(quiz: Quiz) -> str:
    """The smallest draw that may show every question."""
    bank = len(draw_plan(quiz).bank)
    draws = range(quiz.drawn + 1, bank + 1)
    enough = bisect_left(draws, True, key=lambda n: not draw_plan(replace(quiz, drawn=n)).never)
    return f"write 'draw: {draws[enough]}' or more"
