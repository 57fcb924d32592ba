"""style.css: the sheets joined in a visible order."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

SHEETS = (
    "tokens.css",
    "base.css",
    "frame.css",
    "lesson.css",
    "question.css",
    "scenario.css",
    "print.css",
)
MADE = ("made.css",)
"""For pages that the tool made: no lesson carries it."""
_FOLDER = Path(__file__).parent / "style"
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
# Spaces that say nothing. No string in the sheets holds one of these signs followed by a space.
_SPACE = re.compile(r"\s*([{};,]|:(?=\s))\s*")


@cache
def style(sheets: tuple[str, ...] = SHEETS) -> bytes:
    """Sheets as one, without comments and without spaces that say nothing."""
    text = "\n".join((_FOLDER / sheet).read_text("utf-8") for sheet in sheets)
    small = _SPACE.sub(r"\1", _COMMENT.sub("", text)).replace(";}", "}")
    return small.strip().encode() + b"\n"
