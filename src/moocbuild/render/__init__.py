"""From the tree of a text to the characters of a file: one walk of changes, one serialisation.

A `Dialect` says how a family of readers takes texts: its rules stand beside the target that has
them, those of every target in `common`. Knows no target.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from moocbuild.formats.xml import escaped, quoted
from moocbuild.model.text import INLINE, VOID, Href, Nodes, Ref, Rule, Text, rewrite
from moocbuild.values import dataclass

_NO_RULES: Mapping[str, Rule] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How texts are written for one family of readers.

    rules: name of an element → what becomes of it, its children being done. words: what becomes
    of strings. escape, quote: of words as content and as a value. void: how an element ends that
    holds nothing, in XML "/>". edge: what blocks with `dir="rtl"` are aligned to, where readers'
    own style aligns all to the left.
    """

    rules: Mapping[str, Rule] = field(default_factory=dict)
    words: Callable[[str], str] | None = None
    escape: Callable[[str], str] = escaped
    quote: Callable[[str], str] = quoted
    void: str = ">"
    edge: str = ""

    def html(self, text: Text, href: Href) -> str:
        """The text as HTML; well-formed, attributes double-quoted."""
        nodes = text.nodes
        if len(nodes) == 1 and isinstance(only := nodes[0], str):  # most options
            return self.escape(self.words(only) if self.words else only)
        written: list[str] = []
        self._write(nodes, href, written.append, self.rules, self.words)
        return "".join(written)

    def changed(self, nodes: Nodes) -> Nodes:
        """`nodes` as this dialect wants them: elements that HTML has."""
        return rewrite(nodes, self.rules, self.words)

    def markup(self, nodes: Nodes, href: Href) -> str:
        """Changed nodes as characters."""
        written: list[str] = []
        self._write(nodes, href, written.append, _NO_RULES, None)
        return "".join(written)

    def _write(
        self,
        nodes: Nodes,
        href: Href,
        write: Callable[[str], None],
        rules: Mapping[str, Rule],
        words: Callable[[str], str] | None,
    ) -> None:
        """Changes and writes in one walk: what no rule replaces is never made anew."""
        escape = self.escape
        for node in nodes:
            if isinstance(node, str):
                write(escape(words(node) if words else node))
                continue
            name, attributes, children, line = node
            if name in rules:
                found = (name, attributes, rewrite(children, rules, words), line)
                self._write(rules[name](found), href, write, _NO_RULES, None)
                continue
            opening = self._opening(name, attributes, href) if attributes else f"<{name}"
            if not opening:  # a link to what cannot be linked
                self._write(children, href, write, rules, words)
            elif name in VOID:
                write(f"{opening}{self.void}")
            elif len(children) == 1 and isinstance(only := children[0], str):  # most elements
                write(f"{opening}>{escape(words(only) if words else only)}</{name}>")
            else:
                write(f"{opening}>")
                self._write(children, href, write, rules, words)
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
        if self.edge and ("dir", "rtl") in attributes and name not in INLINE:
            opening += "" if " style=" in opening else f' style="text-align: {self.edge}"'
        return opening
