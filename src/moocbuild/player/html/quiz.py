"""Quizzes as HTML values: what the script has to know of one, in the quiz's own page."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from moocbuild.model.course import Quiz
from moocbuild.model.draw import draw_plans
from moocbuild.player.html.render import Context
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class QuizView:
    """draw: [always, pools, rest] in ordinals, "" where every question is asked; of a quiz that
    asks pools, a fourth entry has the rests: [[how many, ...of these] …]. hidden: whether right
    answers are never shown. rules: what learners are told before they begin.
    """

    graded: bool
    shuffle: bool
    pass_mark: float
    category_mark: float
    draw: str
    attempts: int
    feedback: str
    hidden: bool
    rules: tuple[Markup, ...]


def quiz_view(quiz: Quiz, context: Context) -> QuizView:
    """The view of a quiz."""
    return QuizView(
        graded=quiz.graded,
        shuffle=quiz.shuffle,
        pass_mark=quiz.pass_mark,
        category_mark=quiz.category_mark or 0,
        draw=_draw(quiz),
        attempts=quiz.attempts,
        feedback=quiz.feedback,
        hidden=not quiz.right_answers,
        rules=tuple(_rules(quiz, context)),
    )


def _rules(quiz: Quiz, context: Context) -> Iterator[Markup]:
    if quiz.pretest:
        yield context.word("around.pretest")
    if quiz.attempts:
        yield context.word("page.quiz_attempts", n=quiz.attempts)
    if quiz.feedback == "after-attempt":
        yield context.word("page.quiz_later")
    if quiz.feedback == "after-close":
        yield context.word("page.quiz_closed")


def _draw(quiz: Quiz) -> str:
    plans = draw_plans(quiz)
    if not any(plan.draws for plan in plans):
        return ""
    number = {question.id: question.ordinal for question in quiz.questions}
    always = [number[id] for plan in plans for id in plan.always]
    pools = [[number[id] for id in pool] for plan in plans for pool in plan.pools]
    plan: list[object] = [always, pools, plans[0].rest]
    if len(plans) > 1:  # else what is left is the bank's
        left = [[each.rest, *(number[id] for id in each.bank)] for each in plans if each.rest]
        plan = [always, pools, 0, left]
    return json.dumps(plan, separators=(",", ":"))
