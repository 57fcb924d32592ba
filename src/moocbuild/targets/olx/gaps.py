"""A text with gaps: responses within a paragraph, each of which earns its share.

CAPA scores a problem by its responses, and shows one marked `inline` within a line, but its label
as a line above (measured): so labels are of our own.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from moocbuild.formats import capa
from moocbuild.model.question import Gap, GapsInteraction
from moocbuild.model.text import (
    Element,
    Node,
    Nodes,
    Text,
    attribute,
    rewrite,
    walk,
    with_attributes,
)

Respond = Callable[[Gap], Element]
"""The response of a gap, without a label."""


def filled(name: str, asks: GapsInteraction, prompt: Element, respond: Respond) -> Element:
    """The prompt with a response in the place of each blank. name: the problem's url_name."""
    by_id = {gap.id: gap for gap in asks.gaps}
    places = count(1)

    def response(blank: Element) -> Nodes:
        label = capa.label_in_line(name, next(places), f"({attribute(blank, 'number')})")
        made = respond(by_id[attribute(blank, "part")])
        tag, attributes, children, line = with_attributes(made, inline="1")
        return (label, " ", (tag, attributes, tuple(map(_inline, children)), line))

    tag, attributes, children, line = prompt
    return (tag, attributes, rewrite(children, {"blank": response, "p": _opened}), line)


def _inline(node: Node) -> Node:
    if isinstance(node, str) or node[0] not in ("optioninput", "textline"):
        return node
    return with_attributes(node, inline="1")


def _opened(found: Element) -> Nodes:
    """What holds a response is no paragraph: a response is a division, which would end it."""
    opened = any(each[0].endswith("response") for each in walk(found[2]))
    return (("div", *found[1:]),) if opened else (found,)


def chosen(
    gap: Gap,
    listed: Callable[[Text], str],
    feedback: Callable[[Text], Element | None],
) -> Element:
    """Options by their words, so that the order of the list gives nothing away."""
    words = {choice.id: capa.listed(listed(choice.text)) for choice in gap.choices}
    right = next(words[choice.id] for choice in gap.choices if choice.correct)
    return capa.dropdown(
        capa.Row(
            label=None,
            options=sorted(words.values(), key=str.casefold),
            right=right,
            feedback={words[choice.id]: feedback(choice.feedback) for choice in gap.choices},
        )
    )
