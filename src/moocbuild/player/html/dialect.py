"""How the player's pages take texts: HTML5, and wide tables in a frame that scrolls."""

from __future__ import annotations

from functools import cache

from moocbuild.model.text import Element, Nodes, attribute, element, with_attributes
from moocbuild.render import Dialect
from moocbuild.render.common import RULES, speaking
from moocbuild.words import words

_WIDTHS = (25, 33, 50, 66, 75)
"""Per cent of the column that a class of the style sheet gives a picture."""


def _sized(found: Element) -> Nodes:
    """A width in per cent as a class: the content policy allows no style in a page."""
    width = attribute(found, "width")
    if not width.endswith("%"):
        return (found,)
    wanted = int(width[:-1])
    nearest = min((*_WIDTHS, 100), key=lambda known: abs(known - wanted))
    size = f"w{nearest}" if nearest < 100 else None
    return (with_attributes(found, width=None, class_=size),)


@cache
def dialect(language: str) -> Dialect:
    """For a course in `language`."""
    table = words(language)("page.table")

    def framed(found: Element) -> Nodes:
        """A frame of its own, which the keyboard can reach and which says what it is."""
        return (
            element("div", found, class_="wide", role="group", tabindex="0", aria_label=table),
        )

    return speaking(Dialect(rules={**RULES, "table": framed, "img": _sized}), language)
