"""What a package says around an author's texts where a learning system shows them, by language.

Each target adds words of its own to these; English stands in for other languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """One language. `{}` stands for what differs."""

    minutes: str
    outcomes: str
    competencies: str
    version: str
    licence: str
    authors: str


AROUND: Mapping[str, Mapping[str, str]] = {
    "en": {
        "minutes": "About {} minutes.",
        "outcomes": "In this module you learn to:",
        "competencies": "What this page works on",
        "version": "Version {}, {}",
        "licence": "Licence: {}",
        "authors": "By {}",
    },
    "fr": {
        "minutes": "Environ {} minutes.",
        "outcomes": "Dans ce module, vous apprenez à :",
        "competencies": "Ce que cette page travaille",
        "version": "Version {}, {}",
        "licence": "Licence : {}",
        "authors": "Par {}",
    },
}
"""The fields of Around by language."""
