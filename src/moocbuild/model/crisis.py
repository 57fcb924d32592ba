"""Whether content notes speak of crisis, in the words of the languages that the tool knows."""

from __future__ import annotations

from collections.abc import Iterable

_WORDS = ("suicid", "self-harm", "crisis", "automutil", "crise", "krise", "selbstverletz")


def speaks_of_crisis(content_notes: Iterable[str]) -> bool:
    """Whether they name suicide, self-harm or crisis."""
    notes = " ".join(content_notes).casefold()
    return any(word in notes for word in _WORDS)
