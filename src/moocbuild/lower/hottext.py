"""Marking sentences becomes a multiple choice, where a target cannot mark text.

The sentences stand as options in reading order. Where shuffled options would spoil the reading,
use a target that knows hottext.
"""

from __future__ import annotations

from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.walk import asked_as, change_questions, counted, note
from moocbuild.model.course import Course
from moocbuild.model.question import ChoiceInteraction, HottextInteraction, Question
from moocbuild.target import Feature, Target, degraded

ORDER = 42
RULE = Rule("MB303", "hottext-as-choice", Severity.NOTE, __doc__)
FEATURE = Feature.HOTTEXT
FATES = {FEATURE: degraded("becomes a multiple choice")}


def applies(target: Target) -> bool:
    """Where its renderer table does not know the interaction, but others."""
    return target.asks and HottextInteraction not in target.interactions


def lower(course: Course, target: Target, report: Report) -> Course:
    """Hottext questions as multiple choices."""
    found = asked_as(course, HottextInteraction)
    if not found:
        return course
    what = counted(len(found), "hottext question becomes", "hottext questions become")
    note(report, RULE, target, [q.span for q in found], f"{what} a multiple choice")
    return change_questions(course, lambda question: (_as_choice(question),))


def _as_choice(question: Question) -> Question:
    asks = question.interaction
    if not isinstance(asks, HottextInteraction):
        return question
    choice = ChoiceInteraction(choices=asks.choices, multiple=True)
    return replace(question, kind="multiple", interaction=choice)
