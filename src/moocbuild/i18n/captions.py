"""Films of a translated course whose captions nobody has translated."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.model.course import Course
from moocbuild.model.language import primary
from moocbuild.model.text import Element, Ref, attribute, walk
from moocbuild.model.walk import texts

_CAPTIONS = frozenset({"captions", "subtitles", ""})
"""Kinds of tracks that tell what is said; one that names no kind has subtitles."""


def films_without_captions(course: Course) -> Iterator[str]:
    """Hrefs of films that have captions, but none in the course's language, each once."""
    found: dict[str, None] = {}
    for page in course.pages():
        for each in texts(page):
            for element in walk(each.nodes):
                if element[0] == "player" and _foreign(element, primary(course.language)):
                    found.setdefault(_source(element))
    return iter(found)


def _foreign(player: Element, language: str) -> bool:
    spoken = [
        primary(attribute(child, "srclang") or language)
        for child in walk(player[2])
        if child[0] == "track" and attribute(child, "kind") in _CAPTIONS
    ]
    return bool(spoken) and language not in spoken


def _source(player: Element) -> str:
    source = dict(player[1])["src"]
    return source.id if isinstance(source, Ref) else str(source)
