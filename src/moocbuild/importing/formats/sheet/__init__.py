"""Sheets of questions, a row each: CSV, TSV, and XLSX by openpyxl (MIT), of the extra `import`.

The heads of columns say what they hold, in any order: `question`, `option a` …, `answer`, `type`,
`feedback a` …, `explanation`, `hint`, `points`, `tags`, `category`, `id`, `title`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from moocbuild.diagnostics.importing import CODES, KIND, NEEDS_EXTRA, UNREADABLE
from moocbuild.importing.brought import Brought
from moocbuild.importing.errors import ImportFailed
from moocbuild.importing.format import Format, Wanted
from moocbuild.importing.formats.sheet.columns import Columns, columns
from moocbuild.importing.formats.sheet.row import read_row
from moocbuild.importing.html import Html
from moocbuild.importing.shelves import Shelf, units
from moocbuild.importing.source import Source

Rows = list[list[str]]
_ENDS = (".csv", ".tsv", ".tab")
_BOOK = "xl/workbook.xml"
_MOST_ROWS, _MOST_COLUMNS = 100_000, 200


def recognises(source: Source) -> bool:
    """A workbook, or a text by its end."""
    if source.archive is not None:
        return _BOOK in source.archive.members
    return source.suffix in _ENDS and bool(source.data)


def read(source: Source, wanted: Wanted) -> Brought:
    """Each category as a quiz; without a column for it, each sheet of the workbook."""
    shelves: dict[tuple[str, ...], Shelf] = {}
    codes: dict[str, str] = {}
    reader = Html(find=lambda address: None, report=wanted.report)
    sheets = _sheets(source, wanted)
    heads = [(name, rows, columns(rows)) for name, rows in sheets]
    if not any(found for _, _, found in heads):
        help = "call a column 'question' and others 'option a', 'option b' and 'answer'"
        message = "no row names a column for questions and one for answers"
        raise ImportFailed(UNREADABLE.at(source.span(1), message, help=help))
    for name, rows, found in heads:
        if found is None:
            message = f"the sheet '{name[:40]}' has no column for questions"
            wanted.report(KIND.at(source.span(), message))
            continue
        for number, row in enumerate(rows[found.row + 1 :], found.row + 2):
            if not any(cell.strip() for cell in row):
                continue
            span = source.span(number)
            asked = read_row(_Row(row, found), span, reader, wanted)
            path = _path(_Row(row, found).of("group"), name, len(sheets))
            shelf = shelves.setdefault(path, Shelf(path=path, span=span))
            if asked is not None:
                shelf.questions.append(asked)
                codes |= {ref.code: "" for ref in asked.competencies}
    if codes:
        wanted.report(CODES.at(source.span(), f"{len(codes)} tags: {', '.join(list(codes)[:5])}"))
    found_units = units(shelves.values(), source.stem, wanted.report)
    return Brought(units=found_units, title=source.stem, codes=codes, language=wanted.language)


class _Row:
    """The cells of a row by what they are."""

    def __init__(self, cells: Sequence[str], heads: Columns) -> None:
        self._cells, self._heads = cells, heads

    def of(self, role: str) -> str:
        """A cell, "" without such a column."""
        return self._at(self._heads.roles.get(role))

    def options(self) -> Iterator[tuple[str, str, str]]:
        """Letter, words and feedback of each option that is not empty."""
        for letter, place in self._heads.options.items():
            if words := self._at(place):
                yield letter, words, self._at(self._heads.said.get(letter))

    def _at(self, place: int | None) -> str:
        return self._cells[place].strip() if place is not None and place < len(self._cells) else ""


def _path(group: str, sheet: str, sheets: int) -> tuple[str, ...]:
    names = [part.strip() for part in group.split("/") if part.strip()]
    return tuple(names) or ((sheet,) if sheets > 1 else ())


def _sheets(source: Source, wanted: Wanted) -> list[tuple[str, Rows]]:
    if source.archive is not None:
        return list(_workbook(source))
    text = source.text(wanted.report)
    first = text.partition("\n")[0]
    best = max(",;\t|", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=best if best in first else ","))
    except csv.Error as error:
        raise ImportFailed(UNREADABLE.at(source.span(), str(error))) from error
    return [(source.stem, rows)]


def _workbook(source: Source) -> Iterator[tuple[str, Rows]]:
    """The sheets that are shown. The archive has been verified before openpyxl unpacks it."""
    try:
        import openpyxl
    except ImportError:
        raise ImportFailed(NEEDS_EXTRA.at(source.span(), "XLSX needs openpyxl")) from None
    packed = source.repacked()
    try:
        book = openpyxl.load_workbook(packed, read_only=True, data_only=True)
    except Exception as error:  # openpyxl has no errors of its own for what it cannot read
        message = f"not a workbook that openpyxl reads: {str(error)[:80]}"
        raise ImportFailed(UNREADABLE.at(source.span(), message)) from error
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        rows = sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)
        yield sheet.title, [[_written(value) for value in row] for row in rows]


def _written(value: object) -> str:
    """A cell as people read it: 5.0 is 5, a truth is a word."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


FORMAT = Format(
    name="sheet",
    title="a sheet of questions",
    recognises=recognises,
    read=read,
    order=45,
)
