"""Every word is translated; the style has the player's values."""

from __future__ import annotations

import gettext
import io
import re
from pathlib import Path

import pytest

import catalogues

PACKAGE = catalogues.PACKAGE
PLAYER = Path(__file__).parents[3] / "src" / "moocbuild" / "player" / "style" / "tokens.css"


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_catalogues_are_whole_and_compiled(language: str) -> None:
    catalog = catalogues.merged(language)
    assert [m.id for m in catalog if m.id and not all(_strings(m.string))] == []
    mo = catalogues.path(language).with_suffix(".mo")
    assert _read(mo.read_bytes()) == _read(catalogues.compiled(catalog)), "run catalogues.py"


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_places_stay(language: str) -> None:
    def places(said: str) -> list[str]:
        return sorted(re.findall(r"\{\w+\}", said))

    for message in catalogues.merged(language):
        wanted = places(_strings(message.id)[-1])
        for said in _strings(message.string) if message.id else ():
            one = isinstance(message.id, tuple) and not places(said)  # "one more"
            assert one or places(said) == wanted, said


def _read(mo: bytes) -> dict[object, str]:
    """All but the head, which names the release of Babel."""
    found = dict(gettext.GNUTranslations(io.BytesIO(mo))._catalog)  # type: ignore[attr-defined]
    del found[""]
    return found


def _strings(found: str | tuple[str, ...]) -> tuple[str, ...]:
    return found if isinstance(found, tuple) else (found,)


def test_templates_say_nothing_that_is_not_translated() -> None:
    for file in (PACKAGE / "templates").glob("*.html"):
        bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", file.read_text("utf-8"), flags=re.S)
        assert re.findall(r"[A-Za-z]{3,}", bare) == [], file.name


def test_scripts_say_nothing_of_their_own() -> None:
    for file in (PACKAGE / "public").glob("*.js"):
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text("utf-8"), flags=re.S)
        texts = re.findall(r"\"([^\"\n]*)\"", code)
        said = [t for t in texts if re.search(r"[a-z] [a-z]", t) and not t.startswith(".")]
        assert [t for t in said if t != "use strict"] == []
        assert not re.search(r"\beval\b|new Function|document\.write|on\w+=", code)


def test_the_style_has_the_players_values() -> None:
    ours = _values((PACKAGE / "public" / "moocbuild.css").read_text("utf-8"))
    theirs = _values(PLAYER.read_text("utf-8").split('html[data-theme="dark"]')[0])
    shared = set(ours) & set(theirs)
    assert len(shared) > 15
    assert {name: ours[name] for name in shared} == {name: theirs[name] for name in shared}


def _values(css: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+): ([^;]+);", css))
