"""What addresses in a cartridge lead to: its files, its pages, or nothing.

`$IMS-CC-FILEBASE$` is the root of the package, or for Canvas `web_resources/`;
`$WIKI_REFERENCE$` and `$CANVAS_OBJECT_REFERENCE$` name pages of Canvas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from moocbuild.archive import Archive
from moocbuild.archive.hrefs import folder, follow
from moocbuild.archive.names import fold
from moocbuild.diagnostics import Report
from moocbuild.importing.carry import Carry
from moocbuild.importing.formats.cartridge.manifest import Manifest
from moocbuild.importing.html import Html
from moocbuild.model.text import Ref

_BASE = re.compile(r"(?:\$|%24)(?:IMS-CC-FILEBASE|IMS_CC_FILEBASE)(?:\$|%24)/*|%%LINKPATH%%", re.I)
"""How Canvas and Respondus write where the files of a package lie."""
_WIKI = re.compile(r"(?:\$|%24)WIKI_REFERENCE(?:\$|%24)/(?:pages|wiki)/([^?#]+)")
_OBJECT = re.compile(r"(?:\$|%24)CANVAS_(?:OBJECT|COURSE)_REFERENCE(?:\$|%24)/[\w/]*?([^/?#]+)$")
_LARGEST = 200_000_000


class Links:
    """Knows what is in the package, and carries along what texts show."""

    def __init__(self, archive: Archive, manifest: Manifest, carry: Carry) -> None:
        self._archive, self._carry = archive, carry
        self._by_fold = {fold(name): name for name in archive.members}
        self._pages = {each.href: each.id for each in manifest.resources.values() if each.href}
        self._ids = set(manifest.resources)

    def html(self, file: str, report: Report) -> Html:
        """A reader of the texts of a file."""
        return Html(find=lambda address: self._find(address, folder(file)), report=report)

    def file(self, name: str) -> Ref | None:
        """A file of the package, by its path."""
        if name not in self._archive.members:
            return None
        return self._carry.put(name, self._archive.read(name, _LARGEST))

    def _find(self, address: str, base: str) -> Ref | None:
        if address[:5].lower() == "data:":
            return self._carry.inline(address)
        if page := _WIKI.match(address):
            if page[1] in self._ids:
                return Ref("page", page[1])
            return self._page(f"wiki_content/{unquote(page[1])}.html")
        if found := _OBJECT.match(address):
            return Ref("page", found[1]) if found[1] in self._ids else None
        for name in self._candidates(address, base):
            known = self._by_fold.get(fold(name))
            if known is not None:
                return self._page(known) or self.file(known)
        return None

    def _page(self, name: str) -> Ref | None:
        if name.lower().endswith((".html", ".htm", ".xhtml")) and name in self._pages:
            return Ref("page", self._pages[name])
        return None

    def _candidates(self, address: str, base: str) -> Iterator[str]:
        """Paths that may be meant, in order."""
        rest = _BASE.sub("", address, count=1)
        bases = ("", "web_resources/", base) if rest != address else (base, "", "web_resources/")
        for each in bases:
            link = follow(rest, each)
            if link.name:
                yield link.name
