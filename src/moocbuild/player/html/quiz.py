"""Quizzes as HTML values: what the script has to know of one, in the quiz's own page."""

from __future__ import annotations

import json
from dataclasses import dataclass

from moocbuild.model.course import Quiz
from moocbuild.model.draw import draw_plan


@dataclass(frozen=True, slots=True)
class QuizView:
    """draw: [always, pools, rest] in ordinals, "" where every question is asked."""

    graded: bool
    shuffle: bool
    pass_mark: float
    category_mark: float
    draw: str


def quiz_view(quiz: Quiz) -> QuizView:
    """The view of a quiz."""
    return QuizView(
        quiz.graded, quiz.shuffle, quiz.pass_mark, quiz.category_mark or 0, _draw(quiz)
    )


def _draw(quiz: Quiz) -> str:
    plan = draw_plan(quiz)
    if not plan.pools and not plan.rest:
        return ""
    number = {question.id: question.ordinal for question in quiz.questions}
    always = [number[id] for id in plan.always]
    pools = [[number[id] for id in pool] for pool in plan.pools]
    return json.dumps([always, pools, plan.rest], separators=(",", ":"))
