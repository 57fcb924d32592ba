"""Style: the sheets that make up each file of the package, joined in a visible order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "style"
SHEETS: Mapping[str, tuple[str, ...]] = {
    "style.css": (
        "tokens.css",
        "base.css",
        "frame.css",
        "lesson.css",
        "question.css",
    ),
    "print.css": ("print.css",),
    "contents.css": ("contents.css",),
    "scenario.css": ("scenario.css",),
    "made.css": ("made.css",),
    "card.css": ("card.css",),
    "tabs.css": ("tabs.css",),
    **{sheet.name: (f"kinds/{sheet.name}",) for sheet in sorted(_FOLDER.glob("kinds/*.css"))},
}
"""Files of the package: the first for every page, the second for every page on paper, others for
pages that name them.

style/kinds holds what single kinds of questions need beside question.css, under their names; these
are joined to the first.
"""
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
# Spaces that say nothing. No string in the sheets holds one of these signs followed by a space.
_SPACE = re.compile(r"\s*([{};,]|:(?=\s))\s*")


@cache
def style(name: str = "style.css") -> bytes:
    """A file of the package: its sheets without comments and needless spaces."""
    return sheet(*SHEETS[name])


@cache
def sheet(*names: str) -> bytes:
    """Sheets of the folder, joined."""
    text = "\n".join((_FOLDER / name).read_text("utf-8") for name in names)
    small = _SPACE.sub(r"\1", _COMMENT.sub("", text)).replace(";}", "}")
    return small.strip().encode() + b"\n"
