"""`likert`: statements with one scale for all of them; a table whose cells are empty.

The first line has the scale, the first column the statements. A cell may show a circle or a box.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.model.question import (
    Choice,
    Interaction,
    Statement,
    SurveyInteraction,
    Unreadable,
)
from moocbuild.model.text import one_line
from moocbuild.source.markdown.texts import line_of
from moocbuild.source.pages.raw_question import (
    MAX_OPTIONS,
    TOO_MANY_OPTIONS,
    RawQuestion,
    block_of,
    words,
)
from moocbuild.source.pages.section import Section

ORDER = 0  # only with kind=likert
FORM = "write a table: the scale in its first line, a statement in each line below"

Element = ElementTree.Element

BAD_LIKERT = Rule(
    "MB176",
    "bad-likert-table",
    Severity.ERROR,
    """A Likert question is a table. Its first line has the scale, from the second column on, with
at least two steps; each line below has a statement in the first column, and the other cells are
empty or show a place to tick: `○`, `[ ]`. No answer is right.""",
    remedy="write a table: the scale in its first line, a statement in each line below",
)

_PLACES = frozenset({"", "○", "◯", "( )", "[ ]", "☐"})
"""What a cell may show where learners choose."""


def find(section: Section) -> Element | None:
    """A table."""
    return block_of(section, "table")


def parse(raw: RawQuestion) -> Interaction:
    """The scale and the statements."""
    scale = [cell for row in raw.answer.iterfind("thead/tr") for cell in row][1:]
    rows = [list(row) for row in raw.answer.iterfind("tbody/tr")]
    problem = _problem(scale, rows)
    if problem:
        place, message = problem
        span = raw.place if place is None else raw.section.reader.line(line_of(place))
        raw.report(BAD_LIKERT, span, f"{message} in '{raw.id}'", FORM)
        return Unreadable(message)
    if max(len(scale), len(rows)) > MAX_OPTIONS:
        raw.report(TOO_MANY_OPTIONS, raw.place, f"too many cells in '{raw.id}'")
    return SurveyInteraction(
        choices=tuple(_scale(raw, scale[:MAX_OPTIONS])),
        statements=tuple(_statements(raw, [row[0] for row in rows[:MAX_OPTIONS]])),
    )


def _scale(raw: RawQuestion, cells: Sequence[Element]) -> Iterator[Choice]:
    letters = raw.letters([_plain(cell) for cell in cells], f"{raw.id}/scale")
    for letter, cell in zip(letters, cells, strict=True):
        span = _place(raw, cell)
        yield Choice(id=letter, text=words(raw.section, cell, span), span=span)


def _statements(raw: RawQuestion, cells: Sequence[Element]) -> Iterator[Statement]:
    letters = raw.letters([_plain(cell) for cell in cells])
    for letter, cell in zip(letters, cells, strict=True):
        span = _place(raw, cell)
        yield Statement(id=letter, text=words(raw.section, cell, span), span=span)


def _problem(
    scale: Sequence[Element], rows: Sequence[Sequence[Element]]
) -> tuple[Element | None, str] | None:
    if len(scale) < 2:
        return None, "fewer than two steps in the scale"
    if not rows:
        return None, "no statement"
    ticked = next((cell for cell in _chosen(rows) if _plain(cell) not in _PLACES), None)
    return None if ticked is None else (ticked, f"'{_plain(ticked)[:20]}' in a place to tick")


def _chosen(rows: Iterable[Sequence[Element]]) -> Iterator[Element]:
    return (cell for row in rows for cell in row[1:])


def _plain(cell: Element) -> str:
    return one_line("".join(cell.itertext()))


def _place(raw: RawQuestion, cell: Element) -> Span:
    line = line_of(cell)
    said = _plain(cell)
    return raw.section.reader.find(said, line) if said else raw.section.reader.line(line)
