"""The letters of options: what SCORM's records of answers hang on.

Found again by their text, even when moved or mended; a retired one returns with its own words.
"""

from __future__ import annotations

import difflib
import string
from collections.abc import Iterable, Mapping

LETTERS = string.ascii_lowercase + string.digits
"""SCORM 1.2 answer patterns know single characters 0-9 and a-z: at most 36 options."""

COMPARED = 400
"""Characters."""

SIMILAR, RELATED = 0.6, 0.4
"""difflib ratios from which a changed option is taken for the same one, or is perhaps the same."""


def letters_for(
    texts: list[str], frozen: Mapping[str, str], retired: Iterable[str]
) -> tuple[str, ...]:
    """A letter for each text: its frozen one, else its retired one, else that of the likest, else
    a fresh one. retired: `c`, or `c=words` where the words are known.
    """
    parts = [name.partition("=") for name in retired]
    spent = {letter for letter, _, _ in parts}
    if not frozen and not spent:
        return tuple(_letter(n) for n in range(len(texts)))
    found: dict[int, str] = {}
    left = dict(frozen)
    _same(texts, left, found)
    _same(texts, {letter: words for letter, given, words in parts if given}, found)
    for index, text in enumerate(texts):
        if index not in found and left:
            letter, alike = _likest(text, left)
            if alike >= SIMILAR:
                found[index] = letter
                del left[letter]
    fresh = (x for x in map(_letter, range(10_000)) if x not in frozen and x not in spent)
    return tuple(found[i] if i in found else next(fresh) for i in range(len(texts)))


def _same(texts: list[str], left: dict[str, str], found: dict[int, str]) -> None:
    """Finds those whose words have not changed; what is found is no longer left."""
    for index, text in enumerate(texts):
        same = next((letter for letter, old in left.items() if old == text), None)
        if index not in found and same is not None:
            found[index] = same
            del left[same]


def _likest(text: str, left: Mapping[str, str]) -> tuple[str, float]:
    ratios = ((likeness(text, old), letter) for letter, old in left.items())
    alike, letter = max(ratios, key=lambda pair: (pair[0], -ord(pair[1][0])))
    return letter, alike


def likeness(text: str, old: str) -> float:
    """Of the beginnings: comparing long texts as a whole could take minutes."""
    # Of 200 characters and more autojunk leaves out the letters that all words are made of.
    one, other = text[:COMPARED], old[:COMPARED]
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _letter(number: int) -> str:
    return LETTERS[number] if number < len(LETTERS) else f"x{number}"
