"""What keeps the lists and options of a problem within the page, on telephones above all.

The platform lets a list be as wide as its longest entry, and an option as its longest word; the
page around it does not scroll sideways (measured). Only a style sheet reaches either: the list and
its surroundings are made by CAPA. The platform leaves style sheets out of its search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.formats.olx import element
from moocbuild.model.text import Element, Nodes, Text

_LISTS = ".option-input select { max-width: 100% }"
_OPTIONS = ".choicegroup label { overflow-wrap: anywhere }"
_LONG_WORD = re.compile(r"\S{25}")
"""More letters than an option shows in a line on a telephone."""


def within_page(responses: Nodes) -> Iterator[Element]:
    """The style sheets that the responses of a problem need."""
    needed: set[str] = set()
    _look(responses, needed)
    yield from (element("style", {}, each) for each in (_LISTS, _OPTIONS) if each in needed)


def _look(nodes: Nodes, needed: set[str]) -> None:
    """Options are looked at, not into."""
    for node in nodes:
        if isinstance(node, str):
            continue
        if node[0] == "choice":
            if _has_long_word(node):
                needed.add(_OPTIONS)
        elif node[0] == "optioninput":
            needed.add(_LISTS)
        else:
            _look(node[2], needed)


def _has_long_word(choice: Element) -> bool:
    said, *_feedback = choice[2]
    return _LONG_WORD.search(Text((said,)).plain) is not None
