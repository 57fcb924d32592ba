"""Facts about languages: the primary tag, the direction, what opposite answers are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

Words = TypeVar("Words")

_POINT = frozenset(["en", "ja", "ko", "zh", "th", "he", "ar", "hi", "ga", "mt"])
"""Languages that write a decimal point, most of the time."""
RIGHT_TO_LEFT = frozenset(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"])

TRUTHS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("true", "false"),),
    "fr": (("vrai", "faux"),),
    "de": (("wahr", "falsch"), ("richtig", "falsch")),
    "es": (("verdadero", "falso"),),
    "nb": (("sant", "usant"),),
    "ro": (("adevărat", "fals"),),
    "ca": (("cert", "fals"),),
}
"""Language → what "true" and "false" are called."""

ASSENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("yes", "no"),),
    "fr": (("oui", "non"),),
    "de": (("ja", "nein"),),
    "es": (("sí", "no"),),
    "nb": (("ja", "nei"),),
    "ro": (("da", "nu"),),
    "ca": (("sí", "no"),),
}
"""Language → what "yes" and "no" are called."""


def primary(language: str) -> str:
    """`fr-BE` → `fr`."""
    return language.replace("_", "-").partition("-")[0].lower()


def spoken(by_language: Mapping[str, Words], language: str) -> Words:
    """What a table has for a language tag such as `fr` or `fr-BE`; English for the others."""
    return by_language.get(primary(language), by_language["en"])


def direction(language: str) -> str:
    """`rtl` or `ltr`, as HTML's `dir` wants it."""
    return "rtl" if primary(language) in RIGHT_TO_LEFT else "ltr"


def writes_comma(language: str) -> bool:
    """Whether 3.5 is written with a comma."""
    return primary(language) not in _POINT


def opposites(language: str) -> list[set[str]]:
    """The pairs of answers that make a question one of true or false; English where unknown."""
    name = primary(language) if primary(language) in TRUTHS else "en"
    return [set(pair) for pair in (*TRUTHS[name], *ASSENTS[name])]


def truth(label: str) -> str:
    """ "true" or "false" where the label says just that, in any language; else ""."""
    word = _word(label)
    for right, wrong in _pairs(TRUTHS):
        if word in (right, wrong):
            return "true" if word == right else "false"
    return ""


def affirms(label: str) -> bool:
    """Whether the label says "true" or "yes", in any language."""
    word = _word(label)
    return any(word == right for right, _ in (*_pairs(TRUTHS), *_pairs(ASSENTS)))


def _pairs(known: dict[str, tuple[tuple[str, str], ...]]) -> list[tuple[str, str]]:
    return [pair for pairs in known.values() for pair in pairs]


def _word(label: str) -> str:
    return label.strip().strip(".!").casefold()
