"""Texts on pages that other systems style: what our own style sheet would say is said in place."""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.model.text import Element, Nodes, Rule, attribute, element, with_attributes
from moocbuild.render.common import outside

_ALIGNED = frozenset({"left", "center", "right"})


def cell(found: Element) -> Nodes:
    """The alignment of a cell, which no system's classes name alike."""
    align = attribute(found, "class")
    if align not in _ALIGNED:
        return (found,)
    return (with_attributes(found, class_=None, style=f"text-align: {align}"),)


def table(found: Element) -> Nodes:
    """Lines between cells, and a frame that scrolls where a table is too wide (Bootstrap's)."""
    lined = with_attributes(found, class_="table table-bordered")
    return (element("div", lined, class_="table-responsive"),)


def image(found: Element) -> Nodes:
    """A picture that is never wider than its column (Bootstrap's class)."""
    return (with_attributes(found, class_="img-fluid"),)


def plain_link(found: Element) -> Nodes:
    """A link to another site that Moodle's media filter leaves alone.

    Else a link to a film becomes a player of that site, which learns who is learning what.
    """
    link = outside(found)
    if link == (found,):
        return (found,)
    return (with_attributes(found, rel="noopener noreferrer", class_="nomediaplugin"),)


BOOTSTRAP: Mapping[str, Rule] = {
    "a": plain_link,
    "img": image,
    "table": table,
    "td": cell,
    "th": cell,
}
"""For Moodle, and for what is imported into it."""
