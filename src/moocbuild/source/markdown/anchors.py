"""Ids of headings: what links lead to, GitHub's own anchors too."""

from __future__ import annotations

import re
import unicodedata
from xml.etree import ElementTree

from moocbuild.model.text import one_line
from moocbuild.source.shared import FileReader

Element = ElementTree.Element

_ID_COMMENT = re.compile(r"#([a-z0-9][a-z0-9-]*)(?:\s|$)")


def slug(title: str) -> str:
    """GitHub's anchor for a heading, in ASCII: small letters, digits, hyphens."""
    text = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-").replace("_", "-")


def github_slug(title: str) -> str:
    """GitHub's anchor for a heading, letters of every script kept."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")


def is_reserved(id: str) -> bool:
    """Whether pages use the id themselves."""
    return id in ("main", "page-end") or id.startswith("q-")


def words(element: Element) -> str:
    """What a heading says, as one line of plain words."""
    return one_line("".join(_spoken(element)))


def _spoken(element: Element) -> list[str]:
    said = [element.text or ""]
    for child in element:
        if child.tag == "formula":
            said.append(f"${child.get('tex', '')}$")
        elif child.tag == "citation":
            said.append(f"[{child.get('name')}]")
        elif child.tag == "br":
            said.append(" ")
        elif child.tag not in ("comment", "noteref"):
            said += _spoken(child)
        said.append(child.tail or "")
    return said


class Anchors:
    """The ids of one page."""

    def __init__(self, reader: FileReader) -> None:
        self._reader = reader
        self._page, self._added = reader.page, reader.added
        self._met: dict[str, int] = {}
        self.taken = reader.added.anchors.setdefault(reader.page, set())

    def of_heading(self, heading: Element) -> str:
        """The id of a heading in prose, which a comment on the line below it may name."""
        written = _ID_COMMENT.match(heading.get("below", ""))
        title = self._reader.title(int(heading.get("line", "0")), words(heading))
        return self.claim(title, written[1] if written else "")

    def claim(self, title: str, id: str) -> str:
        """A free id for a heading; GitHub's own anchor for it works too."""
        wanted = id or slug(title) or "part"
        made = self._free(f"part-{wanted}" if is_reserved(wanted) else wanted)
        names = {made, wanted, self._linked(title)}
        for name in names:
            if not self._added.aliases.get((self._page, name)):
                self._added.aliases[self._page, name] = made
        self.taken |= names
        return made

    def count(self, title: str) -> None:
        """The page's own title, which GitHub counts as well: links by it lead to the page."""
        self._added.aliases[self._page, self._linked(title)] = ""

    def claim_question(self, id: str, title: str) -> None:
        """A question is reached by its id, and by GitHub's anchor of its heading."""
        linked = self._linked(title)
        self.taken |= {id, f"q-{id}", linked}
        if not self._added.aliases.get((self._page, linked)):
            self._added.aliases[self._page, linked] = id

    def _linked(self, title: str) -> str:
        """GitHub's anchor: the second heading of the same words ends in -1."""
        plain = github_slug(title)
        times = self._met.get(plain, 0)
        self._met[plain] = times + 1
        return f"{plain}-{times}" if times else plain

    def _free(self, wanted: str) -> str:
        made, number = wanted, 1
        while made in self.taken:
            number += 1
            made = f"{wanted}-{number}"
        return made
