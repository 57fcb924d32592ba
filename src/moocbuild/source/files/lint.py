"""What is looked for in the bare lines of a text: hidden characters, addresses, numbers.

Lines give the exact column, which rendered text no longer has.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from moocbuild.diagnostics import Fix, Report, Rule, Severity, Span
from moocbuild.source.characters import HIDDEN_CHARACTERS, HIDDEN_IN_DATA, hidden_message
from moocbuild.source.files.tree import ENCODING, SourceFile

HIDDEN = Rule(
    "MB231",
    "hidden-character",
    Severity.WARNING,
    """The text contains an invisible character: one that sets the writing direction, or one of
zero width.

It can make two different words look the same. It usually comes with text copied from elsewhere.
Delete it; right-to-left languages do not need it here.""",
    remedy="delete it",
)
PERSONAL_DATA = Rule(
    "MB230",
    "personal-data",
    Severity.WARNING,
    """The text contains an e-mail address or a telephone number. Packages travel far and stay in
use for years. Help lines belong in course/contacts.yml, where someone confirms them; personal
addresses do not belong in a course.""",
    remedy="delete it; write help lines in course/contacts.yml",
)

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
_WRITTEN = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z]{2,32});")
"""A character by its number or name: `&#x202E;`, `&shy;`."""
_DATA = re.compile(r"\s*(?:[-*+] \[[ xX]\]|[-*+] !?=|<!--|`|\||#)")
_WORTH_A_LOOK = re.compile(r"@|\d\D?\d")
_ODD = re.compile(r"[^\x00-%'-/:-?A-\x7f](?:(?<![0-9])|[^0-9\n]?[0-9]).*")
"""An `&`, an `@`, something that is not of ASCII, or a digit that makes it worth a look. It begins
with one set of characters: alternatives take three times as long."""
_EMAIL = re.compile(r"(?<![\w.+/-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b")
_PHONE = re.compile(r"(?<![\w./:#-])(?:\+|00)?\d[\d ()/.-]{7,24}\d(?![\w-])")
_NO_PHONE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ T]\d{1,2})?"  # dates, and the hour behind one
    r"|[0-3]?\d([-/.])[01]?\d\1(?:19|20)\d\d|[01]?\d([-/.])[0-3]?\d\2(?:19|20)\d\d"
    r"|\d{4} ?[-/] ?\d{4}"  # spans of years
    r"|\d{1,3}(?:\.\d{1,3}){3}"  # an address of a computer
    r"|[1-9]\d?(?:[ .]\d{3}){2,}"  # 12 345 678
    r"|\d\.\d+"  # 3.14159265
    r"|10\.\d{4,9}/.*"  # a DOI
    r"|97[89][- ]?(?:\d[- ]?){10}"  # an ISBN
)
_NAMED = ("ISBN", "ISSN", "ISBN-10", "ISBN-13", "DOI", "EAN", "IBAN", "VERSION")
"""What stands before a number that is none of a telephone."""
_FENCE = re.compile(r"[ \t>]{0,40}(?:[-*+]|\d{1,9}[.)])?[ \t]{0,9}(`{3,40}|~{3,40})")
_CODE = re.compile(r"`[^`]*`")


def lint(file: SourceFile, report: Report) -> None:
    """Reports what is found in `file`, a Markdown or YAML text."""
    prose = file.path.endswith(".md")
    fence = ""
    for number in _to_look_at(file.text):
        line = file.line(number)
        if not line.isascii():
            _hidden(file, number, line, prose, report)
        if prose and "&" in line:
            _written(file, number, line, report)
        fence, was = _fenced(fence, line), fence
        if prose and not was and _WORTH_A_LOOK.search(line):
            for match, what in _personal(line):
                span = Span(file.path, number, match.start() + 1, len(match[0]))
                help = "delete it; write help lines in course/contacts.yml"
                report(PERSONAL_DATA.at(span, f"'{match[0]}' looks like {what}", help=help))


def _to_look_at(text: str) -> Iterable[int]:
    """Numbers of the lines in which something may be found; of all where there may be code."""
    if "```" in text or "~~~" in text:
        return range(1, text.count("\n") + 2)
    last, number = 0, 1
    found = []
    for match in _ODD.finditer(text):  # once a line
        number += text.count("\n", last, match.start())
        last = match.start()
        found.append(number)
    return found


def _fenced(fence: str, line: str) -> str:
    """The fence of the code that goes on after `line`, "" outside of code."""
    found = _FENCE.match(line)
    if found is None:
        return fence
    if not fence:
        return found[1]
    closes = found[1].startswith(fence) and not line[found.end() :].strip()
    return "" if closes else fence


def _written(file: SourceFile, number: int, line: str, report: Report) -> None:
    for match in _WRITTEN.finditer(line):
        char = html.unescape(match[0])
        span = Span(file.path, number, match.start() + 1, len(match[0]))
        if match[0][1] == "#" and (not char or _CONTROL.match(char)):
            report(ENCODING.at(span, f"'{match[0]}' is not a valid character", fix=Fix(match[0])))
        elif HIDDEN_CHARACTERS.fullmatch(char):
            rule = HIDDEN_IN_DATA if _DATA.match(line) else HIDDEN
            report(rule.at(span, hidden_message(char), fix=Fix(match[0])))


def _hidden(file: SourceFile, number: int, line: str, prose: bool, report: Report) -> None:
    for match in HIDDEN_CHARACTERS.finditer(line):
        rule = HIDDEN if prose and not _DATA.match(line) else HIDDEN_IN_DATA
        span = Span(file.path, number, match.start() + 1, 1)
        report(rule.at(span, hidden_message(match[0]), fix=Fix(match[0])))


def _personal(line: str) -> Iterator[tuple[re.Match[str], str]]:
    """Addresses and numbers outside of code."""
    words = _CODE.sub(lambda code: " " * len(code[0]), line)
    for match in _EMAIL.finditer(words):
        yield match, "an e-mail address"
    for match in _PHONE.finditer(words):
        digits = sum(c.isdigit() for c in match[0])
        if 8 <= digits <= 15 and not _is_other(match, words) and not _is_sum(match[0]):
            yield match, "a telephone number"


def _is_sum(written: str) -> bool:
    """`624724 - 621624`: what is dialled begins with 0 or +."""
    return " - " in written and written[0] not in "0+("


def _is_other(match: re.Match[str], line: str) -> bool:
    """Whether a number is one of another kind."""
    before = line[max(0, match.start() - 12) : match.start()].upper().rstrip(" :.#")
    return before.endswith(_NAMED) or _NO_PHONE.fullmatch(match[0].strip()) is not None
