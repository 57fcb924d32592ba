"""References inside a drawing, which a few lines can multiply to more than a browser bears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from moocbuild.media import MediaError

MOST_DRAWN = 50_000
"""Elements that are drawn once every reference is followed."""

DEEPEST = 12
"""References that lead to one another."""

_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_URL = re.compile(r"url\(\s*[\"']?#([\w.:-]+)", re.IGNORECASE)


_SIMPLE = frozenset({"linearGradient", "radialGradient", "filter"})


def check_references(root: etree._Element) -> None:
    """Raise MediaError (refused) if references run in a circle or draw more than MOST_DRAWN.

    A style sheet may refer to what cannot multiply: a gradient, a filter, or a single part.
    Which elements it would apply to is not worked out.
    """
    drawn = _Drawn(root)
    drawn.count(root)
    for sheet in root.iter("{*}style"):
        for target in drawn.find(_URL.findall(sheet.text or "")):
            if etree.QName(target).localname not in _SIMPLE and len(list(target.iter())) > 2:
                raise MediaError(
                    f"has a style sheet that refers to '#{target.get('id')}', which has several"
                    " parts; save it with presentation attributes instead",
                    refused=True,
                )


class _Drawn:
    """Counts what a drawing draws; every element with an id is counted once and remembered."""

    def __init__(self, root: etree._Element) -> None:
        self._by_id: dict[str, etree._Element] = {}
        for element in root.iter():
            self._by_id.setdefault(element.get("id", ""), element)
        self._known: dict[etree._Element, int] = {}
        self._open: list[etree._Element] = []

    def count(self, element: etree._Element) -> int:
        """Elements drawn by `element`, itself among them."""
        if element in self._known:
            return self._known[element]
        if element in self._open or len(self._open) > DEEPEST:
            raise MediaError("has references that are circular or nested too deeply", refused=True)
        self._open.append(element)
        drawn = sum(1 + self._referred(node) for node in element.iter())
        self._open.pop()
        if drawn > MOST_DRAWN:
            raise MediaError("has references that multiply its parts", "size", refused=True)
        self._known[element] = drawn
        return drawn

    def _referred(self, node: etree._Element) -> int:
        return sum(self.count(target) for target in self.find(_references(node)))

    def find(self, names: Iterable[str]) -> list[etree._Element]:
        """The elements of these ids, as far as there are any."""
        return [self._by_id[name] for name in names if name in self._by_id]


def _references(node: etree._Element) -> Iterator[str]:
    """Ids that `node` itself draws with."""
    for key, value in node.attrib.items():
        if key in ("href", _XLINK_HREF) and str(value).strip().startswith("#"):
            yield str(value).strip()[1:]
        else:
            yield from _URL.findall(str(value))
