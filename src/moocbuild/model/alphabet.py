"""The order in which a reader looks for words."""

from __future__ import annotations

import unicodedata
from functools import cache

from moocbuild.model.language import primary
from moocbuild.model.spellings import without_accents

_BEHIND = {
    "cs": "cč rř sš zž",
    "da": "zæøå",
    "es": "nñ",
    "et": "sšzž wõäöü",
    "fi": "zåäö",
    "fo": "zæø",
    "hr": "cčć dđ sš zž",
    "hu": "oö uü",
    "is": "dð zþæö",
    "lt": "cč sš zž",
    "nb": "zæøå",
    "nn": "zæøå",
    "no": "zæøå",
    "pl": "aą cć eę lł nń oó sś zźż",
    "ro": "aăâ iî sș tț",
    "sk": "aä cč oô sš zž",
    "sl": "cč sš zž",
    "sv": "zåäö",
    "tr": "cç gğ hı oö sş uü",
}
"""Letters with a place of their own, each behind the first of its group (CLDR 46, collation)."""


def alphabetical(words: str, language: str) -> tuple[tuple[tuple[str, int], ...], str]:
    """A key to sort by: `é` as `e`, but where a letter has a place of its own."""
    places, letters = _places(primary(language)), unicodedata.normalize("NFC", words.casefold())
    return tuple(key for letter in letters for key in _keys(letter, places)), words


@cache
def _places(language: str) -> dict[str, tuple[str, int]]:
    return {
        letter: (group[0], place)
        for group in _BEHIND.get(language, "").split()
        for place, letter in enumerate(group)
        if place
    }


def _keys(letter: str, places: dict[str, tuple[str, int]]) -> list[tuple[str, int]]:
    if letter in places:
        return [places[letter]]
    plain = without_accents(letter)
    return [(each, 0) for each in (plain if plain.isascii() else letter)]
