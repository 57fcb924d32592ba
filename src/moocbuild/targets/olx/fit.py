"""What keeps the lists and options of a problem within the page, on telephones above all.

The platform lets a list be as wide as its longest entry, and an option as its longest word; the
page around it does not scroll sideways (measured). Only a style sheet reaches either: the list and
its surroundings are made by CAPA. The platform leaves style sheets out of its search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.formats.olx import element
from moocbuild.model.text import Element, Nodes, Text, walk

_LISTS = ".option-input select { max-width: 100% }"
_OPTIONS = ".choicegroup label { overflow-wrap: anywhere }"
_LONG_WORD = re.compile(r"\S{25}")
"""More letters than an option shows in a line on a telephone."""


def within_page(responses: Nodes) -> Iterator[Element]:
    """The style sheets that the responses of a problem need."""
    found = list(walk(responses))
    if any(each[0] == "optioninput" for each in found):
        yield element("style", {}, _LISTS)
    if any(each[0] == "choice" and _has_long_word(each) for each in found):
        yield element("style", {}, _OPTIONS)


def _has_long_word(choice: Element) -> bool:
    said, *_feedback = choice[2]
    return _LONG_WORD.search(Text((said,)).plain) is not None
