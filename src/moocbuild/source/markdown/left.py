"""Words that are not translated yet: texts say that they are in the author's own language."""

from __future__ import annotations

from itertools import takewhile

from moocbuild.model.language import direction
from moocbuild.model.text import Attributes, Element, Node, Nodes, is_inline
from moocbuild.source.shared import FileReader

_WHOLE = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary", "caption"})
"""What holds one message, which begins on its line."""
_BEGUN = frozenset({"dd", "note"})
"""What may hold words of one message, and blocks of others behind them."""


def language_marks(line: int, reader: FileReader, cell: int = -1) -> Attributes:
    """`lang`, and `dir` where it turns, of what begins there; none where it is translated."""
    language = reader.left(line, cell)
    if not language:
        return ()
    turned = direction(language) != direction(reader.shared.language)
    more: Attributes = (("dir", direction(language)),) if turned else ()
    return (("lang", language), *more)


def marked(made: Element, reader: FileReader) -> Element:
    """An element with the marks of what it holds; of a row, each cell with its own."""
    name, attributes, children, line = made
    if name == "tr":
        return (name, attributes, tuple(_cells(children, line, reader)), line)
    if name in _BEGUN:
        return (name, attributes, first_marked(children, line, reader), line)
    marks = language_marks(line, reader) if name in _WHOLE else ()
    return (name, (*attributes, *marks), children, line) if marks else made


def first_marked(nodes: Nodes, line: int, reader: FileReader, cell: int = -1) -> Nodes:
    """`nodes`, of which the first words are marked, up to a block."""
    marks = language_marks(line, reader, cell)
    words = tuple(takewhile(lambda node: is_inline((node,)), nodes)) if marks else ()
    if not any(not isinstance(node, str) or node.strip() for node in words):
        return nodes
    return (("span", marks, words, line), *nodes[len(words) :])


def _cells(children: Nodes, line: int, reader: FileReader) -> list[Node]:
    made: list[Node] = []
    number = 0
    for node in children:
        if not isinstance(node, str) and node[0] in ("td", "th"):
            marks = language_marks(line, reader, number)
            node = (node[0], (*node[1], *marks), node[2], node[3])
            number += 1
        made.append(node)
    return made
