"""Tables as GitHub reads them: a rule for markdown-it-py in place of its own.

A row of dashes makes a table of the line above it, whatever that line is, if it has as many
cells and both stand in the same paragraph: `- | a |` begins a list. One column needs no bar but
in the row of dashes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_block import StateBlock

_DASHES = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?")
_LIST = re.compile(r"-[ \t]")
_TABLE = "table"
_CELL = re.compile(r"((?:\\\||[^|])*)(\||\Z)")
_MOST_ADDED = 100_000
"""Cells that rows lack: a few bytes a row must not become megabytes."""


def table(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    """The rule. Within a table another does not begin."""
    if state.parentType == _TABLE:
        return False
    columns = _columns(state, line, last)
    if not columns:
        return False
    if silent:
        return True
    opened = state.push("table_open", "table", 1)
    opened.map = [line, 0]
    state.push("thead_open", "thead", 1).map = [line, line + 1]
    _row(state, line, "th", columns, _cells(_line(state, line)))
    state.push("thead_close", "thead", -1)
    state.line = _body(state, line + 2, last, columns)
    opened.map[1] = state.line
    state.push("table_close", "table", -1)
    return True


def _columns(state: StateBlock, line: int, last: int) -> list[str]:
    """How the columns of a table that begins on `line` are aligned; [] without one."""
    below = line + 1
    if below >= last or state.sCount[below] < state.blkIndent or state.is_code_block(below):
        return []
    dashes = _line(state, below)
    if not _DASHES.fullmatch(dashes) or _LIST.match(dashes):
        return []
    if "|" not in dashes and ":" not in dashes:  # the underline of a heading
        return []
    columns = [_aligned(cell) for cell in _cells(dashes)]
    return columns if len(_cells(_line(state, line))) == len(columns) else []


def _body(state: StateBlock, line: int, last: int, columns: list[str]) -> int:
    """Writes the rows from `line` on; the line below them."""
    first, added, outer = line, 0, state.parentType
    state.parentType = _TABLE
    while line < last and _continues(state, line, last):
        cells = _cells(_line(state, line))
        added += max(0, len(columns) - len(cells))
        if added > _MOST_ADDED:
            break
        if line == first:
            body = state.push("tbody_open", "tbody", 1)
        _row(state, line, "td", columns, cells)
        line += 1
    state.parentType = outer
    if line > first:
        body.map = [first, line]
        state.push("tbody_close", "tbody", -1)
    return line


def _continues(state: StateBlock, line: int, last: int) -> bool:
    if state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return False
    if not _inner(_line(state, line)):
        return False
    others = state.md.block.ruler.getRules("paragraph")
    return not any(rule(state, line, last, True) for rule in others)


def _row(
    state: StateBlock, line: int, name: str, columns: list[str], cells: Sequence[str]
) -> None:
    state.push("tr_open", "tr", 1).map = [line, line + 1]
    for place, align in enumerate(columns):
        cell = state.push(f"{name}_open", name, 1)
        if align:
            cell.attrs = {"style": f"text-align:{align}"}
        words = state.push("inline", "", 0)
        words.map = [line, line + 1]
        words.content = cells[place] if place < len(cells) else ""
        words.children = []
        state.push(f"{name}_close", name, -1)
    state.push("tr_close", "tr", -1)


def _cells(words: str) -> list[str]:
    """What stands between the bars of a line; a bar after a backslash is a sign."""
    inner = _inner(words)
    if "\\" not in inner:
        parts = inner.split("|")
        return [each.strip(" \t") for each in (parts if parts[-1] else parts[:-1])]
    cells = [match for match in _CELL.finditer(inner) if match[0]]
    return [match[1].strip(" \t").replace("\\|", "|") for match in cells]


def _inner(words: str) -> str:
    """A row without the bar before its first cell; it has cells where anything is left."""
    return words.removeprefix("|").lstrip(" \t")


def _aligned(dashes: str) -> str:
    left, right = dashes.startswith(":"), dashes.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip(" \t")
