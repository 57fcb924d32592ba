"""What learners read around an author's texts, by language; English for the others."""

from __future__ import annotations

from dataclasses import dataclass

from moocbuild.model.language import spoken
from moocbuild.player.html.shared_words import AROUND, Around


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Around):
    """One language. `{}` stands for what differs."""

    content_note: str
    explanation: str
    wrong_numbers: str
    partly: str
    play: str
    reading: str
    my_competencies: str
    privacy: str
    quizzes: str
    finals: str


_BY_LANGUAGE = {
    "en": Words(
        **AROUND["en"],
        content_note="Before you read: this page speaks of {}.",
        explanation="Explanation",
        wrong_numbers="If you wrote {}:",
        partly="Partly right:",
        play="If you see nothing to play below, read the text version: ",
        reading="Read as text",
        my_competencies="My competencies",
        privacy="About and privacy",
        quizzes="Module quiz",
        finals="Final assessment",
    ),
    "fr": Words(
        **AROUND["fr"],
        content_note="Avant de lire : cette page parle de {}.",
        explanation="Explication",
        wrong_numbers="Si vous avez écrit {} :",
        partly="En partie juste :",
        play="Si rien ne s’affiche ci-dessous, lisez la version en texte : ",
        reading="Lire en texte",
        my_competencies="Mes compétences",
        privacy="À propos et vie privée",
        quizzes="Quiz du module",
        finals="Évaluation finale",
    ),
}


def words(language: str) -> Words:
    """The words for a language tag such as `fr` or `fr-BE`."""
    return spoken(_BY_LANGUAGE, language)
