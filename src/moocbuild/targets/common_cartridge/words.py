"""What learners read around an author's texts, by language; English for the others."""

from __future__ import annotations

from dataclasses import dataclass

from moocbuild.model.language import spoken
from moocbuild.player.html.shared_words import AROUND, Around


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Around):
    """One language. `{}` stands for what differs."""

    content_note: str
    before_quiz: str


_BY_LANGUAGE = {
    "en": Words(
        **AROUND["en"],
        content_note="Before you read: this page speaks of {}.",
        before_quiz="{}: before you begin",
    ),
    "fr": Words(
        **AROUND["fr"],
        content_note="Avant de lire : cette page parle de {}.",
        before_quiz="{} : avant de commencer",
    ),
}


def words(language: str) -> Words:
    """The words for a language tag such as `fr` or `fr-BE`."""
    return spoken(_BY_LANGUAGE, language)
