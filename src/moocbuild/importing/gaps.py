"""Gaps in markup: marked before it is read, blanks afterwards."""

from __future__ import annotations

import re

from moocbuild.model.text import Node, Nodes, Text, element, joined

_MARK = "\ufdd0{}\ufdd1"
"""Noncharacters, which are of no text that is exchanged (Unicode 23.7)."""
_MARKED = re.compile("\ufdd0(\\d{1,3})\ufdd1")


def marked(number: int) -> str:
    """What stands in the markup in place of a gap."""
    return _MARK.format(number)


def with_blanks(text: Text) -> Text:
    """The text with blanks in the place of marks; gap n has the id n."""
    return Text(_blanks(text.nodes))


def _blanks(nodes: Nodes) -> Nodes:
    made: list[Node] = []
    for node in nodes:
        if not isinstance(node, str):
            made.append((node[0], node[1], _blanks(node[2]), node[3]))
            continue
        words, *rest = _MARKED.split(node)
        made.append(words)
        for number, after in zip(rest[::2], rest[1::2], strict=True):
            made += [element("blank", part=number, number=number), after]
    return joined(made)
