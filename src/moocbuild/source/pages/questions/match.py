"""`match`: a table; each left cell finds its right one.

An empty left cell is a distractor, the same right cell may recur (sorting), a third column is the
row's feedback.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.model.question import (
    Interaction,
    MatchInteraction,
    MatchOption,
    MatchRow,
    Unreadable,
)
from moocbuild.model.text import EMPTY, Text, paragraph, text
from moocbuild.source.markdown.texts import line_of
from moocbuild.source.pages.raw_question import (
    MAX_OPTIONS,
    TOO_MANY_OPTIONS,
    RawQuestion,
    block_of,
    words,
)
from moocbuild.source.pages.section import Section
from moocbuild.values import dataclass

ORDER = 50
FORM = "write a table with two columns"

Element = ElementTree.Element

BAD_TABLE = Rule(
    "MB124",
    "bad-match-table",
    Severity.ERROR,
    """A matching question is a table with two columns, left and right, and an optional third for
feedback. It needs at least two rows with a left cell, and no right cell may be empty.""",
    remedy="write a table of two or three columns, with a right cell in every row",
)

_BOX = re.compile(r"\[[ xX]?\]")
_CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell of the table: its words as written, by which course.lock knows them."""

    source: str
    content: Element
    span: Span


_Row = tuple[_Cell, _Cell, _Cell | None]


def find(section: Section) -> Element | None:
    """A table."""
    return block_of(section, "table")


def parse(raw: RawQuestion) -> Interaction:
    """Rows with their right cells; cells that no row names are distractors."""
    rows = list(_rows(raw))
    wide = next((row for row in raw.answer.iter("tr") if len(row) > 3), None)
    if wide is not None:
        rows = []
    problem = (None, "a fourth column") if wide is not None else _problem(rows)
    if problem:
        span, message = problem
        raw.report(BAD_TABLE, span or raw.place, f"{message} in '{raw.id}'")
        return Unreadable(message)
    if len(rows) > MAX_OPTIONS:
        raw.report(TOO_MANY_OPTIONS, raw.place, f"{len(rows)} rows in '{raw.id}'")
        rows = rows[:MAX_OPTIONS]
    rights = list(dict.fromkeys(right.source for _, right, _ in rows))
    id_of = dict(zip(rights, raw.letters(rights, f"{raw.id}/right"), strict=True))
    first = {right.source: right for _, right, _ in reversed(rows)}
    options = tuple(MatchOption(id=id_of[r], text=_words(raw, first[r])) for r in rights)
    return MatchInteraction(rows=_match_rows(raw, rows, id_of), options=options)


def _match_rows(raw: RawQuestion, rows: list[_Row], id_of: dict[str, str]) -> tuple[MatchRow, ...]:
    asked = [row for row in rows if row[0].source]
    letters = raw.letters([left.source for left, _, _ in asked])
    return tuple(
        MatchRow(
            id=letter,
            left=_words(raw, left),
            right=id_of[right.source],
            feedback=_paragraph(raw, said) if said else EMPTY,
            span=left.span,
        )
        for letter, (left, right, said) in zip(letters, asked, strict=True)
    )


def _paragraph(raw: RawQuestion, cell: _Cell) -> Text:
    said = raw.section.texts.inside(cell.content)
    return text(paragraph(said)) if said else EMPTY


def _words(raw: RawQuestion, cell: _Cell) -> Text:
    return words(raw.section, cell.content, cell.span)


def _rows(raw: RawQuestion) -> Iterator[_Row]:
    reader = raw.section.reader
    for row in raw.answer.findall("tbody/tr"):
        line = line_of(row)
        whole = reader.file.line(line).strip()
        written = _CELL.split(whole.removeprefix("|").removesuffix("|"))
        sources = [source.strip().replace("\\|", "|") for source in written]
        cells = [
            _Cell(source, cell, reader.find(source, line) if source else reader.line(line))
            for source, cell in zip(sources, row, strict=False)
        ]
        nothing = _Cell("", ElementTree.Element("td"), reader.line(line))
        cells += [nothing] * (2 - len(cells))
        yield cells[0], cells[1], cells[2] if len(cells) > 2 else None


def _problem(rows: list[_Row]) -> tuple[Span | None, str] | None:
    for left, right, _ in rows:
        if _BOX.fullmatch(left.source) or _BOX.fullmatch(right.source):
            return left.span, "boxes in a table"
    for _, right, _ in rows:
        if not right.source:
            return right.span, "a right cell is empty"
    if sum(bool(left.source) for left, _, _ in rows) < 2:
        return None, "fewer than two rows"
    return None
