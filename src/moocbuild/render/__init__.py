"""From the tree of a text to the characters of a file: one walk of changes, one serialisation.

A `Dialect` says how a family of readers takes texts: its rules stand beside the target that has
them, those of every target in `common`. Knows no target.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from moocbuild.formats.xml import escaped, quoted
from moocbuild.model.text import VOID, Href, Nodes, Ref, Rule, Text, rewrite


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How texts are written for one family of readers.

    rules: name of an element → what becomes of it, its children being done. words: what becomes
    of strings. escape, quote: of words as content and as a value. slash: whether void elements
    close themselves, as XML wants it.
    """

    rules: Mapping[str, Rule] = field(default_factory=dict)
    words: Callable[[str], str] | None = None
    escape: Callable[[str], str] = escaped
    quote: Callable[[str], str] = quoted
    slash: bool = False

    def html(self, text: Text, href: Href) -> str:
        """The text as HTML; well-formed, attributes double-quoted."""
        return self.markup(self.changed(text.nodes), href)

    def changed(self, nodes: Nodes) -> Nodes:
        """`nodes` as this dialect wants them: elements that HTML has."""
        return rewrite(nodes, self.rules, self.words)

    def markup(self, nodes: Nodes, href: Href) -> str:
        """Changed nodes as characters."""
        written: list[str] = []
        self._write(nodes, href, written.append)
        return "".join(written)

    def _write(self, nodes: Nodes, href: Href, write: Callable[[str], None]) -> None:
        for node in nodes:
            if isinstance(node, str):
                write(self.escape(node))
                continue
            name, attributes, children, _ = node
            opening = self._opening(name, attributes, href) if attributes else f"<{name}"
            if not opening:  # a link to what cannot be linked
                self._write(children, href, write)
            elif name in VOID:
                write(f"{opening} />" if self.slash else f"{opening}>")
            else:
                write(f"{opening}>")
                self._write(children, href, write)
                write(f"</{name}>")

    def _opening(
        self, name: str, attributes: tuple[tuple[str, str | Ref], ...], href: Href
    ) -> str:
        """The tag without its end; "" for a link that leads nowhere."""
        opening = f"<{name}"
        for key, value in attributes:
            if not isinstance(value, Ref):
                opening += f' {key}="{self.quote(value)}"'
                continue
            address = href(value)
            if address is None and key == "href":
                return ""
            opening += f' {key}="{quoted(address or "")}"'
        return opening
