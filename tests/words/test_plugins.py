"""What the plugins say in the player's words, they say in every language as the player does.

They speak the languages of the player that are written from left to right.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moocbuild.words import words
from moocbuild.words.languages import files
from words.test_files import HOLE, entries

PLUGINS = Path(__file__).parents[2] / "plugins"
MOODLE = {
    "state_unseen": "page.level_unseen",
    "state_emerging": "page.level_emerging",
    "state_developing": "page.level_developing",
    "state_shown": "page.level_shown",
    "practice": "page.comp_practice",
    "help_danger_heading": "help.danger",
    "help_lines": "help.talk",
    "help_now": "help.title",
    "help_pause_heading": "help.pause",
    "report_own": "page.menu_competencies",
}
"""The plugin's key → the word that it is; levels stand in the middle of a line there."""


SPOKEN = ["ca", "de", "en", "es", "fr", "nb", "ro"]
IN_MOODLE = {"nb": "no"}
"""Moodle's names of languages that are not ours."""


def moodle(language: str) -> dict[str, str]:
    folder = PLUGINS / "moodle" / "lang" / IN_MOODLE.get(language, language)
    text = (folder / "local_moocbuild.php").read_text("utf-8")
    return dict(re.findall(r"\$string\['([\w:]+)'\]\s*=\s*'((?:[^'\\]|\\.)*)';", text))


def openedx(language: str) -> dict[str, str]:
    """English → words, of those without forms."""
    pofile = pytest.importorskip("babel.messages.pofile")
    folder = PLUGINS / "openedx/moocbuild_xblock/translations" / language
    with (folder / "LC_MESSAGES/text.po").open("rb") as stream:
        found = [m for m in pofile.read_po(stream) if m.id and isinstance(m.id, str)]
    return {message.id: message.string for message in found}


def test_both_plugins_speak_the_same_languages() -> None:
    folders = {path.name for path in (PLUGINS / "moodle" / "lang").iterdir()}
    assert folders == {IN_MOODLE.get(language, language) for language in SPOKEN}
    translations = PLUGINS / "openedx" / "moocbuild_xblock" / "translations"
    assert {path.name for path in translations.iterdir()} == set(SPOKEN)
    assert set(files()) == {*SPOKEN, "ar"}


@pytest.mark.parametrize("language", SPOKEN)
def test_moodle_says_the_same(language: str) -> None:
    said, say = moodle(language), words(language)
    told = {key: (said[key].casefold(), say(word).casefold()) for key, word in MOODLE.items()}
    assert {key: pair for key, pair in told.items() if pair[0] != pair[1]} == {}


@pytest.mark.parametrize("language", SPOKEN)
def test_openedx_says_the_same(language: str) -> None:
    english = {said: key for key, said in reversed(entries("en").items()) if isinstance(said, str)}
    shared = {id: said for id, said in openedx(language).items() if id in english}
    assert len(shared) > 45
    say = words(language)
    assert {id: said for id, said in shared.items() if said != say(english[id])} == {}


@pytest.mark.parametrize("said", [moodle, openedx], ids=["moodle", "openedx"])
def test_their_french_has_its_blanks(said: object) -> None:
    assert callable(said)
    for key, text in said("fr").items():
        plain = HOLE.sub("x", text)
        assert not re.search("[ \u00a0][;:!?»%]|«[ \u00a0]", plain), key
