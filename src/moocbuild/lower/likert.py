"""A Likert scale becomes one survey question for each statement, where a target asks no tables.

Every question has the whole scale. Keep the statements short, and not too many: each is a question
of its own there.
"""

from __future__ import annotations

from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.walk import asked_as, change_questions, counted, fresh, note
from moocbuild.model.course import Course
from moocbuild.model.question import Question, Statement, SurveyInteraction
from moocbuild.model.text import paragraph, text
from moocbuild.target import Feature, Target, degraded
from moocbuild.words import Words, words

ORDER = 44
RULE = Rule("MB350", "likert-as-questions", Severity.NOTE, __doc__)
FEATURE = Feature.LIKERT
FATES = {FEATURE: degraded("every statement becomes a survey question of its own")}


def applies(target: Target) -> bool:
    """Where survey questions are asked, but one at a time."""
    return SurveyInteraction in target.interactions and FEATURE not in target.fates


def lower(course: Course, target: Target, report: Report) -> Course:
    """Likert scales as survey questions."""
    found = [q for q in asked_as(course, SurveyInteraction) if _statements(q)]
    if not found:
        return course
    what = counted(len(found), "Likert scale becomes", "Likert scales become")
    many = counted(sum(len(_statements(q)) for q in found), "question", "questions")
    note(report, RULE, target, [q.span for q in found], f"{what} {many}, one a statement")
    say = words(course.language)
    taken = {question.id for question in course.questions()}
    return change_questions(course, lambda question: _one_each(question, taken, say))


def _statements(question: Question) -> tuple[Statement, ...]:
    asks = question.interaction
    return asks.statements if isinstance(asks, SurveyInteraction) else ()


def _one_each(question: Question, taken: set[str], say: Words) -> tuple[Question, ...]:
    asks, statements = question.interaction, _statements(question)
    if not statements or not isinstance(asks, SurveyInteraction):
        return (question,)
    return tuple(
        replace(
            question,
            id=fresh(f"{question.id}-{statement.id}", taken),
            kind="survey",
            title=say("question.row", title=question.title, n=number, total=len(statements)),
            prompt=text(question.prompt, paragraph(statement.text)),
            interaction=replace(asks, statements=()),
            ordinal=0,
        )
        for number, statement in enumerate(statements, 1)
    )
