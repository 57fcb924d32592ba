"""A sentence has more than 25 words.

Readers have to keep the beginning in mind until the end, which is harder in a second language,
under stress, or on a small screen. Split it in two, or make a list of what it counts up. Headings,
code and quotations in blocks do not count. Languages without spaces between words are not judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Activity
from moocbuild.prose.course_prose import Prose
from moocbuild.prose.languages import has_spaces

RULE = Rule(
    "MB372",
    "long-sentence",
    Severity.NOTE,
    __doc__,
    remedy="split it, or make a list of it",
    recurs=True,
)
MOST = 25
"""Words."""
ENOUGH = 200
"""Findings on one page."""


def check_prose(prose: Prose) -> Iterator[Diagnostic]:
    """Every such sentence, where it begins."""

    def judge(page: Activity) -> Iterator[Diagnostic]:
        for sentence in prose.sentences(page):
            if len(sentence.words) > MOST:
                message = f"a sentence of {len(sentence.words)} words"
                yield RULE.at(prose.place_of(sentence), message)

    if has_spaces(prose.language):
        for page in prose.course.pages():
            yield from prose.kept(page, RULE.slug, lambda page: islice(judge(page), ENOUGH))
