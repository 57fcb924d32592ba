"""Cells of CSV files, which people open in spreadsheets."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"^(?=[=+\-@\t\r])")
_GUARD = "\u2060"
"""A word joiner: nothing to see, and no spreadsheet takes what follows for a formula."""


def safe(cell: str) -> str:
    """A cell that no spreadsheet runs when somebody opens the file there."""
    return _FORMULA.sub(_GUARD, cell)
