"""A text taken apart into what a person reads at a time: paragraphs, entries of lists, tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping

from moocbuild.model.formula_words import formula_words
from moocbuild.model.text import (
    INLINE,
    Element,
    Node,
    Nodes,
    Text,
    attribute,
    is_inline,
    one_line,
    reference,
)
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """kind: "paragraph", "heading", "item", "step", "term", "definition", "summary", "caption",
    "code", "table", "picture", "formula", "film" or "sound". inside: containers around it, the
    outermost first: names of elements, kinds of alerts, and "footnote". level: of a heading or a
    list, from 1. anchor: of a heading. line: the author's, 0 where none is known.
    """

    kind: str
    text: Text
    inside: tuple[str, ...] = ()
    level: int = 0
    anchor: str = ""
    line: int = 0


def blocks(whole: Text) -> Iterator[Block]:
    """The blocks of a text, in order; what only rules a line off is left out."""
    yield from _blocks(whole.nodes, (), 0)


_LEAVES: Mapping[str, str] = {
    "p": "paragraph",
    "dt": "term",
    "summary": "summary",
    "caption": "caption",
    "figcaption": "caption",
    "pre": "code",
    "table": "table",
    "formula": "formula",
    "card": "film",
    "video": "film",
    "audio": "sound",
}
"""Element → the kind of block that it is."""
_LISTS = frozenset({"ul", "ol"})
_QUIET = frozenset({"div", "section", "figure", "tabs", "dl", "notes"})
"""Containers of which nothing is said."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _blocks(nodes: Nodes, inside: tuple[str, ...], level: int) -> Iterator[Block]:
    loose: list[Node] = []
    for node in nodes:
        if isinstance(node, str) or _in_a_line(node):
            loose.append(node)
            continue
        yield from _loose(loose, inside)
        loose = []
        yield from _element(node, inside, level)
    yield from _loose(loose, inside)


def _in_a_line(node: Element) -> bool:
    name = node[0]
    if name == "formula":
        return not attribute(node, "display")
    return name in INLINE or name in ("br", "img")


def _loose(nodes: list[Node], inside: tuple[str, ...]) -> Iterator[Block]:
    """Words that stand in no paragraph."""
    found = Text(tuple(nodes))
    if exact(found):
        lines = [node[3] for node in nodes if not isinstance(node, str) and node[3]]
        yield Block(
            kind=_kind_of_line(found.nodes),
            text=found,
            inside=inside,
            line=min(lines, default=0),
        )


def _element(node: Element, inside: tuple[str, ...], level: int) -> Iterator[Block]:
    name, _, children, line = node
    if name in _HEADINGS:
        anchor = attribute(node, "id")
        yield Block(
            kind="heading",
            text=Text(children),
            inside=inside,
            level=int(name[1]),
            anchor=anchor,
            line=line,
        )
    elif name in _LISTS:
        yield from _entries(node, inside, level + 1)
    elif name in _LEAVES or name == "player":
        yield _leaf(node, inside)
    elif name == "dd" and is_inline(children):
        yield Block(kind="definition", text=Text(children), inside=inside, line=line)
    else:
        yield from _blocks(children, _within(node, inside), level)


def _within(node: Element, inside: tuple[str, ...]) -> tuple[str, ...]:
    if node[0] in _QUIET:
        return inside
    if node[0] == "note":
        return (*inside, "footnote")
    return (*inside, attribute(node, "kind") if node[0] == "alert" else node[0])


def _leaf(node: Element, inside: tuple[str, ...]) -> Block:
    name, _, children, line = node
    if name == "player":
        kind = "sound" if attribute(node, "kind") == "audio" else "film"
        return Block(kind=kind, text=Text((node,)), inside=inside, line=line)
    whole = name in ("pre", "table", "formula", "card", "video", "audio")
    found = (node,) if whole else children
    kind = _kind_of_line(found) if name == "p" else _LEAVES[name]
    return Block(kind=kind, text=Text(found), inside=inside, line=line)


def _kind_of_line(nodes: Nodes) -> str:
    """A picture that stands alone is one; all other lines are paragraphs."""
    solid = [node for node in nodes if not isinstance(node, str) or node.strip()]
    if len(solid) == 1 and not isinstance(solid[0], str) and solid[0][0] == "img":
        return "picture"
    return "paragraph"


def _entries(found: Element, inside: tuple[str, ...], level: int) -> Iterator[Block]:
    """The first paragraph of an entry is the entry; what follows is told below it."""
    kind = "step" if found[0] == "ol" else "item"
    for entry in found[2]:
        if isinstance(entry, str):
            continue
        opened = False
        for block in _blocks(entry[2], inside, level):
            if not opened and block.kind == "paragraph":
                block = Block(
                    kind=kind,
                    text=block.text,
                    inside=block.inside,
                    level=level,
                    line=entry[3] or block.line or found[3],
                )
            opened = True
            yield block


# --- words --------------------------------------------------------------------------------------


def exact(text: Text, *, typed: bool = False) -> str:
    """All that a text says, on one line: pictures by their descriptions, formulas as written.

    typed: formulas as people type them, for people to read; what is written is what is hashed.
    """
    return unicodedata.normalize("NFC", one_line("".join(_said(text.nodes, typed))))


def _said(nodes: Nodes, typed: bool) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node[0] in _SIGNS:
            yield _SIGNS[node[0]](node, typed)
        else:
            gap = "" if node[0] in INLINE else " "
            yield gap
            if node[0] in ("player", "card") and not typed:
                yield _source(node)
            yield from _said(node[2], typed)
            yield gap


def _formula(node: Element, typed: bool) -> str:
    tex = attribute(node, "tex")
    return (formula_words(node[2]) or tex) if typed else f"${tex}$"


def _picture(node: Element, typed: bool) -> str:
    return f"[{attribute(node, 'alt') if typed else _source(node)}]"


def _box(node: Element, typed: bool) -> str:
    return "\u2611 " if attribute(node, "checked") else "\u2610 "


_SIGNS: Mapping[str, Callable[[Element, bool], str]] = {
    "formula": _formula,
    "img": _picture,
    "box": _box,
    "blank": lambda node, typed: "____",
    "noteref": lambda node, typed: "",
}
"""Elements that are said otherwise than by the words in them."""


def _source(node: Element) -> str:
    """What is shown, by its file, and its description."""
    source = reference(node, "src")
    name = source.id if source else attribute(node, "src") or attribute(node, "href")
    return f"{attribute(node, 'alt')} {name}".strip()
