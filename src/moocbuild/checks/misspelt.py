"""A word is not in the dictionary.

`moocbuild check --spell` looks at it, and so does every `check` of a course that has `spelling:`
in course.yml. Each word is told once for the whole course, where it first stands. Names and terms
that are right go into course/words.txt, one a line; those of the glossary are known. Code,
addresses, abbreviations and words with digits or capitals within do not count.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Protocol

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Activity
from moocbuild.model.language import primary
from moocbuild.model.wording import Wording
from moocbuild.prose.course_prose import Prose
from moocbuild.prose.passages import Passage

RULE = Rule(
    "MB191",
    "misspelt",
    Severity.WARNING,
    __doc__,
    remedy="correct it, or add it to course/words.txt",
    on_request=True,
)
NO_SPELLING = Rule(
    "MB377",
    "no-spelling",
    Severity.NOTE,
    """Spelling was asked for and cannot be looked at: the extra `spell` is not installed, or
there is no dictionary for the course's language. Dictionaries are those of the system, as Hunspell
has them (`.aff` and `.dic`), or the one that `spelling:` in course.yml names.""",
    remedy="install what is missing",
)
_TOKEN = re.compile(r"\S+")
_NO_WORD = re.compile(r"[@/\\_\d]|\w\.\w\w")
_WORD = re.compile(r"[^\W\d_]+(?:[’'·\-‑][^\W\d_]+)*[’']?")
_SUGGESTED = 20
"""Words of a page for which near ones are looked up: that takes a while."""
_LONGEST = 30
_SHOWN = 3
_CAPITALS = frozenset(["de", "lb"])
"""Languages in which a capital does not mean a name. Near words of a name are none."""


class Speller(Protocol):
    """A dictionary. key: tells it from all others."""

    key: str

    def knows(self, word: str) -> bool:
        """Whether the word is right; apostrophes are `'`."""

    def near(self, word: str) -> Sequence[str]:
        """Words that may have been meant, the likeliest first."""


class NoSpellerError(Exception):
    """There is no dictionary. help: what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


Find = Callable[[str, str], Speller]
"""By language and by what the author calls the dictionary, "" for nothing; or NoSpellerError."""
Unknown = tuple[str, Span, int, tuple[str, ...]]
"""A word, where it first stands on a page, how often it does, and near ones."""


def check_spelling(prose: Prose, find: Find, asked: bool | None) -> Iterator[Diagnostic]:
    """Each unknown word once. asked: None, where the course decides whether to look."""
    wording = prose.course.settings.wording
    if not (wording.spelling if asked is None else asked):
        return
    try:
        speller = find(prose.language, wording.dictionary)
    except NoSpellerError as error:
        yield NO_SPELLING.at(wording.span, str(error), help=error.help)
        return
    found: dict[str, Unknown] = {}
    known = _accepted(prose, wording)
    env = (speller.key, hashlib.sha256(repr(sorted(known)).encode()).hexdigest())
    judge = partial(_unknown, prose, speller, known)
    for page in prose.course.pages():
        for word, span, count, near in prose.kept(page, RULE.slug, judge, *env):
            _, first, before, known_near = found.get(word, (word, span, 0, near))
            found[word] = (word, first, before + count, known_near)
    for word, span, count, near in found.values():
        times = f" ({count} times)" if count > 1 else ""
        shown = " or ".join(f"'{each}'" for each in near[:_SHOWN])
        help = f"write {shown}, or add it to course/words.txt" if near else ""
        yield RULE.at(span, f"'{word}' is not in the dictionary{times}", help=help)


def _accepted(prose: Prose, wording: Wording) -> frozenset[str]:
    """Words that are right whatever the dictionary says, in small letters."""
    terms = (term.term for term in prose.course.glossary)
    words = (word for text in (*wording.accepted, *terms) for word in _WORD.findall(text))
    return frozenset(_plain(word).casefold() for word in words)


def _unknown(
    prose: Prose, speller: Speller, known: frozenset[str], page: Activity
) -> Iterator[Unknown]:
    places: dict[str, tuple[Passage, int]] = {}
    counts: dict[str, int] = {}
    right: set[str] = set()
    for passage in prose.of(page):
        words = _TOKEN.sub(_words_alone, passage.words)
        for match in _WORD.finditer(words):
            word = match[0]
            if word in right or _is_name_like(word):
                continue
            if _is_right(word, speller, known):
                right.add(word)
                continue
            shown = _bare(word)
            counts[shown] = counts.get(shown, 0) + 1
            places.setdefault(shown, (passage, match.start()))
    for number, (word, (passage, start)) in enumerate(places.items()):
        suggested = number < _SUGGESTED and len(word) <= _LONGEST
        suggested = suggested and (word.islower() or primary(prose.language) in _CAPITALS)
        near = tuple(speller.near(_plain(word))[:_SHOWN]) if suggested else ()
        yield word, prose.place(passage, word, start), counts[word], near


def _words_alone(token: re.Match[str]) -> str:
    """Blanks in place of addresses, paths, and what has digits."""
    return " " * len(token[0]) if _NO_WORD.search(token[0]) else token[0]


def _is_name_like(word: str) -> bool:
    """Abbreviations, `GitHub`, single letters."""
    return len(word) < 2 or word.isupper() or any(map(str.isupper, word[1:].replace("-", "")))


def _is_right(word: str, speller: Speller, known: frozenset[str]) -> bool:
    """As a whole, or each of its parts; without an apostrophe at the end, or an English `'s`."""
    whole, bare = _plain(word), _plain(_bare(word))
    if whole.casefold() in known or speller.knows(whole):
        return True
    if bare != whole and (bare.casefold() in known or speller.knows(bare)):
        return True
    parts = [part for part in re.split(r"[-']", whole) if part]
    return len(parts) > 1 and all(
        len(part) < 2 or part.casefold() in known or speller.knows(part) for part in parts
    )


def _bare(word: str) -> str:
    """Without an apostrophe at its end, or an English `’s`."""
    return re.sub("[’']s?$", "", word)


def _plain(word: str) -> str:
    return word.replace("’", "'").replace("‑", "-")
