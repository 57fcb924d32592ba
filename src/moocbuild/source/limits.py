"""What no honest text holds: so many marks in one place that parsing would take minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.diagnostics import Rule, Severity

TOO_COMPLEX = Rule(
    "MB031",
    "markdown-too-complex",
    Severity.ERROR,
    """One paragraph, list or table holds more brackets, markers or footnotes than any text needs.
Parsing it could take minutes. Split it, or look for a slip of the keyboard.""",
)
TOO_DEEP = Rule(
    "MB032",
    "markdown-depth",
    Severity.ERROR,
    """Lists or quotations are nested more than twelve deep. No reader can follow that: flatten
them.""",
)

MAX_DEPTH = 12
MAX_TEXT = 300_000
"""Characters below one heading."""

_MOST = 600
_MARKS = (
    ("[", re.compile(r"\["), _MOST),
    ("<", re.compile(r"<"), _MOST),
    ("*", re.compile(r"\*"), _MOST),
    ("_", re.compile(r"(?<![_\w])_|_(?![_\w])"), _MOST),
    ("`", re.compile(r"`"), _MOST),
    ("~", re.compile(r"~"), _MOST),
    ("&", re.compile(r"&(?=[#\w])"), 5_000),
    ("|", re.compile(r"\|"), 20_000),
)
"""Mark, where it counts, and how often it may stand in one block."""

_LONGEST_BLOCK = 50_000
_FOOTNOTES = 1_200
_QUOTES = re.compile(rf"^ {{0,3}}(?:> ?){{{MAX_DEPTH + 1}}}", re.M)
_BLANK = re.compile(r"\n[ \t]*\n")

Excess = tuple[Rule, int, str]
"""The rule, the line (from 0), and what is wrong there."""


def excess(text: str) -> Excess | None:
    """The first thing in `text` that is too much."""
    if len(text) < _MOST and ">" not in text:
        return None
    quotes = _QUOTES.search(text)
    if quotes:
        return TOO_DEEP, text.count("\n", 0, quotes.start()), f"nested more than {MAX_DEPTH} deep"
    for line, block in _blocks(text):
        for mark, pattern, most in _MARKS:
            if block.count(mark) > most and sum(1 for _ in pattern.finditer(block)) > most:
                return TOO_COMPLEX, line, f"more than {most:,} '{mark}' in one block"
        if len(block) > _LONGEST_BLOCK:
            return TOO_COMPLEX, line, f"more than {_LONGEST_BLOCK:,} characters in one block"
    if text.count("[^") > _FOOTNOTES:
        return TOO_COMPLEX, 0, f"more than {_FOOTNOTES:,} footnotes"
    return None


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Stretches between blank lines, each with its first line (from 0)."""
    line = 0
    for block in _BLANK.split(text):
        yield line, block
        line += block.count("\n") + 2
