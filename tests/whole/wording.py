"""Whose words a text is made of: the author's, or those of the interface (`words/`).

A piece of text counts as allowed if it is a phrase of the interface whose places hold allowed
text, or if each of its words stands in the sources of the course.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

import yaml

from moocbuild.model.spellings import without_accents
from moocbuild.words import words
from moocbuild.words.languages import facts
from whole.courses import root

WORD = re.compile(r"[^\W_]+")
_HIDDEN = re.compile(r"<!--.*?-->|</?[a-z][^>]*>", re.S)
_HOLE = re.compile(r"\{\w+\}")
_BETWEEN = (" · ", " – ", "; ", ", ", ": ", ". ", "/", ",")
ELSEWHERE = (
    *("help.", "role.", "script.help", "page.help", "page.note", "statement."),
    *("reviews.title", "reviews.by", "reviews.lead", "framework.size_printed", "framework.slip"),
)
"""What only courses say that ask for help, name contents, or keep a list of reviews."""


def author_words(name: str) -> frozenset[str]:
    """Every word that the author of a course wrote for learners: no drafts, no names of keys."""
    return frozenset(word for text in _sources(name) for word in _words(text))


def _words(text: str) -> Iterator[str]:
    """Without accents, as spellings that may be typed are."""
    return (word.casefold() for word in WORD.findall(without_accents(text)))


def _sources(name: str) -> Iterator[str]:
    folder = root(name)
    for path in sorted(folder.rglob("*")):
        text = path.read_text("utf-8") if path.is_file() else ""
        if path.suffix == ".md" and not path.name.startswith("_"):
            front, body = _parted(text)
            yield from _values(yaml.safe_load(front))
            yield _HIDDEN.sub(" ", body)
        elif path.suffix == ".yml":
            yield from _values(yaml.load(text, yaml.BaseLoader))
        elif path.suffix == ".svg":
            yield _HIDDEN.sub(" ", text)


def _parted(text: str) -> tuple[str, str]:
    if not text.startswith("---\n"):
        return "", text
    _, front, body = text.split("---\n", 2)
    return front, body


def _values(found: object) -> Iterator[str]:
    if isinstance(found, Mapping):
        for value in found.values():
            yield from _values(value)
    elif isinstance(found, list):
        for value in found:
            yield from _values(value)
    elif isinstance(found, str):
        yield found


class Wording:
    """Judges the texts of one course. author: words. language: of the course.

    elsewhere: beginnings of words of the interface that this course has no use for.
    """

    def __init__(
        self, author: Iterable[str], language: str, elsewhere: tuple[str, ...] = ELSEWHERE
    ) -> None:
        self.author = frozenset(author)
        say = words(language)
        forms = [
            _folded(form)
            for key, word in say.known.items()
            if not key.startswith(elsewhere)
            for form in word.forms.values()
        ]
        parts = (say.known[f"page.{each}"].forms.values() for each in ("hours", "minutes"))
        forms += [_folded(" ".join(each)) for each in product(*parts)]
        # Scripts fill places themselves; elements in places part what is around them.
        self._whole = {_plain(each) for form in forms for each in (form, *_HOLE.split(form))}
        self._open = [re.compile(_pattern(form)) for form in forms if _HOLE.search(form)]
        months = facts(say.foreign or language).months
        self._months = {word for month in months for word in _words(month)}

    def allows(self, piece: str, depth: int = 0) -> bool:
        """Whether nobody else has written any of it."""
        text = _plain(piece)
        if not WORD.search(text) or text in self._whole or self._written(text):
            return True
        if depth > 4:
            return False
        for pattern in self._open:
            found = pattern.fullmatch(text)
            if found and all(self.allows(each, depth + 1) for each in found.groups()):
                return True
        return any(
            sign in text and all(self.allows(each, depth + 1) for each in text.split(sign))
            for sign in _BETWEEN
        )

    def _written(self, text: str) -> bool:
        return all(
            word in self.author or word.isdecimal() or word in self._months
            for word in _words(text)
        )


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u2060", ""))


def _plain(text: str) -> str:
    """Without what is a matter of spelling: kinds of blanks, a point or a colon at the end."""
    return _folded(text).strip(" .:")


def _pattern(form: str) -> str:
    return "(.+?)".join(map(re.escape, _HOLE.split(form.strip(" .:"))))
