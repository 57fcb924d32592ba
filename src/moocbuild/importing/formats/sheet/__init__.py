"""Sheets of questions, a row each: CSV, TSV, and XLSX by openpyxl (MIT), of the extra `import`.

The heads of columns say what they hold, in any order: `question`, `option a` …, `answer`, `type`,
`feedback a` …, `explanation`, `hint`, `points`, `tags`, `category`, `id`, `title`. Options may
stand in one column `options`, too, or as a `correct answer` beside `wrong answer 1` ….
"""

from __future__ import annotations

import csv
import io
import string
from collections.abc import Iterator, Sequence

from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import CODES, COLUMN, KIND, NEEDS_EXTRA, UNREADABLE
from moocbuild.importing.asked import decimal
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
_LETTERS = string.ascii_uppercase


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
        below = rows[found.row + 1 :]
        first = _counts_from(found, below)
        _tell(found, rows, first, source.span(found.row + 1), wanted)
        for number, cells in enumerate(below, found.row + 2):
            if not any(cell.strip() for cell in cells):
                continue
            span = source.span(number)
            row = _Row(cells, found, first)
            asked = read_row(row, span, reader, wanted)
            path = _path(row.of("group"), name, len(sheets))
            shelf = shelves.setdefault(path, Shelf(path=path, span=span))
            if asked is not None:
                shelf.questions.append(asked)
                codes |= {ref.code: "" for ref in asked.competencies}
    if codes:
        wanted.report(CODES.at(source.span(), f"{len(codes)} tags: {', '.join(list(codes)[:5])}"))
    found_units = units(shelves.values(), source.stem, wanted.report)
    return Brought(units=found_units, title=source.stem, codes=codes, language=wanted.language)


def _tell(
    found: Columns, rows: Sequence[Sequence[str]], first: int, span: Span, wanted: Wanted
) -> None:
    """Reports columns that are not read, and how the key was understood."""
    heads = rows[found.row]
    held = {place for cells in rows[found.row + 1 :] for place, cell in enumerate(cells) if cell}
    unread = ", ".join(f"'{heads[place].strip()[:30]}'" for place in found.unread if place in held)
    if unread:
        wanted.report(COLUMN.at(span, f"not read: {unread}"))
    if first == 0:
        wanted.report(KIND.at(span, "the key counts options from 0"))


def _counts_from(found: Columns, rows: Sequence[Sequence[str]]) -> int:
    """0 where the key is called an index or holds a 0, and never goes as far as options do."""
    place = found.roles.get("right")
    if place is None or not found.options:
        return 1
    keys = [cells[place].strip() for cells in rows if place < len(cells)]
    keys = [key for key in keys if key]
    numbers = [int(key) for key in keys if key.isascii() and key.isdigit()]
    if len(numbers) < len(keys) or not numbers or max(numbers) >= len(found.options):
        return 1
    return 0 if found.index or min(numbers) == 0 else 1


class _Row:
    """The cells of a row by what they are. first: the number of the first option in the key."""

    def __init__(self, cells: Sequence[str], heads: Columns, first: int) -> None:
        self._cells, self._heads, self._first = cells, heads, first

    def of(self, role: str) -> str:
        """A cell, "" without such a column."""
        cell = self._at(self._heads.roles.get(role))
        if role == "right" and self._first == 0 and cell:
            return chr(ord("A") + int(cell))
        return cell

    def options(self) -> Iterator[tuple[str, str, str]]:
        """Letter, words and feedback of each option that is not empty."""
        for letter, words in self._options():
            if words:
                yield letter, words, self._at(self._heads.said.get(letter))

    def _options(self) -> Iterator[tuple[str, str]]:
        """Columns of their own; one with all; or the right one, and those of wrong ones."""
        wrong = [self._at(place) for place in self._heads.wrong]
        if self._heads.options:
            yield from ((name, self._at(place)) for name, place in self._heads.options.items())
        elif "choices" in self._heads.roles:
            yield from zip(_LETTERS, _listed(self.of("choices")), strict=False)
        elif any(wrong):
            yield from zip(_LETTERS, [self.of("right"), *wrong], strict=False)

    def worth(self) -> dict[str, float]:
        """Letter → share of the points; of the best, which earn all of them."""
        found = {
            name: float(decimal(self._at(place)) or 0) for name, place in self._heads.worth.items()
        }
        best = max(found.values(), default=0.0)
        return {name: share / best for name, share in found.items()} if best > 0 else {}

    def also(self) -> Iterator[str]:
        """Answers that are accepted beside the right one."""
        yield from filter(None, map(self._at, self._heads.also))

    def _at(self, place: int | None) -> str:
        return self._cells[place].strip() if place is not None and place < len(self._cells) else ""


def _listed(cell: str) -> list[str]:
    """Options within one cell, parted by the first of these signs that stands there."""
    sign = next((each for each in "|\n;" if each in cell), ",")
    return [part.strip() for part in cell.split(sign)][: len(_LETTERS)]


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
