"""Forms: XML that is the same but for some values, serialised once and filled in many times.

A form is made of an element (`xml`), in which VALUE stands for a text or for the value of an
attribute, and INSIDE for elements, which are filled in forms themselves. Values are escaped as
their places demand. Knows no vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from moocbuild.formats.xml import (
    DECLARATION,
    Element,
    attribute_value,
    escaped,
    quoted,
    serialise,
    text,
)

VALUE = "\ue000"
"""For private use, as is the next: no form has such a character of its own."""
INSIDE = Element("\ue001")
_PLACE = re.compile(r"(\n *<\ue001/>|\ue000)")


class Form:
    """An element at a depth of its document, whose root declares what it uses.

    Called with what stands in its places, in order, it is written from the end of the line before
    it. An element that has only INSIDE in it wants it filled.
    """

    __slots__ = ("_fills", "_pattern")

    def __init__(self, element: Element, depth: int) -> None:
        _, _, written = serialise(element).decode().rstrip("\n").partition("\n")
        pieces = _PLACE.split("\n" + "  " * depth + written.replace("\n", "\n" + "  " * depth))
        self._pattern = "%s".join(piece.replace("%", "%%") for piece in pieces[::2])
        self._fills = tuple(map(_fill, pieces[::2], pieces[1::2]))

    def __call__(self, *values: str) -> str:
        """The element with these values."""
        filled = [fill(value) for fill, value in zip(self._fills, values, strict=True)]
        return self._pattern % tuple(filled)


def document(root: str) -> bytes:
    """The file whose root element is a filled in form of depth 0."""
    return f"{DECLARATION}{root}\n".encode()


def _fill(before: str, place: str) -> Callable[[str], str]:
    if place != VALUE:
        return str
    return _in_quotes if before.endswith('"') else _between_tags


def _in_quotes(value: str) -> str:
    return quoted(attribute_value(value))


def _between_tags(value: str) -> str:
    return escaped(text(value))
