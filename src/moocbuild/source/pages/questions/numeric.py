"""`numeric`: a number; `- = 3.5 ± 0.1`, `- = 10 .. 12`, `- != 911` for one with feedback.

In a course whose language writes decimals with a comma, `- = 3,5` is the same.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from unicodedata import decimal, normalize

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import (
    AcceptedNumber,
    Interaction,
    NumericEntryInteraction,
    Unreadable,
)
from moocbuild.source.pages.raw_question import (
    BAD_ANSWER,
    RawQuestion,
    below,
    entries,
    entry_list,
    feedback,
    report_marks,
)
from moocbuild.source.pages.section import Element, ListItem, Section, list_items
from moocbuild.source.pages.typed_words import typed_words
from moocbuild.words.languages import writes_comma

ORDER = 40
FORM = "write '- = 3'"

BAD_NUMBER = Rule(
    "MB119",
    "bad-number",
    Severity.ERROR,
    """A numeric answer is written `= 3.5`, `= 3.5 ± 0.1` or `= 10 .. 12`. The decimal sign is a
point, or a comma in a course whose language has one (learners may type either). A tolerance cannot
be negative, and a range goes from low to high. Powers of ten are written `1.5e3` or `1.5·10^3`.
Learning systems compare about 15 digits of a number; for more, write `kind=text`.""",
    remedy="write '- = 3.5', '- = 3.5 ± 0.1' or '- = 10 .. 12'",
)

TWO_READINGS = Rule(
    "MB164",
    "number-of-two-readings",
    Severity.WARNING,
    """In a course whose language writes decimals with a comma, `1.234` may be more than a
thousand, or a little more than one. It is taken as 1,234. Write `1234` or `1,234`, which nobody
mistakes.""",
    remedy="write '1234' or '1,234'",
)

_BETWEEN = re.compile(r"±|\+/?-|\.{2,3}|\u2026")
_RANGES = frozenset({"..", "...", "\u2026"})
_DIGITS = re.compile(r"\d+(?:\.\d*)?|\.\d+")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([,.])\d{3})(?:\1\d{3})*(?:(?!\1)[,.]\d+)?")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}[,.]\d{3}")
_TIMES = r"(?:[eE]|[ \t]?[·\u22c5×x*][ \t]?10(?:\^|\*\*))([-+]?\d{1,3})"
_POWER = re.compile(_TIMES)
_LOOKS = re.compile(rf"(?:[-+][ \t]?)?[\d.,]+(?:{_TIMES})?")
_NO_NUMBER = re.compile(r"[-+]?(?:nan|inf)\b.*", re.I)
_RAISED = re.compile("[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u207a\u207b]+")
_UNIT = re.compile(
    r"(?<=\d)[ \u00a0\u202f]?(?:[%\u2030\u20ac$\u00b0]|[^\W\d_])[^\d.\u00b1+-]{0,20}"
)
_WIDE = re.compile("[\uff01-\uff5e]+")
_ARABIC = str.maketrans(
    {"\u066b": ".", "\u066c": None, "\u060c": ".", "\u2013": "-", "\u2212": "-"}
)
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u2007\u2009\u202f'\u2019](?=\d{3}(?!\d))")


def find(section: Section) -> Element | None:
    """A `=` list in which every value looks like a number."""
    block = entry_list(section)
    if block is None or section.attributes.get("kind") == "numeric":
        return block
    values = (_plain(i.lines[0].lstrip("!=").strip()) for i in list_items(section, block))
    return block if all(map(_looks, values)) else None


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
    report_marks(raw)
    return NumericEntryInteraction(answers=answers)


def _looks(value: str) -> bool:
    """Like a number, or like an attempt to write one."""
    first = _BETWEEN.split(value, maxsplit=1)[0].strip()
    return bool(_LOOKS.fullmatch(first) or _NO_NUMBER.fullmatch(value)) or (
        value != first and not first
    )


def _answer(raw: RawQuestion, correct: bool, value: str, item: ListItem) -> AcceptedNumber | None:
    span, value = item.span, _plain(value)
    if below(item):
        help = "write what is said of it as '> …' below it"
        raw.report(BAD_ANSWER, below(item) or span, "an accepted answer is one line", help)
        return None
    comma = writes_comma(raw.section.reader.shared.language)
    found = _BETWEEN.search(value)
    parts = [value[: found.start()], value[found.end() :]] if found else [value]
    numbers = [_number(part.strip(), comma) for part in parts]
    if None in numbers:
        help = _instead(value, comma)
        raw.report(BAD_NUMBER, span, f"'{value[:40]}' is not a number", help)
        return None
    for part in map(str.strip, parts):
        if comma and _ONE_GROUP.fullmatch(part.lstrip("-+")) and "." in part:
            help = f"write '{part.replace('.', '')}' or '{part.replace('.', ',')}'"
            raw.report(TWO_READINGS, span, f"'{part}' is taken as {part.replace('.', ',')}", help)
    first, *second = (number for number in numbers if number is not None)
    ranged = found is not None and found[0] in _RANGES
    around = Decimal(0) if ranged or not second else second[0]
    ends = (first, second[0]) if ranged else (first - around, first + around)
    problem = _problem(*ends, around)
    if problem:
        message, help = problem
        raw.report(BAD_NUMBER, span, f"'{value[:40]}' {message}", help)
        return None
    low, high = map(float, ends)
    said = feedback(raw.section, item)
    return AcceptedNumber(low=low, high=high, correct=correct, feedback=said, span=span)


def _problem(low: Decimal, high: Decimal, around: Decimal) -> tuple[str, str] | None:
    """What is wrong with a range, and what helps."""
    if around < 0:
        return "has a tolerance below 0", "leave out its sign"
    if low > high:
        return "is an empty range", "swap the ends"
    if not all(math.isfinite(end) and Decimal(repr(float(end))) == end for end in (low, high)):
        return "has more digits than can be compared", "write at most 15 digits, or 'kind=text'"
    return None


def _number(text: str, comma: bool) -> Decimal | None:
    """As written: 0.8 - 0.1 is 0.7, which it is not in binary. None for what is no number."""
    sign = text[:1] if text[:1] in ("-", "+") else ""
    text = text.removeprefix(sign).lstrip()
    power = _POWER.search(text)
    if power and power.end() != len(text):
        return None
    digits = text[: power.start()] if power else text
    if comma and re.fullmatch(r"\d+,\d+", digits):
        digits = digits.replace(",", ".")
    elif _GROUPED.fullmatch(digits) and not _ONE_GROUP.fullmatch(digits):
        last = max(digits.rfind(","), digits.rfind("."))
        part = digits[last] not in digits[:last]
        whole = digits[:last] if part else digits
        digits = re.sub("[,.]", "", whole) + (f".{digits[last + 1 :]}" if part else "")
    if not _DIGITS.fullmatch(digits):
        return None
    return Decimal(f"{sign}{digits}e{power[1] if power else 0}")


def _instead(value: str, comma: bool) -> str:
    """What was probably meant: in English, 1,234 is 1234 as often as 1.234."""
    if not comma and re.fullmatch(r"[-+]?\d+,\d+", value):
        point = value.replace(",", ".")
        if _ONE_GROUP.fullmatch(value.lstrip("-+")):
            whole = value.replace(",", "")
            return f"write '= {whole}', or '= {point}' if the comma is a decimal sign"
        return f"write '= {point}'"
    if ends := re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*[-\u2013]\s*(\d+(?:[.,]\d+)?)", value):
        return f"write '- = {ends[1]} .. {ends[2]}'"
    bare = re.sub(r"\s*(\.\.|±)\s*", r" \1 ", _UNIT.sub("", value))
    if bare != value and all(_number(p.strip(), comma) is not None for p in _BETWEEN.split(bare)):
        return f"write '- = {bare}', and the unit in the question"
    return ""


def _plain(value: str) -> str:
    """In the digits 0 to 9, without the blanks and apostrophes that part thousands."""
    words, exact = typed_words(value)
    bold = re.fullmatch(r"\*\*([^*]+)\*\*", words)
    raised = _RAISED.sub(
        lambda found: "^" + normalize("NFKC", found[0]), bold[1] if bold else words
    )
    narrow = _WIDE.sub(lambda found: normalize("NFKC", found[0]), raised)
    digits = "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in narrow)
    made = _THOUSANDS.sub("", digits.translate(_ARABIC))
    return f'"{made}"' if exact else made
