"""A course's own look: its direction, and what its authors chose of colours and fonts, as style.

style/look holds a sheet for each of these.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.model.language import direction
from moocbuild.model.theme import Theme, on_accent
from moocbuild.player.html.style import sheet

OWN_SHEET = "own.css"
"""The author's own sheet, after all others."""


def look(theme: Theme, language: str) -> bytes:
    """What stands at the end of style.css; nothing for the player's own look."""
    return b"".join(_sheets(theme, language))


def _sheets(theme: Theme, language: str) -> Iterator[bytes]:
    if direction(language) == "rtl":
        yield sheet("look/rtl.css")
    if theme.font != "sans":
        yield sheet(f"look/{theme.font}.css")
    if theme.accent:
        yield _colours(theme.accent["light"], theme.accent["dark"])
    if theme.logo:
        yield sheet("look/logo.css")
    if theme.cover:
        yield sheet("look/cover.css")


def _colours(light: str, dark: str) -> bytes:
    """The longer names first, which hold the shorter ones."""
    text = sheet("look/accent.css").decode()
    chosen = {"ON_LIGHT": on_accent(light), "ON_DARK": on_accent(dark)}
    for name, colour in {**chosen, "LIGHT": light, "DARK": dark}.items():
        text = text.replace(name, colour)
    return text.encode()
