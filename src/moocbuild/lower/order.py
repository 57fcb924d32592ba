"""Putting steps in order becomes a choice between orders, where a target knows no ordering.

Learners choose between the right order and up to three in which two steps have changed places. The
feedback of misplaced steps goes with those orders, and all of it with the explanation. It asks
less of learners than ordering does: recognising instead of arranging.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.walk import asked_as, change_questions, counted, note, stable_shuffle_key
from moocbuild.model.course import Course
from moocbuild.model.question import Choice, ChoiceInteraction, OrderInteraction, Question, Step
from moocbuild.model.text import EMPTY, Text, element, listed, paragraph, text
from moocbuild.target import Feature, Target, degraded
from moocbuild.words import Words, words

ORDER = 41
RULE = Rule("MB302", "order-as-choice", Severity.NOTE, __doc__)
FEATURE = Feature.ORDER
FATES = {FEATURE: degraded("becomes a choice between three or four orders")}

Order = tuple[Step, ...]


def applies(target: Target) -> bool:
    """Where its renderer table does not know the interaction, but others."""
    return target.asks and OrderInteraction not in target.interactions


def lower(course: Course, target: Target, report: Report) -> Course:
    """Order questions as choices between orders."""
    found = asked_as(course, OrderInteraction)
    if not found:
        return course
    what = counted(len(found), "order question becomes", "order questions become")
    note(report, RULE, target, [q.span for q in found], f"{what} a choice between orders")
    say = words(course.language)
    return change_questions(course, lambda question: (_as_choice(question, say),))


def _as_choice(question: Question, say: Words) -> Question:
    if not isinstance(question.interaction, OrderInteraction):
        return question
    steps = question.interaction.steps
    orders = _orders(steps)
    right = stable_shuffle_key(question.id) % len(orders)
    arranged = [*orders[1 : right + 1], orders[0], *orders[right + 1 :]]
    pairs = zip("abcd", arranged, strict=False)
    choices = tuple(_choice(letter, order, steps) for letter, order in pairs)
    return replace(
        question,
        kind="single",
        prompt=text(question.prompt, paragraph(say.content("question.which_order"))),
        interaction=ChoiceInteraction(choices=choices),
        explanation=text(question.explanation, _told(steps, say)),
    )


def _orders(steps: Order) -> list[Order]:
    """The right order, then up to three others that read differently."""
    last = len(steps) - 1
    swaps = [(0, 0), (0, 1), (last - 1, last), (0, last)] if last > 0 else [(0, 0)]
    orders = (_swapped(steps, one, other) for one, other in swaps)
    return list({tuple(step.text for step in order): order for order in orders}.values())


def _swapped(steps: Order, one: int, other: int) -> Order:
    arranged = list(steps)
    arranged[one], arranged[other] = arranged[other], arranged[one]
    return tuple(arranged)


def _choice(letter: str, order: Order, right: Order) -> Choice:
    misplaced = [a for a, b in zip(order, right, strict=True) if a is not b]
    return Choice(
        id=letter,
        text=listed("ol", (step.text for step in order)),
        score=0.0 if misplaced else 1.0,
        feedback=text(*(element("div", step.feedback) for step in misplaced if step.feedback)),
        span=right[0].span,
    )


def _told(steps: Sequence[Step], say: Words) -> Text:
    if not any(step.feedback for step in steps):
        return EMPTY
    told = (text(s.text, element("div", s.feedback)) if s.feedback else s.text for s in steps)
    return text(paragraph(say.content("question.in_order")), listed("ol", told))
