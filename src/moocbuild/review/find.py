"""Finds the place of a comment again, in the course as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from moocbuild.model.course import Course
from moocbuild.model.places import Place, places_of, words_of_place
from moocbuild.review.comments import Comment
from moocbuild.review.keys import key_of, words_hash
from moocbuild.values import dataclass

_ALIKE = 0.5
"""Of two texts: twice the triples of letters that both have, of all that each has."""


@dataclass(frozen=True, slots=True)
class Found:
    """now: the words that stand there. changed: they are not those that were commented on."""

    place: Place
    now: str
    changed: bool


class Places:
    """All places of a course, by what comments know of them."""

    def __init__(self, course: Course) -> None:
        self._rows = [(place, words_of_place(place)) for place in places_of(course)]
        self.by_id: Mapping[str, tuple[Place, str]] = {row[0].id: row for row in self._rows}
        self.pages: Mapping[str, Place] = {
            place.page: place for place, _ in reversed(self._rows) if place.kind == "title"
        }

    def near(self, comment: Comment) -> Place | None:
        """Where the place of a comment was: its question, or else its page."""
        question = self.by_id.get(f"{comment.place.partition('#')[0]}#title")
        return question[0] if question else self.pages.get(comment.page)

    def find(self, comment: Comment) -> Found | None:
        """The place that is meant; None where nothing like it is left."""
        known = self.by_id.get(comment.place) or self._by_key.get(comment.key)
        if known and (known[0].named or _same(known[1], comment)):
            return Found(*known, not _same(known[1], comment))
        page = comment.page or (known[0].page if known else "")
        same = self._same(comment, page)
        if same:
            return Found(*same, False)
        like = self._like(comment.text, page)
        if like:
            return Found(*like, True)
        return Found(*known, True) if known else None

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Place, str]]:
        return {key_of(id): row for id, row in self.by_id.items()}

    @cached_property
    def _by_hash(self) -> Mapping[str, list[tuple[Place, str]]]:
        found: dict[str, list[tuple[Place, str]]] = {}
        for row in self._rows:
            found.setdefault(words_hash(row[1]), []).append(row)
        return found

    @cached_property
    def _triples(self) -> list[tuple[tuple[Place, str], frozenset[str]]]:
        return [(row, _triples(row[1])) for row in self._rows]

    def _same(self, comment: Comment, page: str) -> tuple[Place, str] | None:
        """The same words elsewhere, first on the same page."""
        hashes = (comment.hash, words_hash(comment.text) if comment.text else "")
        rows = [row for hash in hashes for row in self._by_hash.get(hash, ())]
        near = [row for row in rows if row[0].page == page]
        return next(iter([*near, *rows]), None)

    def _like(self, text: str, page: str) -> tuple[Place, str] | None:
        """Prose with nearly the same words, on the same page where it is known."""
        wanted = _triples(text)
        if not wanted:
            return None
        scored = (
            (2 * len(wanted & has) / (len(wanted) + len(has)), row)
            for row, has in self._triples
            if has and row[0].page == (page or row[0].page) and not row[0].named
        )
        score, row = max(scored, key=lambda each: each[0], default=(0.0, None))
        return row if score >= _ALIKE else None


def _same(words: str, comment: Comment) -> bool:
    if comment.hash:
        return words_hash(words) == comment.hash
    return words == comment.text


def _triples(text: str) -> frozenset[str]:
    folded = text.casefold()
    return frozenset(_threes(folded))


def _threes(text: str) -> Iterable[str]:
    return (text[start : start + 3] for start in range(max(0, len(text) - 2)))
