"""A row of reviews.yml, put into the file without touching the rest of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from moocbuild.diagnostics import Span
from moocbuild.source.reviews import PATH
from moocbuild.source.yaml.reader import Node, read_yaml

Row = Mapping[str, str]
"""In the order in which it is written; each value is one line."""

_PLAIN = re.compile(
    r"(\d+-)?[^\W\d_]([\w .,'’()/-]*[\w.)])?|\d{4}-\d\d-\d\d|\d+(\.\d+){2,}|[0-9a-f]{32}"
)
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_NEW = """\
# Who has reviewed which unit: people who read a whole unit, stand by what it says, and agreed to
# be listed here. `moocbuild review --sign` adds a row; programs are not listed.

reviews:
"""
_END = "..."
"""Of a YAML document, where somebody has written it."""
_BOM = "\ufeff"


class NoRoomError(ValueError):
    """The file cannot be changed by itself; nothing was. row: the lines that belong into it."""

    def __init__(self, row: str) -> None:
        super().__init__(f"{PATH} cannot be changed by itself")
        self.row = row


def with_review(text: str | None, row: Row) -> str:
    """The file with a further row; a new one for None. Raises NoRoomError."""
    if text is None:
        return _NEW + "".join(f"{line}\n" for line in _lines(row, "  - "))
    bom = _BOM if text.startswith(_BOM) else ""
    body = text.removeprefix(_BOM)
    before = _rows(body)
    if before is not None:
        for changed in _tries(body, row):
            if _rows(changed) == [*before, dict(row)]:
                return bom + changed
    raise NoRoomError("\n".join(_lines(row, "  - ")))


def _read(text: str) -> Node | None:
    return read_yaml(text.replace("\r\n", "\n"), PATH, lambda _: None)


def _rows(text: str) -> list[object] | None:
    """What is listed; None where that cannot be read."""
    node = _read(text)
    if node is None or not isinstance(node.value, dict):
        return [] if node is not None and not _content(text) else None
    plain = node.child("reviews").plain() if "reviews" in node.value else []
    return plain if isinstance(plain, list) else [] if plain is None else None


def _content(text: str) -> bool:
    lines = (line.strip() for line in text.split("\n"))
    return any(line and line != _END and not line.startswith("#") for line in lines)


def _lines(row: Row, lead: str) -> list[str]:
    """The row as lines of a list."""
    below = " " * len(lead)
    pairs = [f"{key}: {_value(value)}" for key, value in row.items()]
    return [f"{lead if not n else below}{pair}" for n, pair in enumerate(pairs)]


def _value(value: str) -> str:
    if _PLAIN.fullmatch(value) and value.casefold() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)


def _tries(text: str, row: Row) -> Iterator[str]:
    """Ways to write it, the best first; which of them are right is seen when they are read."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    node = _read(text)
    if node is None or not isinstance(node.value, dict) or "reviews" not in node.value:
        yield _put(lines, len(lines), ["reviews:", *_lines(row, "  - ")], end)
        return
    listed, key = node.child("reviews"), node.keys["reviews"]
    if isinstance(listed.value, list) and listed.value:
        yield from _further(lines, listed.value, row, end, _limit(node, key))
        return
    line = lines[key.line - 1]
    start = key.column - 1 + len("reviews:")
    rest = re.sub(r"^\s*\[\s*\]|^\s*~|^\s*null\b", "", line[start:])
    lines[key.line - 1] = line[:start] + rest
    yield _put(lines, key.line, _lines(row, f"{' ' * (key.column - 1)}  - "), end)


def _further(
    lines: list[str], listed: list[Node], row: Row, end: str, limit: int
) -> Iterator[str]:
    """Behind the last row, or else before the first; within brackets, as a last one there."""
    first, last = listed[0].span, listed[-1].span
    lead = lines[first.line - 1][: first.column - 1]
    if re.fullmatch(r"\s*-\s+", lead):
        place = min(limit, len(lines))
        while place > last.line and not _content(lines[place - 1]):
            place -= 1
        yield _put(lines, place, _lines(row, lead), end)
        yield _put(lines, limit, _lines(row, lead), end)
    whole = "\n".join(lines)
    flow = ", ".join(f"{key}: {_quoted(value)}" for key, value in row.items())
    for place in [match.start() for match in re.finditer(r"\s*,?\s*\]", whole)][::-1]:
        yield f"{whole[:place]}, {{{flow}}}{whole[place:].lstrip(',')}"


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _limit(node: Node, key: Span) -> int:
    """The number of the line before the next key of the file, or a high one."""
    below = [span.line - 1 for span in node.keys.values() if span.line > key.line]
    return min(below, default=_LAST)


_LAST = 1 << 30
"""Behind the last line, however many there are."""


def _put(lines: list[str], place: int, new: list[str], end: str) -> str:
    """`new` behind line `place`; every other line stays as it is, with its own end."""
    place = min(place, len(lines))
    if place == len(lines) and lines and not lines[-1].strip():
        place -= 1  # what follows the last line end is no line
    head, tail = lines[:place], lines[place:]
    carriage = end[:-1]
    if not tail and head and head[-1]:
        head[-1] += carriage  # a file without a line end gets one
    added = [line + carriage for line in new]
    return "\n".join([*head, *added, *(tail or [""])])
