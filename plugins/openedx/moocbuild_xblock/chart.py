"""The learner's map as values: what a course asks for, and which blocks can show it.

What a learner did is read from what the platform keeps of those blocks; nonsense in it costs only
itself.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element as Element

from moocbuild_xblock import xmldata
from moocbuild_xblock.common import Line, Prompt, offers_help, read_lines, read_prompts
from moocbuild_xblock.evidence import Kind, Piece
from moocbuild_xblock.xmldata import flag

ROOT = "competencies"

StateOf = Callable[[str, str], Mapping[str, Any]]
"""(type, url_name) of a block of the course → what the platform keeps of the learner there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """label: in plain words. practice: only people can show it. asked: the course asks for it."""

    code: str
    label: str
    practice: bool
    asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A group of items, as the framework has it."""

    code: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A block that can show items; the first is its main one. block: its url_name. question: what
    it asks, where other blocks ask the same.
    """

    block: str
    kind: Kind
    points: float
    items: tuple[str, ...]
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """later: how many more items the framework has. help: whether help is offered."""

    language: str
    later: int
    categories: tuple[Category, ...]
    sources: tuple[Source, ...]
    prompts: tuple[Prompt, ...]
    lines: tuple[Line, ...]
    help: bool = True

    def in_final(self) -> frozenset[str]:
        """Items that a final assessment asks for."""
        finals = (source for source in self.sources if source.kind == "final")
        return frozenset(item for source in finals for item in source.items)

    def journal(self) -> list[tuple[str, list[Prompt]]]:
        """Prompts by the page they stand on."""
        groups: dict[str, list[Prompt]] = {}
        for prompt in self.prompts:
            groups.setdefault(prompt.page, []).append(prompt)
        return list(groups.items())

    def practice(self) -> list[Item]:
        """Items that need people."""
        return [item for category in self.categories for item in category.items if item.practice]


def read_chart(data: str) -> Chart:
    """The map that a block holds; `BadDataError` says what is wrong with it."""
    root = xmldata.parse(data, ROOT)
    questions = (_question(node) for node in root.iterfind("question"))
    scenarios = (_source(node, "scenario", 1.0) for node in root.iterfind("scenario"))
    return Chart(
        language=root.get("language", ""),
        later=xmldata.number(root, "later"),
        categories=tuple(_category(node) for node in root.iterfind("category")),
        sources=(*questions, *scenarios),
        prompts=read_prompts(root),
        lines=read_lines(root),
        help=offers_help(root),
    )


def pieces(chart: Chart, state_of: StateOf) -> Iterator[Piece]:
    """What a learner's answers and simulations show; nothing of what was never tried.

    A question is evidence once: by what was answered in a final, else by the best answer.
    """
    answers: dict[str, list[tuple[Piece, ...]]] = {}
    for source in chart.sources:
        if source.kind == "scenario":
            yield from _of_scenario(source, state_of("moocbuild_scenario", source.block))
        elif found := tuple(_of_question(source, state_of("problem", source.block))):
            answers.setdefault(source.question, []).append(found)
    for given in answers.values():
        finals = [found for found in given if found[0].kind == "final"]
        yield from max(finals or given, key=lambda found: found[0].share)


def _of_question(source: Source, state: Mapping[str, Any]) -> Iterator[Piece]:
    score = state.get("score")
    if not state.get("attempts") or not isinstance(score, Mapping):
        return
    earned, possible = score.get("raw_earned"), score.get("raw_possible")
    if not _sound(possible, math.inf) or not possible or not _sound(earned, possible):
        return
    for place, item in enumerate(source.items):
        yield Piece(
            item=item,
            kind=source.kind,
            share=earned / possible,
            points=source.points,
            main=place == 0,
        )


def _of_scenario(source: Source, state: Mapping[str, Any]) -> Iterator[Piece]:
    best = state.get("best")
    for item, share in best.items() if isinstance(best, Mapping) else ():
        if item in source.items and _sound(share, 1.0):
            yield Piece(item=item, kind="scenario", share=share)


def _sound(value: object, most: float) -> bool:
    """Whether `value` is a finite number from 0 to `most`."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and 0 <= value <= most


def _category(node: Element) -> Category:
    items = tuple(
        Item(
            code=item.get("code", ""),
            label=item.get("label", ""),
            practice=flag(item, "practice"),
            asked=flag(item, "asked"),
        )
        for item in node.iterfind("item")
    )
    return Category(code=node.get("code", ""), title=node.get("title", ""), items=items)


def _question(node: Element) -> Source:
    kind: Kind = "final" if flag(node, "final") else "quiz"
    return _source(node, kind, float(node.get("points", "1")))


def _source(node: Element, kind: Kind, points: float) -> Source:
    items = tuple(each.get("item", "") for each in node.iterfind("shows"))
    block = node.get("block", "")
    same = node.get("same-as", block)
    return Source(block=block, kind=kind, points=points, items=items, question=same)
