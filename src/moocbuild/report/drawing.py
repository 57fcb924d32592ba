"""Where the squares of the drawing of competencies stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Row = dict[str, Any]
ROWS = ("taught", "practised", "assessed")
_STEP, _SIDE, _COLUMNS = 17, 13, 22
_LEFT, _HEAD, _GAP = 96, 18, 12
_MANY = 3
"""Pages from which a square is dark."""


def drawing(competencies: Mapping[str, Any]) -> Row:
    """Squares, names of categories and of rows, with their places, and the size of all.

    Categories stand side by side, as many as fit in a line; one that is longer goes on below.
    """
    squares: list[Row] = []
    names: list[Row] = []
    column, line = 0, 0
    for group in competencies["groups"]:
        items: Sequence[Row] = group["items"]
        if column and column + len(items) > _COLUMNS:
            column, line = 0, line + 1
        names.append({"text": group["code"], **_at(column, line, -1)})
        for item in items:
            if column >= _COLUMNS:
                column, line = 0, line + 1
            for row, name in enumerate(ROWS):
                squares.append({"shade": _shade(item[name]), **_at(column, line, row)})
            column += 1
        column += 1
    lines = range(line + 1)
    return {
        "side": _SIDE,
        "width": _LEFT + _COLUMNS * _STEP,
        "height": (line + 1) * _height(),
        "squares": squares,
        "names": names,
        "rows": [
            {"name": r, "y": _at(0, n, place)["y"]} for n in lines for place, r in enumerate(ROWS)
        ],
    }


def _height() -> int:
    return _HEAD + len(ROWS) * _STEP + _GAP


def _at(column: int, line: int, row: int) -> dict[str, int]:
    return {"x": _LEFT + column * _STEP, "y": line * _height() + _HEAD + row * _STEP}


def _shade(pages: int) -> str:
    return "dark" if pages >= _MANY else "light" if pages else "none"
