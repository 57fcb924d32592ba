"""An option is worth a share that a target does not know; it is worth the nearest that it does.

Moodle knows tenths, and some simple fractions (1/3, 1/4, 1/6 …), and refuses or changes others.
Write such a share, `0.9` or `0.25`, where what an option is worth must be the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.walk import change_questions, counted, note
from moocbuild.model.course import Course
from moocbuild.model.question import ChoiceInteraction, Question
from moocbuild.target import Fate, Feature, Target

ORDER = 50
RULE = Rule("MB336", "shares-changed", Severity.NOTE, __doc__)
FEATURE = None
FATES: Mapping[Feature, Fate] = {}


def applies(target: Target) -> bool:
    """Where an option cannot be worth anything."""
    return bool(target.shares)


def lower(course: Course, target: Target, report: Report) -> Course:
    """Options worth what the target knows."""
    changed = [q for q in course.questions() if _known(q, target.shares) is not q]
    if not changed:
        return course
    what = counted(len(changed), "question has", "questions have")
    said = f"{what} options whose share becomes the nearest that it knows"
    note(report, RULE, target, [question.span for question in changed], said)
    return change_questions(course, lambda question: (_known(question, target.shares),))


def nearest(share: float, known: tuple[float, ...]) -> float:
    """The share in `known` that is nearest; only a right answer is worth 1, a wrong one 0."""
    if share in (0.0, 1.0):
        return share
    return min((k for k in known if 0 < k < 1), key=lambda k: abs(k - share))


def _known(question: Question, shares: tuple[float, ...]) -> Question:
    """`question` itself where nothing changes."""
    asks = question.interaction
    if not isinstance(asks, ChoiceInteraction) or asks.multiple:
        return question
    scores = [nearest(choice.score, shares) for choice in asks.choices]
    if all(abs(a - c.score) < 0.001 for a, c in zip(scores, asks.choices, strict=True)):
        return question
    choices = (replace(c, score=s) for c, s in zip(asks.choices, scores, strict=True))
    return replace(question, interaction=replace(asks, choices=tuple(choices)))
