"""Tabs: neighbouring `<details>` of one name, of which GitHub opens one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree

Element = ElementTree.Element


def group_tabs(root: Element) -> None:
    """Puts neighbours of one name, wherever they stand below `root`, into a `tabs` element."""
    if not any(each.get("name") for each in root.iter("details")):
        return
    for parent in list(root.iter()):
        if any(child.tag == "details" for child in parent):
            parent[:] = list(_grouped(parent))


def _grouped(parent: Element) -> Iterator[Element]:
    for name, run in groupby(_runs(parent), key=lambda pair: pair[0]):
        members = [child for _, child in run]
        if not name or len(members) < 2:
            yield from members
            continue
        tabs = Element("tabs", {"line": members[0].get("line", "1")})
        tabs.tail, members[-1].tail = members[-1].tail, None
        tabs.extend(members)
        yield tabs


def _runs(parent: Element) -> Iterator[tuple[str, Element]]:
    """Each child with what it shares with its neighbours in a group, "" where it is in none."""
    number, before = 0, ""
    for child in parent:
        name = child.get("name", "").strip() if child.tag == "details" else ""
        number += name != before or not name
        yield (f"{number} {name}" if name else ""), child
        before = "" if (child.tail or "").strip() else name
