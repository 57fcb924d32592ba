"""A text with gaps: responses within a paragraph, each of which earns its share.

CAPA scores a problem by its responses, and shows one marked `inline` within a line (measured).
"""

from __future__ import annotations

from collections.abc import Callable

from moocbuild.formats import capa
from moocbuild.formats.olx import element
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

Respond = Callable[[Gap, Element], Element]
"""The response of a gap, given its label."""


def filled(asks: GapsInteraction, prompt: Element, respond: Respond) -> Element:
    """The prompt with a response in the place of each blank."""
    by_id = {gap.id: gap for gap in asks.gaps}

    def response(blank: Element) -> Nodes:
        label = element("span", {}, f"({attribute(blank, 'number')})")
        made = respond(by_id[attribute(blank, "part")], label)
        name, attributes, children, line = with_attributes(made, inline="1")
        return ((name, attributes, tuple(map(_inline, children)), line),)

    name, attributes, children, line = prompt
    return (name, attributes, rewrite(children, {"blank": response, "p": _opened}), line)


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
    label: Element,
    listed: Callable[[Text], str],
    feedback: Callable[[Text], Element | None],
) -> Element:
    """Options by their words, so that the order of the list gives nothing away."""
    words = {choice.id: capa.listed(listed(choice.text)) for choice in gap.choices}
    right = next(words[choice.id] for choice in gap.choices if choice.correct)
    return capa.dropdown(
        capa.Row(
            label=label,
            options=sorted(words.values(), key=str.casefold),
            right=right,
            feedback={words[choice.id]: feedback(choice.feedback) for choice in gap.choices},
        )
    )
