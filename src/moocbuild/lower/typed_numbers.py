"""A number to type is compared in a narrower way by this target.

Open edX takes one range a question: of further ones it accepts the ends, the middle and the whole
numbers between. It reads a decimal point alone; in languages that write a comma the question says
so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.walk import asked_as, change_questions, counted, note
from moocbuild.model.course import Course
from moocbuild.model.question import AcceptedNumber, NumericEntryInteraction, Question
from moocbuild.model.text import Content, element, paragraph, text
from moocbuild.target import Fate, Feature, Target
from moocbuild.words import words
from moocbuild.words.languages import writes_comma

ORDER = 60
RULE = Rule("MB337", "typed-numbers", Severity.NOTE, __doc__)
FEATURE = None
FATES: Mapping[Feature, Fate] = {}


def applies(target: Target) -> bool:
    """Where a number is compared in a narrower way."""
    return target.narrow_numbers


def lower(course: Course, target: Target, report: Report) -> Course:
    """Questions that say how to write a number; a note for ranges that are not kept whole."""
    found = asked_as(course, NumericEntryInteraction)
    ranges = [q for q in found if sum(a.low != a.high for a in _right(q)) > 1]
    points = [q for q in found if writes_comma(course.language) and any(map(_broken, _right(q)))]
    if ranges:
        what = counted(len(ranges), "question accepts", "questions accept")
        said = f"{what} only some numbers of a further range"
        note(report, RULE, target, [q.span for q in ranges], said)
    if not points:
        return course
    what = counted(len(points), "question asks", "questions ask")
    said = f"{what} for a decimal point, as a comma is not read"
    note(report, RULE, target, [q.span for q in points], said)
    say = words(course.language).content("question.decimal_point")
    ids = {question.id for question in points}
    return change_questions(course, lambda q: (_told(q, say) if q.id in ids else q,))


def _told(question: Question, say: Content) -> Question:
    """Told within the last paragraph, which labels the field."""
    *before, last = question.prompt.nodes or ("",)
    if isinstance(last, str) or last[0] != "p":
        return replace(question, prompt=text(question.prompt, paragraph(say)))
    name, attributes, children, line = last
    told = (name, attributes, text(*children, " ", element("em", say)).nodes, line)
    return replace(question, prompt=text(*before, told))


def _right(question: Question) -> list[AcceptedNumber]:
    asks = question.interaction
    answers = asks.answers if isinstance(asks, NumericEntryInteraction) else ()
    return [answer for answer in answers if answer.correct]


def _broken(answer: AcceptedNumber) -> bool:
    """Whether a learner may have to write a fraction."""
    return answer.low != int(answer.low) or answer.high != int(answer.high)
