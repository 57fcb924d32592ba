"""A text with gaps becomes one question a gap, where a target knows no gaps in a text.

Each question shows the whole text with its own gap in bold, and asks for a choice or for words to
type, as the gap does. A text with many gaps makes many questions: keep it to what one page can
hold.
"""

from __future__ import annotations

from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.walk import asked_as, change_questions, counted, fresh, note
from moocbuild.model.course import Course
from moocbuild.model.question import (
    ChoiceInteraction,
    Gap,
    GapsInteraction,
    Question,
    TextEntryInteraction,
)
from moocbuild.model.text import Element, Nodes, Text, attribute, element, rewrite
from moocbuild.target import Feature, Target, degraded
from moocbuild.words import Words, words

ORDER = 43
RULE = Rule("MB338", "gaps-as-questions", Severity.NOTE, __doc__)
FEATURE = Feature.GAPS
FATES = {FEATURE: degraded("every gap becomes a question of its own")}


def applies(target: Target) -> bool:
    """Where its renderer table does not know the interaction, but others."""
    return target.asks and GapsInteraction not in target.interactions


def lower(course: Course, target: Target, report: Report) -> Course:
    """Texts with gaps as choices and words to type."""
    found = asked_as(course, GapsInteraction)
    if not found:
        return course
    gaps = sum(
        len(q.interaction.gaps) for q in found if isinstance(q.interaction, GapsInteraction)
    )
    what = counted(len(found), "text with gaps becomes", "texts with gaps become")
    questions = counted(gaps, "question", "questions")
    note(report, RULE, target, [q.span for q in found], f"{what} {questions}, one a gap")
    say = words(course.language)
    taken = {question.id for question in course.questions()}
    return change_questions(course, lambda question: _one_a_gap(question, taken, say))


def _one_a_gap(question: Question, taken: set[str], say: Words) -> tuple[Question, ...]:
    asks = question.interaction
    if not isinstance(asks, GapsInteraction):
        return (question,)
    return tuple(
        replace(
            question,
            id=fresh(f"{question.id}-{gap.id}", taken),
            kind="single" if gap.choices else "text",
            title=say("question.row", title=question.title, n=number, total=len(asks.gaps)),
            prompt=_with(question.prompt, gap),
            interaction=_asked(gap),
            points=question.points / len(asks.gaps),
            ordinal=0,
        )
        for number, gap in enumerate(asks.gaps, 1)
    )


def _asked(gap: Gap) -> ChoiceInteraction | TextEntryInteraction:
    if gap.choices:
        return ChoiceInteraction(choices=gap.choices)
    return TextEntryInteraction(answers=gap.answers)


def _with(prompt: Text, gap: Gap) -> Text:
    """The prompt with one of its gaps in bold."""

    def shown(found: Element) -> Nodes:
        return (element("strong", found) if attribute(found, "part") == gap.id else found,)

    return Text(rewrite(prompt.nodes, {"blank": shown}))
