"""The passages of a page: what stands in one paragraph, list item, cell, option or heading."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Iterator
from typing import Any

from moocbuild.diagnostics import Span
from moocbuild.model.course import Activity
from moocbuild.model.language import primary
from moocbuild.model.text import INLINE, Element, Nodes, Text, attribute, reference
from moocbuild.prose.telling import is_address
from moocbuild.values import dataclass

NO_WORD = "\ufffc"
"""Stands for what is among words and is none: code, formulas, addresses, other languages."""

_CODE = frozenset({"code", "kbd", "samp", "var", "formula", "math", "blank", "box", "noteref"})
_NO_PROSE = frozenset({"pre", "hr", "track", "source", "img"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"br", "img"})
_ATOMS = frozenset({bool, float, int, str, type(None), Span})


@dataclass(frozen=True, slots=True)
class Passage:
    """words: as they are read, with the author's line breaks. span: where its block begins.

    heading: a title or heading. quoted: somebody else's words, in a block quotation.
    """

    words: str
    span: Span
    heading: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Of the blocks around: where they begin, and what they are."""

    span: Span
    heading: bool = False
    quoted: bool = False

    def inside(self, element: Element) -> _Place:
        name, line = element[0], element[3]
        return _Place(
            Span(self.span.path, line) if line else self.span,
            self.heading or name in _HEADINGS,
            self.quoted or name == "blockquote",
        )


def passages(page: Activity, language: str) -> Iterator[Passage]:
    """All that a page says, in the order of its fields; of words in `language` alone."""
    yield from _of(page, page.span, primary(language))


def passages_of(text: Text, span: Span, language: str) -> Iterator[Passage]:
    """The same of one text, which stands at `span`."""
    yield from _blocks(text.nodes, _Place(span), primary(language))


def elements(value: object, span: Span) -> Iterator[tuple[Element, Span]]:
    """Every element in the texts of a value, with the place of what holds the text."""
    if isinstance(value, Text):
        yield from ((found, span) for found in _elements(value.nodes))
        return
    own = getattr(value, "span", None)
    for part in _parts(value):
        yield from elements(part, own if isinstance(own, Span) else span)


def explained(value: object) -> Iterator[str]:
    """The words that are marked as abbreviations with what they stand for."""
    if isinstance(value, Text):
        for found in _elements(value.nodes):
            if found[0] == "abbr" and attribute(found, "title"):
                yield "".join(_words((found,), ""))
    for part in _parts(value):
        yield from explained(part)


def _of(value: object, span: Span, language: str) -> Iterator[Passage]:
    if isinstance(value, Text):
        yield from _blocks(value.nodes, _Place(span), language)
        return
    own = getattr(value, "span", None)
    here = own if isinstance(own, Span) else span
    title = getattr(value, "title", "")
    if isinstance(title, str) and title:
        yield Passage(title, here, heading=True)
    for part in _parts(value):
        yield from _of(part, here, language)


def _parts(value: object) -> list[object]:
    """What a value holds that may hold a text."""
    held: Iterable[object] = ()
    if isinstance(value, tuple):
        held = value
    elif not isinstance(value, (Text, Span)):
        kind: Any = type(value)
        held = (getattr(value, name) for name in _names(kind))
    return [each for each in held if type(each) not in _ATOMS]


@functools.cache
def _names(kind: Any) -> tuple[str, ...]:
    fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    return tuple(field.name for field in fields)


def _elements(nodes: Nodes) -> Iterator[Element]:
    for node in nodes:
        if not isinstance(node, str):
            yield node
            yield from _elements(node[2])


def _blocks(nodes: Nodes, place: _Place, language: str) -> Iterator[Passage]:
    """What stands in lines is one passage until a block comes, and after it another one."""
    run: list[str] = []
    for node in nodes:
        if isinstance(node, str) or node[0] in INLINE or node[0] in _LINES:
            run += _words((node,), language)
            continue
        yield from _passage(run, place)
        run = []
        if node[0] not in _NO_PROSE and not _foreign(node, language):
            yield from _blocks(node[2], place.inside(node), language)
    yield from _passage(run, place)


def _passage(run: list[str], place: _Place) -> Iterator[Passage]:
    words = "".join(run)
    if words.strip(" \n\t" + NO_WORD):
        yield Passage(words, place.span, place.heading, place.quoted)


def _words(nodes: Nodes, language: str) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node[0] in _LINES:
            yield "\n"
        elif node[0] in _CODE or _is_source(node) or _foreign(node, language):
            yield NO_WORD
        else:
            said = "".join(_words(node[2], language))
            yield NO_WORD if node[0] == "a" and is_address(said) else said


def _is_source(element: Element) -> bool:
    """`[Leamy2011]`: a source that is cited."""
    target = reference(element, "href")
    return target is not None and target.id == "sources"


def _foreign(element: Element, language: str) -> bool:
    tag = attribute(element, "lang")
    return bool(tag and language) and primary(tag) != language
