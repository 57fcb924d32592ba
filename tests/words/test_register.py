"""How each language addresses learners, and with which signs it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from words.test_files import LANGUAGES, entries, forms
from words.test_plugins import SPOKEN, moodle, openedx

FAMILIAR = {
    "fr": r"\b(?:tu|toi|ton|ta|tes|te)\b|\bt’",
    "de": r"\b(?:du|dir|dich|dein\w*)\b",
    "es": r"\b(?:tú|tu|tus|ti|te|tuy[oa]s?|contigo)\b",
    "ro": r"\b(?:tu|tău|ta|tale|tăi|tine|ție|îți)\b",
    "ca": r"\b(?:tu|teu|teva|teus|teves|et|tens)\b|\bt’",
}
"""It is *vous*, *Sie*, *usted*, *dumneavoastră*, *vostè*; in Norwegian *du* is polite."""
POLITE = {
    "fr": r"\bvous\b",
    "de": r"\bSie\b",
    "es": r"\busted\b",
    "nb": r"\bdu\b",
    "ro": r"\bdumneavoastră\b",
    "ca": r"\bvostè\b",
}
QUOTED = re.compile("„[^“”]*[“”]|«[^»]*»|“[^”]*”")
"""What somebody says to a friend, or on the phone."""


def ours(language: str) -> Iterator[tuple[str, str]]:
    for key, said in entries(language).items():
        for form in forms(said):
            yield key, form


def everywhere(language: str) -> Iterator[tuple[str, str]]:
    """In the player, the report and both plugins."""
    yield from ours(language)
    if language in SPOKEN:
        yield from moodle(language).items()
        yield from openedx(language).items()


@pytest.mark.parametrize("language", sorted(FAMILIAR))
def test_nobody_is_addressed_as_a_child(language: str) -> None:
    familiar = re.compile(FAMILIAR[language], re.I)
    found = [
        (key, said) for key, said in everywhere(language) if familiar.search(QUOTED.sub("", said))
    ]
    assert found == []


@pytest.mark.parametrize("language", sorted(POLITE))
def test_learners_are_addressed_as_the_language_does(language: str) -> None:
    polite = re.compile(POLITE[language], re.I)
    assert sum(bool(polite.search(said)) for _, said in ours(language)) > 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_typewriter_signs(language: str) -> None:
    for key, said in everywhere(language):
        if "\n" not in said and key not in BLANK:  # no help for a terminal
            typed = re.sub(r"\{[^}]*\}|--\w[\w-]*", "x", said)
            assert not re.search(r"'|\.\.\.|--| $|^ |\s{2}", typed), key


BLANK = {"page.colon", "olx.play", "feature.theme"}
"""Something follows on the same line; and what the program itself calls a feature."""


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_nothing_was_left_in_english(language: str) -> None:
    english = dict(ours("en"))
    same = [k for k, said in ours(language) if said == english[k] and re.search("[a-z]{4}", said)]
    assert len(same) < len(english) / 10, same


def test_spanish_opens_what_it_closes() -> None:
    for key, said in everywhere("es"):
        assert (said.count("¿"), said.count("¡")) == (said.count("?"), said.count("!")), key


def test_romanian_has_its_own_letters() -> None:
    """A comma below: with a cedilla they are Turkish, and search finds them no more."""
    assert [key for key, said in everywhere("ro") if re.search("[şţŞŢ]", said)] == []


def test_arabic_has_its_own_signs() -> None:
    wrong = re.compile(r"[\u0600-\u06ff]\s*[,;?]|[٠-٩]")
    assert [key for key, said in ours("ar") if wrong.search(said)] == []


def test_catalan_has_its_point_in_the_middle() -> None:
    assert [key for key, said in everywhere("ca") if re.search("[ŀĿ]|l[.•]l", said)] == []
