"""`match`: a table; each left cell finds its right one.

An empty left cell is a distractor, the same right cell may recur (sorting), a third column is the
row's feedback.
"""

from __future__ import annotations

import re

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import (
    Interaction,
    MatchInteraction,
    MatchOption,
    MatchRow,
    Unreadable,
)
from moocbuild.model.richtext import EMPTY
from moocbuild.source.context import Context
from moocbuild.source.markdown.fragment import Fragment
from moocbuild.source.markdown.render import render
from moocbuild.source.pages.raw_question import (
    MAX_OPTIONS,
    TOO_MANY_OPTIONS,
    RawQuestion,
    block_of,
    words,
)
from moocbuild.source.pages.section import Block, Section

ORDER = 50

BAD_TABLE = Rule(
    "MB124",
    "bad-match-table",
    Severity.ERROR,
    """A match is a table of two columns, left and right, with an optional third for feedback. It
needs two rows with a left cell, and no right cell may be empty.""",
)

_CELL = re.compile(r"(?<!\\)\|")


def find(section: Section, language: str) -> Block | None:
    """A table."""
    return block_of(section, "table")


def parse(question: RawQuestion, context: Context) -> Interaction:
    """Rows with their right cells; cells that no row names are distractors."""
    cells = _rows(question)
    problem = _problem(cells)
    if problem:
        line, message = problem
        span = question.section.fragment(line, line).span if line else question.place
        context.report(BAD_TABLE.at(span, f"{message} in '{question.id}'"))
        return Unreadable(message)
    if len(cells) > MAX_OPTIONS:
        context.report(
            TOO_MANY_OPTIONS.at(question.place, f"{len(cells)} rows in '{question.id}'")
        )
        cells = cells[:MAX_OPTIONS]
    rights = list(dict.fromkeys(right.text for _, right, _ in cells))
    letters = context.ids.letters(f"{question.id}/right", rights)
    id_of = dict(zip(rights, letters, strict=True))
    first = {right.text: right for _, right, _ in reversed(cells)}
    options = tuple(MatchOption(id=id_of[r], text=words(first[r], context)) for r in rights)
    return MatchInteraction(rows=_match_rows(question, cells, id_of, context), options=options)


def _match_rows(
    question: RawQuestion,
    cells: list[tuple[Fragment, Fragment, Fragment | None]],
    id_of: dict[str, str],
    context: Context,
) -> tuple[MatchRow, ...]:
    asked = [row for row in cells if row[0].text]
    letters = context.ids.letters(question.id, [left.text for left, _, _ in asked])
    return tuple(
        MatchRow(
            id=letter,
            left=words(left, context),
            right=id_of[right.text],
            feedback=render(said, context) if said else EMPTY,
            span=left.span,
        )
        for letter, (left, right, said) in zip(letters, asked, strict=True)
    )


def _rows(question: RawQuestion) -> list[tuple[Fragment, Fragment, Fragment | None]]:
    rows = []
    for line in range(question.answer.first + 2, question.answer.last + 1):
        text = question.section.document.file.line(line).strip()
        cells = _CELL.split(text.removeprefix("|").removesuffix("|"))
        found = [
            Fragment(question.section.path, line, (cell.strip().replace("\\|", "|"),))
            for cell in cells
        ]
        empty = Fragment(question.section.path, line, ("",))
        found += [empty] * (2 - len(found))
        rows.append((found[0], found[1], found[2] if len(found) > 2 else None))
    return rows


def _problem(cells: list[tuple[Fragment, Fragment, Fragment | None]]) -> tuple[int, str] | None:
    for _left, right, _ in cells:
        if not right.text:
            return right.line, "a right cell is empty"
    if sum(bool(left.text) for left, _, _ in cells) < 2:
        return 0, "fewer than two rows"
    return None
