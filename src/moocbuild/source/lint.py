"""What is looked for in the bare lines of a text: hidden characters, addresses, numbers.

Lines give the exact column, which rendered text no longer has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.diagnostics import Report, Rule, Severity, Span
from moocbuild.source.tree import SourceFile

HIDDEN = Rule(
    "MB231",
    "hidden-character",
    Severity.WARNING,
    """An invisible character stands in the text: a mark of writing direction, or of zero width.

It can make two different words look the same. Usually it came along when text was copied from
elsewhere. Delete it; right-to-left languages do not need it here.""",
)
HIDDEN_IN_DATA = Rule(
    "MB021",
    "hidden-character-in-data",
    Severity.ERROR,
    """An invisible character stands in an answer, an id or a setting. There it can make a wrong answer
look right, or one id look like another. Delete it.""",
)
PERSONAL_DATA = Rule(
    "MB230",
    "personal-data",
    Severity.WARNING,
    """An e-mail address or a telephone number stands in the text. Packages travel far and stay long.
Help lines belong in course/contacts.yml, where someone confirms them; addresses of people do not
belong in a course.""",
)

_HIDDEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DATA = re.compile(r"\s*(?:[-*+] \[[ xX]\]|[-*+] !?=|<!--|`|\||#)")
_WORTH_A_LOOK = re.compile(r"@|\d\D?\d")
_EMAIL = re.compile(r"(?<![\w/])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_PHONE = re.compile(r"(?<![\w./:#-])(?:\+|00)?\d[\d ()/.-]{7,}\d(?![\w-])")
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4} ?[-/] ?\d{4}")


def lint(file: SourceFile, report: Report) -> None:
    """Reports what is found in `file`, a Markdown or YAML text."""
    prose = file.path.endswith(".md")
    for number, line in enumerate(file.lines, start=1):
        if not line.isascii():
            _hidden(file, number, line, prose, report)
        if prose and _WORTH_A_LOOK.search(line):
            for match, what in _personal(line):
                span = Span(file.path, number, match.start() + 1, len(match[0]))
                help = "help lines belong in course/contacts.yml"
                report(PERSONAL_DATA.at(span, f"'{match[0]}' looks like {what}", help=help))


def _hidden(file: SourceFile, number: int, line: str, prose: bool, report: Report) -> None:
    for match in _HIDDEN.finditer(line):
        rule = HIDDEN if prose and not _DATA.match(line) else HIDDEN_IN_DATA
        span = Span(file.path, number, match.start() + 1, 1)
        message = f"an invisible character (U+{ord(match[0]):04X}) stands here"
        report(rule.at(span, message, help="delete it"))


def _personal(line: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _EMAIL.finditer(line):
        yield match, "an e-mail address"
    for match in _PHONE.finditer(line):
        digits = sum(c.isdigit() for c in match[0])
        if 8 <= digits <= 15 and not _DATE.fullmatch(match[0].strip()):
            yield match, "a telephone number"
