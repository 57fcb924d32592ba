"""Tables in files of their own: `![Prices in 2026](prices.csv)`, alone in its paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from moocbuild.diagnostics import Rule, Severity
from moocbuild.source.files.tables import SUFFIXES, Row, Table, TableFile, table_of
from moocbuild.source.markdown.media import called
from moocbuild.source.shared import FileReader

Element = ElementTree.Element

AMONG_WORDS = Rule(
    "MB185",
    "table-among-words",
    Severity.ERROR,
    """A table from a file is written as a picture among words, in an option or in a cell, where no
table can be. Write it alone in its paragraph, `![Prices in 2026](prices.csv)`, or as a link where
learners are to fetch the file.""",
    remedy="write it alone in its paragraph",
)
NO_CAPTION = Rule(
    "MB186",
    "table-without-caption",
    Severity.WARNING,
    """A table from a file has no caption, so nobody knows what its numbers are, least of all those
who hear it read. Write it between the brackets: `![Prices in 2026](prices.csv)`.""",
    remedy="write what the table shows between the brackets",
)
_NUMBER = re.compile(
    r"[€$£¥]?\s?[-+\u2212]?\s?"
    r"(?:\d{1,3}(?:[ .,'\u2019\u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?"
    r"\s?[%‰€$£¥]?"
)
_NO_NUMBER = frozenset({"", "-", "–", "—", "…", "n/a", "?"})
"""What stands in columns of numbers where there is none."""


def is_table(element: Element) -> bool:
    """Whether a picture or a link names a file of the course that is a table."""
    address = element.get("src" if element.tag == "img" else "href", "")
    if element.tag not in ("img", "a") or any(sign in address for sign in ":#?"):
        return False
    return address.lower().endswith(SUFFIXES)


def table_element(written: Element, file: TableFile, reader: FileReader) -> Element | None:
    """The table that a picture or link stands for; None after its file was reported."""
    found = table_of(file)
    if isinstance(found, list):
        for problem in found:
            reader.report(problem)
        return None
    caption = _caption(written)
    line = int(written.get("line", "0"))
    if not "".join(caption.itertext()).strip():
        help = "write what the table shows between the brackets"
        span = reader.find(written.get("src", ""), line)
        reader.report(NO_CAPTION.at(span, f"no caption for '{file.path[-60:]}'", help=help))
        return _made(found, None, str(line))
    return _made(found, caption, str(line))


def _caption(written: Element) -> Element:
    if written.tag == "a":
        return called(written)
    caption = Element("caption")
    caption.text = written.get("title") or written.get("alt", "")
    return caption


def _made(table: Table, caption: Element | None, line: str) -> Element:
    made = Element("table", {"line": line})
    if caption is not None:
        made.append(caption)
    right = [_is_right([row[place] for row in table.rows]) for place in range(len(table.head))]
    head = ElementTree.SubElement(ElementTree.SubElement(made, "thead"), "tr")
    _fill(head, "th", table.head, right)
    body = ElementTree.SubElement(made, "tbody")
    for row in table.rows:
        _fill(ElementTree.SubElement(body, "tr"), "td", row, right)
    return made


def _is_right(cells: Sequence[str]) -> bool:
    """Whether a column has numbers, which stand one below the other on the right."""
    numbers = [cell for cell in cells if cell not in _NO_NUMBER]
    return bool(numbers) and all(map(_NUMBER.fullmatch, numbers))


def _fill(row: Element, tag: str, cells: Row, right: Sequence[bool]) -> None:
    for cell, number in zip(cells, right, strict=True):
        made = ElementTree.SubElement(row, tag, {"scope": "col"} if tag == "th" else {})
        if number:
            made.set("class", "right")
        first, *more = cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        made.text = first
        for words in more:
            ElementTree.SubElement(made, "br").tail = words
