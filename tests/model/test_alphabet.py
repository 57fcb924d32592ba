"""The order of words in a glossary, by the language of the course."""

from __future__ import annotations

import pytest

from moocbuild.model.alphabet import alphabetical


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "écart école effort œuf ordre zone"),
        ("fr-CA", "cote coté côte"),
        ("es", "nube ñandú oso"),
        ("sv", "zon å ä ö"),
        ("nb", "zoo ære øre år"),
        ("da", "zoo ære øre år"),
        ("pl", "cel ćma dom lis łódź mak źle żal"),
        ("cs", "cena čas den řada sen šum zub žák"),
        ("tr", "hal ıhlamur iz şal top"),
        ("de", "Affe Äpfel Art Zaun"),
        ("en", "apple Banana cherry"),
    ],
)
def test_words_stand_where_readers_look_for_them(language: str, words: str) -> None:
    expected = words.split()
    others = [*reversed(expected)]
    assert sorted(others, key=lambda word: alphabetical(word, language)) == expected


def test_letters_of_two_signs_are_letters() -> None:
    assert alphabetical("n\u0303u", "es")[0] == alphabetical("\u00f1u", "es")[0]
