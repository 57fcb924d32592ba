"""How the player's pages take texts: what differs from HTML as it is anywhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from moocbuild.model.asset import Asset
from moocbuild.model.text import Ref, element, text
from moocbuild.player.html.dialect import dialect, with_room


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


PNG = Asset(
    href="media/a.png",
    media_type="image/png",
    source=Path("a.png"),
    size=1,
    sha256="",
    width=800,
    height=300,
)
UNKNOWN = replace(PNG, width=0, height=0)
DRAWING = replace(PNG, fills=True)


@pytest.mark.parametrize(
    ("asset", "attributes", "written"),
    [
        (PNG, {}, 'width="800" height="300"'),
        (PNG, {"width": "50%"}, 'class="w50" width="800" height="300"'),
        (PNG, {"width": "100%"}, 'width="800" height="300"'),
        (PNG, {"width": "200"}, 'width="200" height="75"'),
        (PNG, {"width": "1"}, 'width="1" height="1"'),
        (PNG, {"height": "60"}, 'height="60"'),
        (PNG, {"width": "40", "height": "60"}, 'width="40" height="60"'),
        (DRAWING, {}, 'width="800" height="300" class="w100"'),
        (DRAWING, {"width": "50%"}, 'class="w50" width="800" height="300"'),
        (DRAWING, {"width": "200"}, 'width="200" height="75"'),
        (UNKNOWN, {}, ""),
        (UNKNOWN, {"width": "200"}, 'width="200"'),
    ],
)
def test_a_picture_says_its_size(asset: Asset, attributes: dict[str, str], written: str) -> None:
    """So that nothing moves when it comes."""
    sized = with_room(dialect("en"), {asset.href: asset})
    shown = element("img", src=Ref("media", asset.href), **attributes)
    found = sized.html(text(shown), lambda ref: "a.png")
    assert found == f'<img src="a.png" {written}>'.replace(" >", ">")


@pytest.mark.parametrize("width", ["88%", "100%", "250%"])
def test_a_picture_as_wide_as_its_column_needs_no_class(width: str) -> None:
    assert html(element("img", width=width)) == "<img>"
