"""Tabs in the player's pages: folds of which one is open."""

from __future__ import annotations

import re

import pytest

from moocbuild.model.text import element, text
from moocbuild.player.html.dialect import dialect


def opened(*tabs: object) -> list[str]:
    """The words of those tabs that are open."""
    made = element("tabs", *tabs)  # type: ignore[arg-type]
    html = dialect("en").html(text(made), lambda ref: ref.id)
    assert html.startswith('<div class="tabs"')
    return re.findall(r"<details[^>]* open[^>]*>(\w+)", html)


def tab(words: str, **attributes: str) -> object:
    return element("details", words, **attributes)


@pytest.mark.parametrize(
    ("tabs", "shown"),
    [
        ((tab("one"), tab("two")), ["one"]),
        ((tab("one"), tab("two", open="open")), ["two"]),
        ((tab("one", open="open"), tab("two", open="open")), ["one", "two"]),
        ((tab("one", open="open"), tab("two")), ["one"]),
        (("words", tab("two")), []),
        (("words", tab("two", open="open")), ["two"]),
    ],
)
def test_one_is_open(tabs: tuple[object, ...], shown: list[str]) -> None:
    assert opened(*tabs) == shown


@pytest.mark.parametrize(
    ("width", "classed"),
    [
        ("10%", 'class="w25"'),
        ("29%", 'class="w25"'),
        ("30%", 'class="w33"'),
        ("88%", ""),
        ("87%", 'class="w75"'),
        ("100%", ""),
        ("200", 'width="200"'),
    ],
)
def test_a_width_is_the_nearest_class(width: str, classed: str) -> None:
    html = dialect("en").html(text(element("img", alt="", width=width)), lambda ref: ref.id)
    assert (classed or "<img") in html
    assert ("class=" in html, "width=" in html) == ("class" in classed, "width" in classed)
