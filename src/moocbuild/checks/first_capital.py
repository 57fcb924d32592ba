"""Two options of a question differ in nothing but the capital that they begin with.

`Wait` and `wait` are two options for a computer, and one for most readers: whoever picks the wrong
one has hardly misunderstood the question. Change or delete one of them. Capitals elsewhere count:
`mW` is not `MW`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.text import Text

RULE = Rule(
    "MB196",
    "first-capital",
    Severity.WARNING,
    __doc__,
    remedy="change one of the two, or delete it",
)

_WORD = re.compile(r"[^\W\d_]{3}")
"""Shorter ones are symbols more often than words: K and k, Aa and aa."""


def check(course: Course) -> Iterator[Diagnostic]:
    """Every pair, at the later one."""
    for question in course.questions():
        for texts in question.interaction.distinct():
            seen: dict[str, tuple[str, Span]] = {}
            for text, place in texts:
                words = text.plain if isinstance(text, Text) and _is_words(text) else ""
                if not _WORD.match(words):
                    continue
                span = place or question.span
                known, first = seen.setdefault(words[:1].lower() + words[1:], (words, span))
                if known != words:
                    message = f"'{words[:60]}' differs from '{known[:60]}' in its capital alone"
                    yield RULE.at(span, message, related=((first, "first used here"),))


def _is_words(text: Text) -> bool:
    return all(isinstance(node, str) for node in text.nodes)
