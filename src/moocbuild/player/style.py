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
_FOLDER = Path(__file__).parent / "style"
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_INDENT = re.compile(r"\s*\n\s*")


@cache
def style() -> bytes:
    """All sheets as one, without comments and indentation."""
    text = "\n".join((_FOLDER / sheet).read_text("utf-8") for sheet in SHEETS)
    return _INDENT.sub("\n", _COMMENT.sub("", text)).lstrip().encode()
