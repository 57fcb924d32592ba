"""Gaps in markup: marked before it is read, blanks afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.diagnostics.importing import FORMATTING
from moocbuild.importing.asked import Asked
from moocbuild.model.text import Element, Node, Nodes, Text, element, joined

_MARK = "\ufdd0{}\ufdd1"
"""Noncharacters, which are of no text that is exchanged (Unicode 23.7)."""
_MARKED = re.compile("\ufdd0(\\d{1,3})\ufdd1")


def marked(number: int) -> str:
    """What stands in the markup in place of a gap."""
    return _MARK.format(number)


def with_blanks(text: Text, asked: Asked) -> Text:
    """The text with blanks in the place of marks; gap n has the id n."""
    return Text(_blanks(text.nodes, asked))


def _blanks(nodes: Nodes, asked: Asked) -> Nodes:
    made: list[Node] = []
    for node in nodes:
        if not isinstance(node, str):
            made += _within(node, asked)
            continue
        words, *rest = _MARKED.split(node)
        made.append(words)
        for number, after in zip(rest[::2], rest[1::2], strict=True):
            made += [element("blank", part=number, number=number), after]
    return joined(made)


def _within(node: Element, asked: Asked) -> Nodes:
    """An element; code that has gaps in it is words, as nothing can be filled in there."""
    inner = _blanks(node[2], asked)
    if node[0] not in ("code", "pre") or inner == node[2]:
        return ((node[0], node[1], inner, node[3]),)
    asked.report(FORMATTING.at(asked.place, "code with gaps in it is words"))
    return inner if node[0] == "code" else (("p", (), joined(_broken(inner)), node[3]),)


def _broken(nodes: Nodes) -> Iterator[Node]:
    """Lines of code with breaks between them."""
    for node in nodes:
        first, *more = node.strip("\n").split("\n") if isinstance(node, str) else (node,)
        yield first
        for each in more:
            yield element("br")
            yield str(each)
