"""From which hosts a text's cards would load films."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from moocbuild.model.text import Element, Text, attribute, walk


def host_of(card: Element) -> str:
    """The host of a card's player."""
    return urlsplit(attribute(card, "src")).netloc


def hosts_of(texts: Iterable[Text]) -> tuple[str, ...]:
    """All of them, each once, in order of the alphabet."""
    cards = (each for text in texts for each in walk(text.nodes) if each[0] == "card")
    return tuple(sorted({host_of(card) for card in cards}))
