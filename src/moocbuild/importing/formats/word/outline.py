"""Headings as modules and pages, and the quizzes between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from moocbuild.diagnostics import Span
from moocbuild.importing.brought import Bank, Page, Unit
from moocbuild.importing.format import Wanted
from moocbuild.importing.formats.word.questions import parted
from moocbuild.importing.source import Source
from moocbuild.model.question import Question
from moocbuild.model.text import Node, Nodes, Text, words_of
from moocbuild.values import dataclass


@dataclass(slots=True)
class _Part:
    """A heading, with what stands below it up to the next one of its level."""

    title: str
    nodes: list[Node] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)


def units(body: Text, source: Source, wanted: Wanted) -> tuple[str, tuple[Unit, ...]]:
    """The title of the document, and its modules."""
    levels = sorted({_level(node) for node in body.nodes} - {0})
    if levels and sum(_level(node) == levels[0] for node in body.nodes) == 1 and len(levels) > 1:
        first = next(node for node in body.nodes if _level(node) == levels[0])
        title = _title(first)
        upper, lower = levels[1], (levels[2] if len(levels) > 2 else 7)
        nodes = [node for node in body.nodes if node is not first]
    else:
        title = ""
        upper = levels[0] if levels else 7
        lower = levels[1] if len(levels) > 1 else 7
        nodes = list(body.nodes)
    whole = _Part(title or source.stem)
    for part in _cut(nodes, upper, whole):
        part.parts = list(_cut(list(part.nodes), lower, inner := _Part(part.title)))
        part.nodes = inner.nodes
        whole.parts.append(part)
    return title, tuple(_units(whole, source.span(), wanted))


def _cut(nodes: list[Node], level: int, above: _Part) -> Iterator[_Part]:
    """Parts by headings of a level; what stands before the first belongs to `above`."""
    made: list[_Part] = []
    for node in nodes:
        if _level(node) == level:
            made.append(_Part(_title(node)))
        else:
            (made[-1] if made else above).nodes.append(node)
    yield from made


def _level(node: Node) -> int:
    name = "" if isinstance(node, str) else node[0]
    return int(name[1]) if len(name) == 2 and name[0] == "h" and name[1].isdigit() else 0


def _title(node: Node) -> str:
    return words_of(node[2]) if not isinstance(node, str) else ""


def _units(whole: _Part, span: Span, wanted: Wanted) -> Iterator[Unit]:
    if whole.nodes:
        yield from _unit(_Part(whole.title, whole.nodes), span, wanted)
    for part in whole.parts:
        yield from _unit(part, span, wanted)


def _unit(part: _Part, span: Span, wanted: Wanted) -> Iterator[Unit]:
    asked: list[Question] = []
    welcome = _prose(tuple(part.nodes), asked, span, wanted)
    pages: list[Page | Bank] = []
    for each in part.parts:
        body = _prose(tuple(each.nodes), asked, span, wanted)
        if body:
            pages.append(Page(title=each.title, body=body, span=span))
    if asked:
        pages.append(Bank(title=part.title, questions=tuple(asked), span=span))
    if pages or welcome:
        yield Unit(title=part.title, welcome=welcome, pages=tuple(pages))


def _prose(nodes: Nodes, asked: list[Question], span: Span, wanted: Wanted) -> Text:
    """What is no question; questions are added to `asked`."""
    prose, found = parted(nodes, span, wanted)
    asked += found
    return Text(prose)
