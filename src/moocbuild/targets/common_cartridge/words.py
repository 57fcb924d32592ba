"""What learners read around an author's texts, by language; English for the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language. `{}` stands for what differs."""

    content_note: str
    minutes: str
    outcomes: str
    competencies: str
    version: str
    licence: str
    authors: str
    before_quiz: str


_BY_LANGUAGE = {
    "en": Words(
        content_note="Before you read: this page speaks of {}.",
        minutes="About {} minutes.",
        outcomes="In this module you learn to:",
        competencies="What this page works on",
        version="Version {}, {}",
        licence="Licence: {}",
        authors="By {}",
        before_quiz="{}: before you begin",
    ),
    "fr": Words(
        content_note="Avant de lire : cette page parle de {}.",
        minutes="Environ {} minutes.",
        outcomes="Dans ce module, vous apprenez à :",
        competencies="Ce que cette page travaille",
        version="Version {}, {}",
        licence="Licence : {}",
        authors="Par {}",
        before_quiz="{} : avant de commencer",
    ),
}
_TRUTHS = {
    "true": "true vrai wahr richtig waar juist verdadero vero verdadeiro prawda",
    "false": "false faux falsch onwaar onjuist falso fałsz",
}
_RIGHT_TO_LEFT = "ar dv fa he ku ps sd ug ur yi"


def words(language: str) -> Words:
    """The words for a language tag such as `fr` or `fr-BE`."""
    return _BY_LANGUAGE.get(_primary(language), _BY_LANGUAGE["en"])


def direction(language: str) -> str:
    """ "rtl" or "ltr"."""
    return "rtl" if _primary(language) in _RIGHT_TO_LEFT.split() else "ltr"


def truth(label: str) -> str:
    """ "true" or "false" where the label says just that, else ""."""
    word = label.strip().strip(".!").casefold()
    return next((truth for truth, said in _TRUTHS.items() if word in said.split()), "")


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
