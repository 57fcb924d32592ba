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
    explanation: str
    wrong_numbers: str
    partly: str
    play: str
    reading: str
    privacy: str
    quizzes: str
    finals: str
    version: str
    authors: str
    licence: str
    passed: str


_BY_LANGUAGE = {
    "en": Words(
        content_note="Before you read: this page speaks of {}.",
        minutes="About {} minutes.",
        outcomes="In this module you learn to:",
        competencies="What this page works on",
        explanation="Explanation",
        wrong_numbers="If you wrote {}:",
        partly="Partly right:",
        play="If you see nothing to play below, read the text version: ",
        reading="Read as text",
        privacy="About and privacy",
        quizzes="Module quiz",
        finals="Final assessment",
        version="Version {}, {}",
        authors="By {}",
        licence="Licence: {}",
        passed="Pass",
    ),
    "fr": Words(
        content_note="Avant de lire : cette page parle de {}.",
        minutes="Environ {} minutes.",
        outcomes="Dans ce module, vous apprenez à :",
        competencies="Ce que cette page travaille",
        explanation="Explication",
        wrong_numbers="Si vous avez écrit {} :",
        partly="En partie juste :",
        play="Si rien ne s’affiche ci-dessous, lisez la version en texte : ",
        reading="Lire en texte",
        privacy="À propos et vie privée",
        quizzes="Quiz du module",
        finals="Évaluation finale",
        version="Version {}, {}",
        authors="Par {}",
        licence="Licence : {}",
        passed="Réussi",
    ),
}
_RIGHT_TO_LEFT = "ar dv fa he ku ps sd ug ur yi"


def words(language: str) -> Words:
    """The words for a language tag such as `fr` or `fr-BE`."""
    return _BY_LANGUAGE.get(primary(language), _BY_LANGUAGE["en"])


def direction(language: str) -> str:
    """ "rtl" or "ltr"."""
    return "rtl" if primary(language) in _RIGHT_TO_LEFT.split() else "ltr"


def primary(language: str) -> str:
    """`fr-BE` → `fr`."""
    return language.replace("_", "-").partition("-")[0].lower()
