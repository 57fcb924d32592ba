"""A question asks which option does NOT fit.

Readers overlook the "not", especially in a second language or under stress. Ask what does fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course
from moocbuild.words.languages import negative

RULE = Rule("MB204", "negative-stem", Severity.WARNING, __doc__, remedy="ask what does fit")

_QUOTED = re.compile(r"„[^„“”]*[“”]|“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|«[^«»]*»")


@cache
def _negative(language: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in negative(language)))


def check(course: Course) -> Iterator[Diagnostic]:
    """Prompts of choices; words that someone says in quotation marks do not count."""
    for question in course.questions():
        if question.interaction.offered:
            stem = _QUOTED.sub("", question.prompt.plain)
            if _negative(course.language).search(stem):
                message = f"'{question.id}' asks what does not fit"
                yield RULE.at(question.span, message, help="ask what does fit")
