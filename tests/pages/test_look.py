"""A course's own look as style: what is chosen, and nothing of what is not."""

from __future__ import annotations

from typing import Any

import pytest

from moocbuild.model.theme import ON_ACCENT, PLAIN, Picture, Theme
from moocbuild.player.html.look import look
from moocbuild.player.html.style import sheet

PICTURE = Picture("media/door.svg", "A door")


@pytest.mark.parametrize(
    ("chosen", "sheets"),
    [
        ({}, ()),
        ({"footer": "Ask Dana"}, ()),
        ({"logo": PICTURE}, ("logo",)),
        ({"cover": PICTURE}, ("cover",)),
        ({"font": "serif", "logo": PICTURE, "cover": PICTURE}, ("serif", "logo", "cover")),
        ({"font": "legible"}, ("legible",)),
    ],
)
def test_a_sheet_for_each_thing_that_is_chosen(
    chosen: dict[str, Any], sheets: tuple[str, ...]
) -> None:
    assert look(Theme(**{"accent": {}, **chosen}), "en") == b"".join(
        sheet(f"look/{name}.css") for name in sheets
    )


def test_pages_from_right_to_left_have_a_sheet_of_their_own() -> None:
    assert look(Theme(accent={}), "ar") == sheet("look/rtl.css") != look(Theme(accent={}), "fr")


def test_colours_of_both_looks_with_words_that_can_be_read_on_them() -> None:
    style = look(Theme(accent={"light": "#9a3412", "dark": "#ffd400"}), "en").decode()
    assert f"--accent:#9a3412;--on-accent:{ON_ACCENT[0]}" in style
    assert f"--accent:#ffd400;--on-accent:{ON_ACCENT[1]}" in style
    assert "LIGHT" not in style and "DARK" not in style


@pytest.mark.parametrize(
    "chosen",
    [
        {"logo": PICTURE},
        {"cover": PICTURE},
        {"accent": {"light": "#000000", "dark": "#ffffff"}},
        {"footer": "Ask Dana"},
        {"style": "p{}"},
        {"font": "serif"},
    ],
)
def test_a_look_is_one_s_own_with_a_single_choice(chosen: dict[str, Any]) -> None:
    assert Theme(**{"accent": {}, **chosen})
    assert not PLAIN
