"""`numeric`: a number; `- = 3.5 ± 0.1`, `- = 10 .. 12`, `- != 911` for one with feedback.

In a course whose language writes decimals with a comma, `- = 3,5` is the same.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from unicodedata import decimal

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import (
    AcceptedNumber,
    Interaction,
    NumericEntryInteraction,
    Unreadable,
)
from moocbuild.source.pages.raw_question import RawQuestion, entries, entry_list, feedback
from moocbuild.source.pages.section import Element, ListItem, Section, list_items
from moocbuild.words.languages import writes_comma

ORDER = 40
FORM = "write '- = 3'"

BAD_NUMBER = Rule(
    "MB119",
    "bad-number",
    Severity.ERROR,
    """A numeric answer is written `= 3.5`, `= 3.5 ± 0.1` or `= 10 .. 12`. The decimal sign is a
point, or a comma in a course whose language has one (learners may type either). A tolerance cannot
be negative, and a range goes from low to high.""",
    remedy="write '- = 3.5', '- = 3.5 ± 0.1' or '- = 10 .. 12'",
)

_NUMBER = r"[-+\u2212]?(?:\d+(?:\.\d*)?|\.\d+)"
_FORM = re.compile(rf"({_NUMBER})(?:\s*(?:±|\+-|\+/-)\s*({_NUMBER})|\s*\.\.\s*({_NUMBER}))?")
_LOOKS = re.compile(r"[-+\u2212]?[\d.,]+\s*(?:(?:±|\+-|\+/-|\.\.).*)?|[-+]?(?:nan|inf)\b.*", re.I)

_COMMA = re.compile(r"(?<![\d,.])(\d+),(\d+)(?![\d,.])")
_ARABIC = str.maketrans({"\u066b": ".", "\u066c": None, "\u060c": "."})
_UNIT = re.compile(
    r"(?<=\d)[ \u00a0\u202f]?(?:[%\u2030\u20ac$\u00b0]|[^\W\d_])[^\d.\u00b1+-]{0,20}"
)
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u2007\u2009\u202f'\u2019](?=\d{3}(?!\d))")


def find(section: Section) -> Element | None:
    """A `=` list in which every value looks like a number."""
    block = entry_list(section)
    if block is None or section.attributes.get("kind") == "numeric":
        return block
    values = (_plain(i.lines[0].lstrip("!=").strip()) for i in list_items(section, block))
    return block if all(_LOOKS.fullmatch(value) for value in values) else None


def parse(raw: RawQuestion) -> Interaction:
    """Ranges of accepted numbers, both ends included."""
    found = [_answer(raw, *entry) for entry in entries(raw)]
    answers = tuple(answer for answer in found if answer is not None)
    if len(answers) < len(found):
        return Unreadable("a number that is not valid")
    if not any(answer.correct for answer in answers):
        message = f"'{raw.id}' accepts no number"
        raw.report(BAD_NUMBER, raw.place, message, help="write '- = 3'")
        return Unreadable(message)
    return NumericEntryInteraction(answers=answers)


def _answer(raw: RawQuestion, correct: bool, value: str, item: ListItem) -> AcceptedNumber | None:
    span, value = item.span, _plain(value)
    if writes_comma(raw.section.reader.shared.language):
        value = _COMMA.sub(r"\1.\2", value)
    match = _FORM.fullmatch(value)
    if match is None:
        raw.report(BAD_NUMBER, span, f"'{value[:40]}' is not a number", _meant(value))
        return None
    middle, tolerance, high = (_decimal(group) for group in match.groups())
    ends = (middle, high) if match[3] else (middle - tolerance, middle + tolerance)
    low, top = (float(end) for end in ends)
    if tolerance < 0 or low > top or not math.isfinite(low) or not math.isfinite(top):
        raw.report(BAD_NUMBER, span, f"'{value[:40]}' is an empty range", "swap the ends")
        return None
    said = feedback(raw.section, item)
    return AcceptedNumber(low=low, high=top, correct=correct, feedback=said, span=span)


def _meant(value: str) -> str:
    """What to write for a decimal comma, a dash between two numbers, or numbers with units."""
    if re.fullmatch(r"\d+,\d+", value):
        return f"write '= {value.replace(',', '.')}'"
    if ends := re.fullmatch(r"(\d+(?:\.\d+)?)\s*[-\u2013]\s*(\d+(?:\.\d+)?)", value):
        return f"write '- = {ends[1]} .. {ends[2]}'"
    bare = re.sub(r"\s*(\.\.|±)\s*", r" \1 ", _UNIT.sub("", value))
    return f"write '- = {bare}', and the unit in the question" if _FORM.fullmatch(bare) else ""


def _plain(value: str) -> str:
    """In the digits 0 to 9, without the blanks and apostrophes that part thousands."""
    digits = "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in value)
    return _THOUSANDS.sub("", digits.translate(_ARABIC))


def _decimal(text: str | None) -> Decimal:
    """As written: 0.8 - 0.1 is 0.7, which it is not in binary."""
    return Decimal(text.replace("\u2212", "-")) if text else Decimal(0)
