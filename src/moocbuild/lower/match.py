"""A match becomes one single choice a row, where a target knows no matching.

Each row asks for its right cell among all right cells; the feedback of the row goes with the right
answer. A match of many rows makes many questions: keep it to what one page can hold.
"""

from __future__ import annotations

from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.walk import asked_as, change_questions, counted, fresh, note
from moocbuild.model.course import Course
from moocbuild.model.question import (
    Choice,
    ChoiceInteraction,
    MatchInteraction,
    MatchRow,
    Question,
)
from moocbuild.model.text import EMPTY, element, paragraph, text
from moocbuild.target import Feature, Target, degraded
from moocbuild.words import Words, words

ORDER = 40
RULE = Rule("MB301", "match-as-choices", Severity.NOTE, __doc__)
FEATURE = Feature.MATCH
FATES = {FEATURE: degraded("every row becomes a single choice of its own")}


def applies(target: Target) -> bool:
    """Where its renderer table does not know the interaction, but others."""
    return target.asks and MatchInteraction not in target.interactions


def lower(course: Course, target: Target, report: Report) -> Course:
    """Match questions as single choices."""
    found = asked_as(course, MatchInteraction)
    if not found:
        return course
    rows = sum(
        len(q.interaction.rows) for q in found if isinstance(q.interaction, MatchInteraction)
    )
    what = counted(len(found), "match question becomes", "match questions become")
    choices = counted(rows, "single choice", "single choices")
    note(report, RULE, target, [q.span for q in found], f"{what} {choices}, one a row")
    say = words(course.language)
    taken = {question.id for question in course.questions()}
    return change_questions(course, lambda question: _rows(question, taken, say))


def _rows(question: Question, taken: set[str], say: Words) -> tuple[Question, ...]:
    match = question.interaction
    if not isinstance(match, MatchInteraction):
        return (question,)
    return tuple(
        replace(
            question,
            id=fresh(f"{question.id}-{row.id}", taken),
            kind="single",
            title=say("question.row", title=question.title, n=number, total=len(match.rows)),
            prompt=text(question.prompt, paragraph(element("strong", row.left))),
            interaction=_choice(match, row),
            points=question.points / len(match.rows),
            ordinal=0,
        )
        for number, row in enumerate(match.rows, 1)
    )


def _choice(match: MatchInteraction, row: MatchRow) -> ChoiceInteraction:
    choices = (
        Choice(
            id=option.id,
            text=option.text,
            score=float(option.id == row.right),
            feedback=row.feedback if option.id == row.right else EMPTY,
            span=row.span,
        )
        for option in match.options
    )
    return ChoiceInteraction(choices=tuple(choices))
