"""For a person at a terminal: message, place, the line itself, what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from moocbuild.diagnostics import Diagnostic, Severity, Span

WIDTH = 100
"""Longer lines are cut around the place."""


def emit(found: Iterable[Diagnostic], source_line: Callable[[Span], str]) -> Iterator[str]:
    """Each finding as a block, an empty line between."""
    for diagnostic in found:
        yield from _block(diagnostic, source_line)
        yield ""


def _block(d: Diagnostic, source_line: Callable[[Span], str]) -> Iterator[str]:
    yield f"{d.rule.severity.name.lower()}[{d.rule.code}]: {d.said}"
    if d.rule.severity is Severity.NOTE:
        yield f"  --> {_place(d.span)}"
    else:
        yield from _excerpt(d.span, source_line)
    for span, note in d.related:
        yield f"note: {note}"
        yield from _excerpt(span, source_line)
    if d.help:
        yield f"help: {d.help}"


def _excerpt(span: Span, source_line: Callable[[Span], str]) -> Iterator[str]:
    line = source_line(span) if span.line else ""
    gutter = " " * len(str(span.line))
    yield f"{gutter} --> {_place(span)}"
    if not line.strip():
        return
    text, column = _window(line.replace("\t", " "), span.column)
    before, marked = text[: column - 1], text[column - 1 :][: max(span.length, 1)]
    yield f"{gutter} |"
    yield f"{span.line} | {_visible(text)}"
    yield f"{gutter} | {' ' * _cells(before)}{'^' * max(1, _cells(marked))}"


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}:{span.column}" if span.line else span.path


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around `column`, and the column within it."""
    if len(line) <= WIDTH:
        return line, column
    start = max(0, min(column - 1 - WIDTH // 3, len(line) - WIDTH))
    head = "…" if start else ""
    tail = "…" if start + WIDTH < len(line) else ""
    return head + line[start : start + WIDTH] + tail, column - start + len(head)


def _visible(text: str) -> str:
    """Control and direction characters as a mark, so that they cannot disturb the terminal."""
    return "".join("�" if unicodedata.category(c) in ("Cc", "Cf") else c for c in text)


def _cells(text: str) -> int:
    """Columns that `text` takes on a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
