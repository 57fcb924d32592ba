"""`text`: a word or a few; `- = word` with case, accents and punctuation folded, `- = "exact"`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import AcceptedText, Interaction, TextEntryInteraction, Unreadable
from moocbuild.source.pages.raw_question import (
    BAD_ANSWER,
    RawQuestion,
    accepted,
    entry_list,
    report_marks,
)
from moocbuild.source.pages.section import Element, Section

ORDER = 41
FORM = "write '- = word'"

NUMBER_AS_TEXT = Rule(
    "MB156",
    "number-as-text",
    Severity.WARNING,
    """A number with a unit, or in a form such as `>= 5`, `3 to 5` or `½`, is compared as text,
sign by sign: `30 %` accepts neither 30.0 nor 0.3, and `5 kg` does not accept 5. If the answer is a
number, write it alone and ask for it in its unit: "How many per cent?", `- = 30`. If it is a text,
write `kind=text` below the heading.""",
    remedy="write the number alone and ask for it in its unit, or add 'kind=text'",
)
_UNIT = (
    r"%|‰|°|°C|°F|€|\$|£|[mckµdn]?m[²³23]?|[kmµ]?g|t|[mcd]?[lL]|m?s|min|h|k?J|kcal|[km]?[WVA]|kWh|"
    r"[kM]?Hz|[kM]?Pa|bar|[kMGT]?B|mol|mmol|IU|mmHg|ppm"
)
_UNITS = (
    "cm|mm|km|dm|kg|mg|ml|mL|cl|cL|dl|dL|kJ|kcal|kW|kWh|kHz|MHz|GHz|kPa|MPa|hPa|kB|MB|GB|TB|mol|"
    "mmol"
)
"""Those that nobody mistakes for the name of something, right behind a number."""
_N = r"[-+\u2212\u2013]?\d[\d.,]*"
_NUMBER = re.compile(rf"{_N}(?:\s*[%‰°€$£]|\s+(?:{_UNIT})|(?:{_UNITS}|°[CF]))|[€$£]\s*\d[\d.,]*")
_LIKE_NUMBER = re.compile(
    rf"(?:[<>≤≥≈~\u223c]=?|=[<>])\s*{_N}\s*%?"
    rf"|[\[(\]]\s*{_N}\s*[;,]\s*{_N}\s*[\])\[]"
    rf"|{_N}\s+[^\W\d_]{{1,5}}\s+{_N}|{_N}\s*[~\u301c]\s*{_N}|{_N}\s?[,;|]\s+{_N}"
    r"|(?:\d+\s?)?[¼½¾\u2150-\u215e]|\d+\s\d+/\d+"
)
"""Numbers in a form that is not read as one: `>= 5`, `[3, 5]`, `3 to 5`, `½`."""

_RANGE = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s*[-\u2013\u2014]\s*(\d{1,4}(?:\.\d{1,4})?)")


def find(section: Section) -> Element | None:
    """A `=` list."""
    return entry_list(section)


def parse(raw: RawQuestion) -> Interaction:
    """Accepted words; those after `!=` only carry feedback."""
    answers = accepted(raw)
    if answers is None:
        return Unreadable("an answer that is not valid")
    if not any(answer.correct for answer in answers):
        message = f"'{raw.id}' accepts no answer"
        raw.report(BAD_ANSWER, raw.place, message, help="write '- = word'")
        return Unreadable(message)
    _numbers(raw, answers)
    report_marks(raw)
    return TextEntryInteraction(answers=answers)


def _numbers(raw: RawQuestion, answers: Iterable[AcceptedText]) -> None:
    """Said of the first: all are of a kind."""
    meant = raw.section.attributes.get("kind") != "text"
    for answer in answers:
        if meant and answer.correct and not answer.exact and _NUMBER.fullmatch(answer.text):
            number = re.sub(r"[^\d.,+\u2212-]", "", answer.text)
            help = f"write '= {number}' and ask for it in its unit, or add 'kind=text'"
        elif meant and answer.correct and not answer.exact and _LIKE_NUMBER.fullmatch(answer.text):
            help = "write '= 3 .. 5' for a range, or a line for each number, or add 'kind=text'"
        elif meant and answer.correct and (ends := _range(answer)):
            help = f"write '= {ends[1]} .. {ends[2]}' for a range, or add 'kind=text'"
        else:
            continue
        raw.report(NUMBER_AS_TEXT, answer.span, f"'{answer.text}' is compared as text", help)
        return


def _range(answer: AcceptedText) -> re.Match[str] | None:
    """`24-26`, but not `555-1234` or `10-3`."""
    found = None if answer.exact else _RANGE.fullmatch(answer.text)
    return found if found and float(found[1]) < float(found[2]) else None
