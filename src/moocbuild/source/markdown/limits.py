"""What no honest text holds: so many marks in one place that parsing would take minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from moocbuild.diagnostics import Rule, Severity

TOO_COMPLEX = Rule(
    "MB031",
    "markdown-too-complex",
    Severity.ERROR,
    """A paragraph, list or table contains more brackets, markers or footnotes than any text
needs. Parsing it could take minutes. Split it, or look for a typing error.""",
    remedy="split it into several, or look for a typing error",
)
TOO_DEEP = Rule(
    "MB032",
    "markdown-depth",
    Severity.ERROR,
    """Lists or quotations are nested more than twelve levels deep. No reader can follow that:
flatten them.""",
    remedy="use fewer levels",
)

MAX_DEPTH = 12
MAX_TEXT = 300_000
"""Characters below one heading."""

_Mark = tuple[str, re.Pattern[str], int]
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

_NESTED = (
    ("[", re.compile(r"(\[)|\]"), 30),
    ("](", re.compile(r"(\]\()|\)"), 30),
)
"""Marks that wait for their end: for each, all that follows is looked through."""

_LONGEST_BLOCK = 50_000
_MOST_BLOCKS = 80_000
_FOOTNOTES = 1_200
_QUOTES = re.compile(rf"^ {{0,3}}(?:> ?){{{MAX_DEPTH + 1}}}", re.M)
_BLANK = re.compile(r"\n[ \t]*\n")

Excess = tuple[Rule, int, str]
"""The rule, the line (from 0), and what is wrong there."""


def excess(text: str) -> Excess | None:
    """The first thing in `text` that is too much."""
    if len(text) < _MOST and ">" not in text:
        return None
    quotes = _QUOTES.search(text) if text.count(">") > MAX_DEPTH else None
    if quotes:
        return (
            TOO_DEEP,
            text.count("\n", 0, quotes.start()),
            f"nested more than {MAX_DEPTH} levels deep",
        )
    if text.count("\n\n") > _MOST_BLOCKS:
        return TOO_COMPLEX, 0, f"more than {_MOST_BLOCKS:,} paragraphs"
    many = [each for each in _MARKS if text.count(each[0]) > each[2]]
    waiting = [each for each in _NESTED if text.count(each[0]) > each[2]]
    if many or waiting or len(text) > _LONGEST_BLOCK:  # else no block has too much either
        for line, block in _blocks(text):
            message = _in_block(block, many, waiting)
            if message:
                return TOO_COMPLEX, line, message
    if text.count("[^") > _FOOTNOTES:
        return TOO_COMPLEX, 0, f"more than {_FOOTNOTES:,} footnotes"
    return None


def _in_block(block: str, many: Iterable[_Mark], waiting: Iterable[_Mark]) -> str:
    """What is too much in one block, "" for an honest one. many, waiting: what to look for."""
    for mark, pattern, most in many:
        if block.count(mark) > most and sum(1 for _ in pattern.finditer(block)) > most:
            return f"more than {most:,} '{mark}' in one block"
    for mark, pattern, most in waiting:
        if block.count(mark) > most and _nesting(block, pattern) > most:
            return f"more than {most:,} unclosed '{mark}'"
    if len(block) > _LONGEST_BLOCK:
        return f"more than {_LONGEST_BLOCK:,} characters in one block"
    return ""


def _nesting(block: str, pattern: re.Pattern[str]) -> int:
    """How many openings wait for their end at once, at most. Group 1 opens."""
    depth = most = 0
    for match in pattern.finditer(block):
        depth = depth + 1 if match[1] else max(0, depth - 1)
        most = max(most, depth)
    return most


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Stretches between blank lines, each with its first line (from 0)."""
    line = 0
    for block in _BLANK.split(text):
        yield line, block
        line += block.count("\n") + 2
