"""The words of a text, for comparing: with descriptions of pictures and with footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.model.text import INLINE, Nodes, Text, attribute


def words_in(text: Text) -> str:
    """What learners read or hear of a text, white space folded; markup does not count."""
    nodes = text.nodes
    if len(nodes) == 1 and isinstance(nodes[0], str):
        return " ".join(nodes[0].split())
    return " ".join("".join(_words(nodes)).split())


def media_in(text: Text) -> Iterator[str]:
    """Paths of the pictures, films and files that a text shows or offers, in order."""
    return (ref.id for ref in text.refs() if ref.kind == "media")


def _words(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
            continue
        name = node[0]
        if name == "formula":
            yield attribute(node, "tex")
        elif name == "blank":
            yield "____"
        elif name == "img":
            yield f" {attribute(node, 'alt')} "
        elif name != "noteref":
            gap = "" if name in INLINE else " "
            yield gap
            yield from _words(node[2])
            yield gap
