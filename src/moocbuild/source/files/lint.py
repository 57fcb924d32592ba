"""What is looked for in the bare lines of a text: hidden characters, addresses, numbers.

Lines give the exact column, which rendered text no longer has.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from moocbuild.diagnostics import Edit, Fix, Report, Rule, Severity, Span
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
addresses do not belong in a course. An address that you make a link yourself, `[Write to the
team](mailto:…)`, is taken as meant for everybody; so are numbers of course/contacts.yml, and
addresses such as `name@example.org` that belong to nobody.""",
    remedy="delete it; write help lines in course/contacts.yml",
    recurs=True,
)
DECOMPOSED = Rule(
    "MB379",
    "decomposed-letters",
    Severity.NOTE,
    """Letters with accents are written as two characters, a letter and an accent, as some systems
store names of files. They look alike and are not: searches miss them, and some fonts put the
accent beside its letter. `moocbuild check --fix` writes each as one character.""",
    remedy="run 'moocbuild check --fix'",
    recurs=True,
)

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
_WRITTEN = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z]{2,32});")
"""A character by its number or name: `&#x202E;`, `&shy;`."""
_ACCENTED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_DATA = re.compile(r"\s*(?:[-*+] \[[ xX]\]|[-*+] !?=|<!--|`|\||#)")
_WORTH_A_LOOK = re.compile(r"[@\d](?:(?<=@)|(?:\D*\d){7})")
"""An `@`, or as many digits as the shortest telephone number has."""
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
    r"|\d{1,4}\.\d+|[1-9]\d{4,8}\.\d{1,3}"  # 3.14159265, 50.8503396, 12345678.9
    r"|\d{1,9}(?:\.\d{1,9})? ?\.\. ?\d{1,9}(?:\.\d{1,9})?"  # 12.500 .. 13.500
    r"|[0-2]?\d[.:h][0-5]\d ?- ?[0-2]?\d[.:h][0-5]\d"  # 09.00 - 10.30
    r"|[1-9]\d?(?:[ -]\d{1,2}){4,}"  # 10 20 30 40 50
    r"|10\.\d{4,9}/.*"  # a DOI
    r"|97[89][- ]?(?:\d[- ]?){10}"  # an ISBN
)
_NAMED = ("ISBN", "ISSN", "ISBN-10", "ISBN-13", "DOI", "EAN", "IBAN", "VERSION")
"""What stands before a number that is none of a telephone."""
_NOBODY = re.compile(
    r"git@.*|.*[@.](?:example\.(?:com|net|org)|example|test|invalid|localhost)", re.I
)
"""Hosts that were set aside for examples (RFC 2606), and what git calls itself."""
_MEANT = re.compile(r"""\]\(<?(?:mailto|tel):[^)>]*|href=["']?(?:mailto|tel):[^"'> ]*""", re.I)
"""Links that somebody has written."""
_FENCE = re.compile(r"[ \t>]{0,40}(?:[-*+]|\d{1,9}[.)])?[ \t]{0,9}(`{3,40}|~{3,40})")
_CODE = re.compile(r"`[^`]*`")


def dialled(number: str) -> str:
    """What two ways of writing a telephone number share: its last eight digits."""
    return _digits(number)[-8:]


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def lint(file: SourceFile, report: Report, known: frozenset[str] = frozenset()) -> None:
    """Reports what is found in `file`, a Markdown or YAML text.

    known: numbers of the help lines in contacts.yml, as `dialled` has them.
    """
    prose = file.path.endswith(".md")
    fence = ""
    for number in _to_look_at(file.text):
        line = file.line(number)
        if not line.isascii():
            _hidden(file, number, line, prose, report)
        if prose and "&" in line:
            _written(file, number, line, report)
        fence, was = _fenced(fence, line), fence
        if not was and not unicodedata.is_normalized("NFC", line):
            _decomposed(file, number, line, report)
        if prose and not was and _WORTH_A_LOOK.search(line):
            for match, what in _personal(line, known):
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


def _decomposed(file: SourceFile, number: int, line: str, report: Report) -> None:
    """Accents beside their letters, where there is one character for both."""
    edits = []
    for match in _ACCENTED.finditer(line):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            span = Span(file.path, number, match.start() + 1, len(match[0]))
            edits.append(Edit(span, composed))
    if edits:
        message = f"'{edits[0].new}' is written as two characters"
        fix = Fix(edits=tuple(reversed(edits)))  # columns of the others stay true
        report(DECOMPOSED.at(edits[0].span, message, fix=fix))


def _personal(line: str, known: frozenset[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Addresses and numbers outside of code, and of links that somebody has made of them."""
    words = _MEANT.sub(_blanks, _CODE.sub(_blanks, line))
    for match in _EMAIL.finditer(words):
        if not _NOBODY.fullmatch(match[0]):
            yield match, "an e-mail address"
    for match in _PHONE.finditer(words):
        if not 8 <= len(_digits(match[0])) <= 15 or dialled(match[0]) in known:
            continue
        if not _is_other(match, words) and not _is_sum(match[0]):
            yield match, "a telephone number"


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _is_sum(written: str) -> bool:
    """`624724 - 621624`: what is dialled begins with 0 or +."""
    return " - " in written and written[0] not in "0+("


def _is_other(match: re.Match[str], line: str) -> bool:
    """Whether a number is one of another kind."""
    before = line[max(0, match.start() - 12) : match.start()].upper().rstrip(" :.#")
    return before.endswith(_NAMED) or _NO_PHONE.fullmatch(match[0].strip()) is not None
