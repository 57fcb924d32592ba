"""Tables in files: CSV and its relatives, as rows of plain cells, or why they are none.

RFC 4180, in UTF-8 with or without a mark at its beginning. Nothing in a cell is run or read as
Markdown: `=SUM(A1:A9)` is that text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.values import dataclass

BAD_TABLE = Rule(
    "MB184",
    "bad-table-file",
    Severity.ERROR,
    """A file that a page shows as a table cannot be read as one. Its first line names the columns,
and every other line has as many cells, parted by commas, semicolons or tabs; a cell with such a
sign or a line break in it stands in double quotes. The file is UTF-8 text of at most 200 KB, 1,000
lines and 40 columns: what is larger helps nobody on a page, so show a part of it and link to the
whole.""",
    remedy="give every line as many cells as the first one",
)
SUFFIXES = (".csv", ".tsv")
MAX_BYTES = 200_000
MAX_ROWS = 1_000
MAX_COLUMNS = 40
_ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SIGNS = {",": "commas", ";": "semicolons", "\t": "tabs"}

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file that a page may show. text: "" where it cannot be read, which `problem` says."""

    path: str
    text: str = ""
    problem: Diagnostic | None = None

    def line(self, number: int) -> str:
        """Line `number` (from 1), "" outside the file."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """rows: as many cells in each as in the head."""

    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """The cells of a row, and the line of the file on which it begins."""

    cells: Row
    line: int

    @property
    def empty(self) -> bool:
        return not any(self.cells)


def read_table_file(path: Path, name: str) -> TableFile:
    """The text of a file; its problem is one only if a page shows it."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _problem(name, f"the file cannot be read: {(error.strerror or '').lower()}")
    if len(data) > MAX_BYTES:
        return _problem(name, "the file is larger than 200 KB", help="leave a part of it out")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _problem(name, "the file is UTF-16", help="save it as UTF-8", line=1)
    try:
        return TableFile(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return _problem(name, message, help="save the file as UTF-8", line=line)


def _problem(name: str, message: str, *, help: str = "", line: int = 0) -> TableFile:
    return TableFile(name, problem=BAD_TABLE.at(Span(name, line), message, help=help))


def table_of(file: TableFile) -> Table | list[Diagnostic]:
    """The table that a file holds, or everything that is wrong with it."""
    if file.problem is not None:
        return [file.problem]
    if odd := _ODD.search(file.text):
        number = file.text.count("\n", 0, odd.start()) + 1
        return [_at(file, number, f"a control character (U+{ord(odd[0]):04X})", "delete it")]
    sign = _sign(file)
    lines, broken = _parsed(file.text, sign)
    if broken is not None:
        return [
            _at(file, broken, "a quotation mark is not closed, or stands within a cell", _QUOTE)
        ]
    lines = [line for line in lines if not line.empty]
    if len(lines) < 2:
        return [_at(file, 1, "no lines below the names of columns", "write one")]
    problems = list(_wrong(file, lines, sign))
    return problems or Table(lines[0].cells, tuple(line.cells for line in lines[1:]))


_QUOTE = 'write the whole cell in double quotes, and "" for one within it'


def _at(file: TableFile, line: int, message: str, help: str = "") -> Diagnostic:
    return BAD_TABLE.at(Span(file.path, line, 1, len(file.line(line))), message, help=help)


def _sign(file: TableFile) -> str:
    """What parts cells: the sign that gives all lines the same number of them, the most."""
    if file.path.lower().endswith(".tsv"):
        return "\t"

    def fit(sign: str) -> tuple[bool, int]:
        lines, broken = _parsed(file.text, sign)
        counts = [len(line.cells) for line in lines if not line.empty] or [0]
        even = broken is None and len(set(counts)) == 1 and counts[0] > 1
        return even, counts[0]

    return max(_SIGNS, key=fit)


def _parsed(text: str, sign: str) -> tuple[list[_Line], int | None]:
    """The rows, and the line from which on they cannot be read."""
    lines: list[_Line] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    begun = 1
    try:
        for cells in reader:
            lines.append(_Line(tuple(cell.strip() for cell in cells), begun))
            begun = reader.line_num + 1
    except csv.Error:
        return lines, begun
    return lines, None


def _wrong(file: TableFile, lines: Sequence[_Line], sign: str) -> Iterator[Diagnostic]:
    head = lines[0]
    width = len(head.cells)
    if width > MAX_COLUMNS:
        yield _at(file, head.line, f"{width} columns", f"keep {MAX_COLUMNS} or fewer")
    if len(lines) > MAX_ROWS:
        yield _at(
            file, lines[MAX_ROWS].line, f"more than {MAX_ROWS:,} lines", "leave some of them out"
        )
    for line in lines[1:]:
        count = len(line.cells)
        if count != width:
            cells = "1 cell" if count == 1 else f"{count} cells"
            columns = "1 column" if width == 1 else f"{width} columns"
            help = f"use {_SIGNS[sign]} between cells, and quotes around one that has them"
            yield _at(file, line.line, f"{cells}, but the table has {columns}", help)
