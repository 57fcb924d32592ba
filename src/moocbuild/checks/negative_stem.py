"""A question asks which option does NOT fit.

Readers overlook the "not", especially in a second language or under stress. Ask what does fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course

RULE = Rule("MB204", "negative-stem", Severity.WARNING, __doc__, remedy="ask what does fit")

_NEGATIVE = re.compile(
    r"\b(?i:which|what)\b[^?.]{0,80}\b(is|are|does|do|should|would|must|can)?\s*(NOT|not)\b[^?.]{0,80}\?"
    r"|\b(?i:all|each) of (these|the following)[^?.]{0,60}\bexcept\b|\bNOT\b",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Prompts of choices; words that someone says in quotation marks do not count."""
    for question in course.questions():
        if question.interaction.offered:
            stem = re.sub(r"“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|«[^«»]*»", "", question.prompt.plain)
            if _NEGATIVE.search(stem):
                message = f"'{question.id}' asks what does not fit"
                yield RULE.at(question.span, message, help="ask what does fit")
