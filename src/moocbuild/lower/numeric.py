"""A number to type becomes a text to type, where a target knows no numbers.

An exact number is accepted in its usual spellings (3.5 and 3,5). A range cannot be carried: its
ends, its middle and the whole numbers between are accepted, and the explanation says the range.
Prefer questions whose answer is one number, or a single choice between estimates.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.walk import asked_as, change_questions, counted, note
from moocbuild.model.course import Course
from moocbuild.model.numbers import middle, spelled
from moocbuild.model.question import (
    AcceptedNumber,
    AcceptedText,
    NumericEntryInteraction,
    Question,
    TextEntryInteraction,
)
from moocbuild.model.text import EMPTY, Content, paragraph, text
from moocbuild.target import Feature, Target, degraded
from moocbuild.words import Words, words

ORDER = 44
RULE = Rule("MB304", "numeric-as-text", Severity.NOTE, __doc__)
FEATURE = Feature.NUMERIC
FATES = {FEATURE: degraded("becomes a text to type: exact numbers are kept, ranges are not")}
_MOST_WHOLE_NUMBERS = 20


def applies(target: Target) -> bool:
    """Where its renderer table does not know the interaction, but others."""
    return target.asks and NumericEntryInteraction not in target.interactions


def lower(course: Course, target: Target, report: Report) -> Course:
    """Numeric questions as text entries."""
    found = asked_as(course, NumericEntryInteraction)
    if not found:
        return course
    what = counted(len(found), "numeric question becomes a text", "numeric questions become texts")
    ranges = sum(any(a.low != a.high for a in _numbers(q)) for q in found)
    more = (
        f"; {counted(ranges, 'accepts', 'accept')} only some numbers of a range" if ranges else ""
    )
    note(report, RULE, target, [q.span for q in found], f"{what} to type{more}")
    say = words(course.language)
    return change_questions(course, lambda question: (_as_text(question, say),))


def _as_text(question: Question, say: Words) -> Question:
    if not isinstance(question.interaction, NumericEntryInteraction):
        return question
    accepted = [text for answer in _numbers(question) for text in _texts(answer)]
    ranges = [a for a in _numbers(question) if a.correct and a.low != a.high]
    said = (paragraph(_between(a, say)) for a in ranges)
    return replace(
        question,
        kind="text",
        interaction=TextEntryInteraction(answers=tuple(accepted)),
        explanation=text(question.explanation, *said),
    )


def _between(answer: AcceptedNumber, say: Words) -> Content:
    low, high = say.number(answer.low), say.number(answer.high)
    return say.content("question.between", low=low, high=high)


def _numbers(question: Question) -> tuple[AcceptedNumber, ...]:
    asks = question.interaction
    return asks.answers if isinstance(asks, NumericEntryInteraction) else ()


def _texts(answer: AcceptedNumber) -> Iterator[AcceptedText]:
    """Feedback stands at each spelling of a wrong number, and once for a right one."""
    spellings = dict.fromkeys(s for number in _values(answer) for s in _spellings(number))
    for place, spelling in enumerate(spellings):
        feedback = answer.feedback if not (answer.correct and place) else EMPTY
        yield AcceptedText(
            text=spelling, correct=answer.correct, feedback=feedback, span=answer.span
        )


def _values(answer: AcceptedNumber) -> Iterator[float]:
    yield middle(answer.low, answer.high)
    yield answer.low
    yield answer.high
    first, last = math.ceil(answer.low), math.floor(answer.high)
    if last - first < _MOST_WHOLE_NUMBERS:
        yield from map(float, range(first, last + 1))


def _spellings(number: float) -> Iterator[str]:
    text = spelled(number)
    yield text
    if "." in text:
        yield text.replace(".", ",")
