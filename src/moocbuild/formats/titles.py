"""Titles in fields that a learning system cleans of tags, and then shows as HTML.

Measured on Moodle 4.5: to its cleaning a tag begins at every `<` that no blank follows, closed or
not, and some fields are refused where cleaning would change them.
"""

from __future__ import annotations

import html
import re

from moocbuild.model.text import one_line

LONGEST = 240
"""Names have 255 characters in Moodle, which puts words of its own around some."""

_JOINER = "\u2060"
"""Not to be seen, and no filter and no restore takes what it parts for a word of theirs."""
_SIGN = re.compile("[&<>${]")
_PARTED = re.compile(r"\$(?=@)|\{(?=\s*mlang)", re.I)
_TAG = re.compile("<(?! )")
_MARKUP = re.compile(r"[<>]|&#?\w+;?")


def as_html(title: str, *, decoded: int = 0) -> str:
    """`title`, spelled so that it is shown as written.

    decoded: how often an importer decodes character references before it keeps the title.
    """
    if not _SIGN.search(title):
        return title
    # By numbers: these survive where a name is escaped twice, or written in capitals.
    mark = f"&{'#38;' * decoded}#"

    def spelled(found: re.Match[str]) -> str:
        part = found[0]
        if part[0] == "&" and html.unescape(part) == part:
            return part
        return f"{mark}{ord(part[0])};{part[1:]}"

    return _MARKUP.sub(spelled, _parted(title))


def as_either(title: str) -> str:
    """The same for a field that other systems show as text: plain wherever both are one."""
    tagged = _TAG.search(title) or html.unescape(title) != title
    return as_html(title) if tagged else _parted(title)


def _parted(title: str) -> str:
    return _PARTED.sub(lambda found: found[0] + _JOINER, title)


def fitting(title: str, longest: int = LONGEST, *, ending: str = "") -> str:
    """`title` on one line, cut so that as HTML it has room; the ending stays whole."""
    line = one_line(title) or "…"
    if ending and len(as_html(ending)) >= longest // 2:
        ending = f" {fitting(ending, longest // 2)})"
    made = line + ending
    while len(as_html(made)) > longest:
        line = line[: min(len(line), longest) - 1]
        made = f"{line.rstrip()}…{ending}"
    return made
