"""How the player's pages take texts: HTML5, and wide tables in a frame that scrolls."""

from __future__ import annotations

from functools import cache

from moocbuild.model.text import Element, Nodes, element
from moocbuild.render import Dialect
from moocbuild.render.common import RULES


@cache
def dialect(table: str) -> Dialect:
    """table: what a table's frame is called for those who do not see it."""

    def framed(found: Element) -> Nodes:
        """A frame of its own, which the keyboard can reach."""
        return (
            element("div", found, class_="wide", role="group", tabindex="0", aria_label=table),
        )

    return Dialect(rules={**RULES, "table": framed})
