"""The text has words that the course avoids.

A course decides in course/wording.yml which words hurt people or mislead them, and what it says
in their place. moocbuild points at them; what is right here only its author knows. Words within
quotation marks, in quotations and in code do not count: somebody says them. Where a page is about
such a word, switch the rule off for its section, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Activity
from moocbuild.model.wording import Avoided
from moocbuild.prose.course_prose import Prose
from moocbuild.prose.passages import Passage

RULE = Rule(
    "MB189",
    "avoided-words",
    Severity.WARNING,
    __doc__,
    remedy="write what course/wording.yml says in their place",
)
ENOUGH = 200
"""Findings on one page."""
_SAID = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‘[^‘’]*’(?!\w)|\"[^\"\n]*\"|‹[^‹›]*›")


def check_prose(prose: Prose) -> Iterator[Diagnostic]:
    """Every place, by page."""
    avoided = prose.course.settings.wording.avoided
    if avoided:
        env = repr([(each.words, each.instead, each.because) for each in avoided])
        found = [(each, _pattern(each.words)) for each in avoided]
        for page in prose.course.pages():
            yield from prose.kept(page, RULE.slug, partial(_judge, prose, found), env)


def _judge(
    prose: Prose, avoided: list[tuple[Avoided, re.Pattern[str]]], page: Activity
) -> Iterator[Diagnostic]:
    places = _places(prose, avoided, page)
    for each, passage, match in islice(places, ENOUGH):
        because = f": {each.because}" if each.because else ""
        message = f"'{_shown(match[0])}' is a word to avoid{because}"
        help = f"write '{each.instead}'" if each.instead else "say it in other words"
        yield RULE.at(prose.place(passage, match[0], match.start()), message, help=help)


def _places(
    prose: Prose, avoided: list[tuple[Avoided, re.Pattern[str]]], page: Activity
) -> Iterator[tuple[Avoided, Passage, re.Match[str]]]:
    for passage in prose.of(page):
        if passage.quoted:
            continue
        own = _SAID.sub(lambda said: " " * len(said[0]), passage.words)
        for each, pattern in avoided:
            yield from ((each, passage, match) for match in pattern.finditer(own))


def _pattern(words: str) -> re.Pattern[str]:
    """Whole words in any case, however they are spaced; `*` is the rest of a word."""
    parts = (re.escape(part).replace(r"\*", r"\w*") for part in words.split())
    joined = r"\s+".join(re.sub("['’]", "['’]", part) for part in parts)
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.I)


def _shown(words: str) -> str:
    return " ".join(words.split())
