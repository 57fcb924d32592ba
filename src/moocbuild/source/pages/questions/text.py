"""`text`: a word or a few; `- = word` with case, accents and punctuation folded, `- = "exact"`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import AcceptedText, Interaction, TextEntryInteraction, Unreadable
from moocbuild.source.pages.raw_question import BAD_ANSWER, RawQuestion, accepted, entry_list
from moocbuild.source.pages.section import Element, Section

ORDER = 41
FORM = "write '- = word'"

NUMBER_AS_TEXT = Rule(
    "MB156",
    "number-as-text",
    Severity.WARNING,
    """A number with a unit is compared as text, sign by sign: `30 %` accepts neither 30.0 nor 0.3,
and `5 kg` does not accept 5. If the answer is a number, write it alone and ask for it in its unit:
"How many per cent?", `- = 30`. If it is a text, write `kind=text` below the heading.""",
    remedy="write the number alone and ask for it in its unit, or add 'kind=text'",
)
_UNIT = (
    r"%|‰|°|°C|°F|€|\$|£|[mckµdn]?m[²³23]?|[kmµ]?g|t|[mcd]?[lL]|m?s|min|h|k?J|kcal|[km]?[WVA]|kWh|"
    r"[kM]?Hz|[kM]?Pa|bar|[kMGT]?B|mol|mmol|IU|mmHg|ppm"
)
_NUMBER = re.compile(rf"[-+\u2212]?\d[\d.,]*(?:\s*[%‰°€$£]|\s+(?:{_UNIT}))|[€$£]\s*\d[\d.,]*")

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
    return TextEntryInteraction(answers=answers)


def _numbers(raw: RawQuestion, answers: Iterable[AcceptedText]) -> None:
    """Said of the first: all are of a kind."""
    meant = raw.section.attributes.get("kind") != "text"
    for answer in answers:
        if meant and answer.correct and not answer.exact and _NUMBER.fullmatch(answer.text):
            number = re.sub(r"[^\d.,+\u2212-]", "", answer.text)
            help = f"write '= {number}' and ask for it in its unit, or add 'kind=text'"
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
