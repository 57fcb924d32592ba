"""The edits of a fix, as they stand in the author's file: for programs, and for `check --fix`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from moocbuild.diagnostics import Diagnostic, Edit, Span


def edits_of(found: Diagnostic, source_line: Callable[[Span], str]) -> tuple[Edit, ...]:
    """What to replace, each place with its length; () where there is no such fix.

    () as well where what is to be replaced does not stand there once, letter by letter.
    """
    if found.fix is None or found.fix.command:
        return ()
    if found.fix.edits:
        return found.fix.edits
    start = found.span.column - 1
    place = source_line(found.span)[start : start + found.span.length]
    if not found.fix.old or place.count(found.fix.old) != 1:
        return ()
    column = found.span.column + place.index(found.fix.old)
    span = replace(found.span, column=column, length=len(found.fix.old))
    return (Edit(span, found.fix.new),)


def mendable(found: Iterable[Diagnostic], source_line: Callable[[Span], str]) -> int:
    """How many of them nobody has to think about."""
    sure = ((each, each.fix) for each in found if each.fix is not None and each.fix.sure)
    return sum(bool(fix.command or edits_of(each, source_line)) for each, fix in sure)
