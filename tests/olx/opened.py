"""A package of Open edX taken apart, as its importer does."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from moocbuild.package import Package

_TYPES = "chapter course html itembank library_content problem sequential vertical video"
POINTERS = frozenset(_TYPES.split())
"""Types whose blocks lie in files; every other block stands inside its parent."""


@dataclass
class Opened:
    package: Package

    @cached_property
    def blocks(self) -> dict[tuple[str, str], etree._Element]:
        """Every block that is reached from course.xml, by type and url_name."""
        root = etree.fromstring(self.package.read("course.xml"))
        found: dict[tuple[str, str], etree._Element] = {}
        self._walk(root, found)
        return found

    def _walk(self, pointer: etree._Element, found: dict[tuple[str, str], etree._Element]) -> None:
        key = (str(pointer.tag), pointer.get("url_name", ""))
        assert key not in found, f"{key} stands twice"
        if key[0] not in POINTERS:
            found[key] = pointer
            return
        found[key] = block = etree.fromstring(self.package.read(f"{key[0]}/{key[1]}.xml"))
        if key[0] not in ("html", "problem", "video"):
            for child in block.iterchildren():
                self._walk(child, found)

    def of(self, kind: str) -> dict[str, etree._Element]:
        return {name: block for (type, name), block in self.blocks.items() if type == kind}

    def problem(self, name: str) -> etree._Element:
        return self.of("problem")[name]

    def pages(self) -> Iterator[tuple[str, str]]:
        for name in self.package.names():
            if name.endswith(".html"):
                yield name, self.package.read(name).decode()

    def words(self) -> str:
        """All that learners can read, without markup and white space."""
        texts = [etree.fromstring(self.package.read(n)) for n in self._readable()]
        parts = ["".join(map(str, root.itertext())) for root in texts]
        parts += [re.sub(r"<[^>]*>", " ", page) for _, page in self.pages()]
        return plain(" ".join(parts))

    def _readable(self) -> list[str]:
        return [name for name in self.package.names() if name.startswith("problem/")]


def plain(text: str) -> str:
    """Without white space, entities decoded."""
    return re.sub(r"\s+", "", html.unescape(text))
