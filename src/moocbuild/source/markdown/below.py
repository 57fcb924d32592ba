"""The comment below a heading: `<!-- #id kind=match points=2 critical -->`."""

from __future__ import annotations

import re

ATTRIBUTES = ("kind", "points", "level")
FLAGS = ("critical", "end")

_FIRST = re.compile(r"#[a-z0-9]|(?:kind|points|level)=")


def is_of_heading(words: str) -> bool:
    """Whether the comment is the heading's, though a blank line parts them.

    Programs that tidy Markdown put one there. On the very next line, a comment need not be as
    strict: its mistakes are reported. words: between `<!--` and `-->`.
    """
    first, *rest = [*words.split(), ""]
    names = (word.partition("=")[0] for word in rest if word)
    return bool(_FIRST.match(first)) and all(name in (*ATTRIBUTES, *FLAGS) for name in names)
