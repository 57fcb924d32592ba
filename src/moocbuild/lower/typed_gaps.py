"""Words to type in a gap are compared in another way than in the course.

This target compares them as it compares every text to type: accents and punctuation may count. Add
the spellings that you accept, or make the gap a choice.
"""

from __future__ import annotations

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.walk import asked_as, counted, note
from moocbuild.model.course import Course
from moocbuild.model.question import GapsInteraction, Question
from moocbuild.target import Feature, Target, degraded

ORDER = 61
RULE = Rule("MB339", "typed-gaps", Severity.NOTE, __doc__)
FEATURE = Feature.GAPS
FATES = {FEATURE: degraded("words to type are compared as in a text entry")}


def applies(target: Target) -> bool:
    """Where gaps are known, and texts to type are compared in another way."""
    return GapsInteraction in target.interactions and not target.keeps(Feature.TEXT)


def lower(course: Course, target: Target, report: Report) -> Course:
    """The same course; a note where gaps want words to type."""
    found = [q for q in asked_as(course, GapsInteraction) if _typed(q)]
    if found:
        what = counted(len(found), "text has", "texts have")
        said = f"{what} gaps to type, which are compared as text entries are"
        note(report, RULE, target, [question.span for question in found], said)
    return course


def _typed(question: Question) -> bool:
    asks = question.interaction
    return isinstance(asks, GapsInteraction) and any(gap.answers for gap in asks.gaps)
