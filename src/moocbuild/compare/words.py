"""The words of a text, for comparing: with descriptions of pictures and with footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.model.text import INLINE, Nodes, Text, attribute


def words_in(text: Text) -> str:
    """What learners read or hear of a text, white space folded; markup does not count."""
    nodes = text.nodes
    if len(nodes) == 1 and isinstance(nodes[0], str):
        return " ".join(nodes[0].split())
    found: list[str] = []
    _collect(nodes, found)
    return " ".join("".join(found).split())


def media_in(text: Text) -> Iterator[str]:
    """Paths of the pictures, films and files that a text shows or offers, in order."""
    return (ref.id for ref in text.refs() if ref.kind == "media")


def _collect(nodes: Nodes, found: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
            continue
        name = node[0]
        if name == "formula":
            found.append(attribute(node, "tex"))
        elif name == "blank":
            found.append("____")
        elif name == "img":
            found.append(f" {attribute(node, 'alt')} ")
        elif name in INLINE:
            if name != "noteref":
                _collect(node[2], found)
        else:
            found.append(" ")
            _collect(node[2], found)
            found.append(" ")
