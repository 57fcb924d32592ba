"""How the player's pages take texts: what differs from HTML as it is anywhere else."""

from __future__ import annotations

import pytest

from moocbuild.model.text import element, text
from moocbuild.player.html.dialect import dialect


def html(*content: object, language: str = "en") -> str:
    return dialect(language).html(text(*content), lambda ref: ref.id)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("width", "written"),
    [
        ("50%", 'class="w50"'),
        ("1%", 'class="w25"'),
        ("58%", 'class="w50"'),
        ("59%", 'class="w66"'),
        ("87%", 'class="w75"'),
        ("40", 'width="40"'),
    ],
)
def test_a_width_in_per_cent_is_a_class(width: str, written: str) -> None:
    """The content policy allows no style in a page."""
    assert html(element("img", width=width)) == f"<img {written}>"


@pytest.mark.parametrize("width", ["88%", "100%", "250%"])
def test_a_picture_as_wide_as_its_column_needs_no_class(width: str) -> None:
    assert html(element("img", width=width)) == "<img>"
