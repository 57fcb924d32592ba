"""The order in which a reader looks for words."""

from __future__ import annotations

from moocbuild.model.spellings import without_accents

_LAST = frozenset({"da", "fi", "fo", "is", "nb", "nn", "no", "sv"})
"""Languages whose alphabet ends in letters that others take for a or o with a mark."""


def alphabetical(words: str, language: str) -> tuple[str, str]:
    """A key to sort by: `é` as `e`, but where such letters have a place of their own."""
    folded = words.casefold()
    if language.partition("-")[0] in _LAST:
        return folded, words
    return "".join(map(_latin, folded)), words


def _latin(letter: str) -> str:
    plain = without_accents(letter)
    return plain if plain.isascii() else letter
