"""Rows of a table with more cells than its head: GitHub, and so we, show none of what is over."""

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

_PART = re.compile(r"(?<!\\)\|")
_BEFORE = re.compile(r"(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t]){0,80}")
"""What stands before a row in a quotation or a list."""


def check_cells(blocks: tuple[Element, ...], reader: FileReader) -> None:
    """Reports the first such row of each table in `blocks`."""
    for block in blocks:
        for table in block.iter("table"):
            _check(table, reader)


def _check(table: Element, reader: FileReader) -> None:
    head = table.find("thead/tr")
    for row in table.findall("tbody/tr") if head is not None else ():
        line = line_of(row)
        text = reader.file.line(line)
        if not _PART.search(text):
            continue
        said = text[_BEFORE.match(text).end() :].strip()  # type: ignore[union-attr]
        over = _PART.split(said.removeprefix("|").removesuffix("|"))[len(head or ()) :]
        lost = next((cell.strip() for cell in over if cell.strip()), "")
        if lost:
            message = f"the cell '{lost[:40]}' has no column"
            help = "add a column to the head, or write '\\|' for a sign within a cell"
            reader.report(LOST_CELLS.at(reader.find(lost, line), message, help=help))
            return
