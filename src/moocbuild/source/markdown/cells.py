"""Tables whose rows do not fit: GitHub, and so we, show nothing of what is over, and no table at
all where the head does not fit the line of dashes below it.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from moocbuild.diagnostics import Rule, Severity
from moocbuild.source.markdown.texts import line_of
from moocbuild.source.shared import FileReader

Element = ElementTree.Element

LOST_CELLS = Rule(
    "MB157",
    "lost-cells",
    Severity.ERROR,
    """A row of a table has more cells than the head of the table, so learners would not see the
last ones. Add a column to the head. If the sign `|` is part of a cell, even in code, write
`\\|`.""",
    remedy="add a column to the head, or write '\\|' for a sign within a cell",
)
NO_TABLE = Rule(
    "MB193",
    "no-table",
    Severity.ERROR,
    """The head of a table and the line of dashes below it have not the same number of cells. Then
there is no table: learners would see bars and dashes. Write dashes for each column. If the sign
`|` is part of a cell, as in `$|x|$`, write `\\|`.""",
    remedy="write dashes for each column, or '\\|' for a sign within a cell",
)

_DASHES = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_PART = re.compile(r"(?<!\\)\|")
_BEFORE = re.compile(r"(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t]){0,80}")
"""What stands before a row in a quotation or a list."""


def check_cells(blocks: tuple[Element, ...], reader: FileReader) -> None:
    """Reports the first such row of each table in `blocks`, and what is no table."""
    for block in blocks:
        for table in block.iter("table"):
            _check(table, reader)
        for paragraph in block.iter("p"):
            _check_bars(paragraph, reader)


def _check_bars(paragraph: Element, reader: FileReader) -> None:
    first = line_of(paragraph)
    last = int(paragraph.get("last") or first)
    if first == last:
        return
    above = _row(first, reader)
    for number in range(first + 1, last + 1):
        line = _row(number, reader)
        if "|" in line and "|" in above and _DASHES.fullmatch(line):
            head, dashes = len(_cells(above)), len(_cells(line))
            message = f"no table: its head has {head} cells, the line of dashes below it {dashes}"
            reader.report(NO_TABLE.at(reader.find(above, number - 1), message))
            return
        above = line


def _row(number: int, reader: FileReader) -> str:
    """A line without what stands before it in a quotation or a list."""
    text = reader.file.line(number)
    return text[_BEFORE.match(text).end() :].strip()  # type: ignore[union-attr]


def _cells(row: str) -> list[str]:
    return _PART.split(row.removeprefix("|").removesuffix("|"))


def _check(table: Element, reader: FileReader) -> None:
    head = table.find("thead/tr")
    for row in table.findall("tbody/tr") if head is not None else ():
        line = line_of(row)
        if not _PART.search(reader.file.line(line)):
            continue
        over = _cells(_row(line, reader))[len(head or ()) :]
        lost = next((cell.strip() for cell in over if cell.strip()), "")
        if lost:
            message = f"the cell '{lost[:40]}' has no column"
            help = "add a column to the head, or write '\\|' for a sign within a cell"
            reader.report(LOST_CELLS.at(reader.find(lost, line), message, help=help))
            return
