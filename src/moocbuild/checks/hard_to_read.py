"""A page is harder to read than a newspaper in its language.

LIX counts the words in a sentence and adds how many of a hundred words have more than six letters.
It needs no dictionary, and can be compared within a language: newspapers have 52 in English, 55 in
French, 59 in German, 67 in Spanish, 48 in Norwegian (Björnsson 1983, doi:10.2307/747382). Catalan
is held to the figure of Spanish, Romanian to that of Italian, Dutch to that of German. A course is
often read in a second language, so stay below: shorter sentences, and everyday words in place of
long ones. Only pages of at least 100 words are judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Activity
from moocbuild.prose.course_prose import Prose
from moocbuild.prose.languages import language
from moocbuild.prose.sentences import lix

RULE = Rule(
    "MB373",
    "hard-to-read",
    Severity.NOTE,
    __doc__,
    remedy="shorten sentences, and take shorter words",
)
_ENOUGH = 100
"""Words, from which on a measure tells anything."""


def check_prose(prose: Prose) -> Iterator[Diagnostic]:
    """Pages above the figure of their language."""
    normal = language(prose.language).normal

    def judge(page: Activity) -> Iterator[Diagnostic]:
        found = prose.sentences(page)
        if sum(len(each.words) for each in found) >= _ENOUGH and (much := lix(found)) > normal:
            message = f"the page has a LIX of {much}, newspapers have {normal}"
            yield RULE.at(page.span, message)

    if normal:
        for page in prose.course.pages():
            yield from prose.kept(page, RULE.slug, judge)
