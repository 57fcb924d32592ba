"""For people: what recurs on a page is shown once, with how often it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from moocbuild.diagnostics import Diagnostic

_LINES = 5


def grouped(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """`found` in its order; of a rule that recurs the first of each file, with a count."""
    together: dict[object, list[Diagnostic]] = {}
    for number, each in enumerate(found):
        key = (each.rule, each.span.path, each.target) if each.rule.recurs else number
        together.setdefault(key, []).append(each)
    return [_first(of_one) for of_one in together.values()]


def _first(found: Sequence[Diagnostic]) -> Diagnostic:
    first, *others = found
    if not others:
        return first
    lines = list(dict.fromkeys(str(each.span.line) for each in others))
    shown = ", ".join(lines[:_LINES]) + (" …" if len(lines) > _LINES else "")
    word = "line" if len(lines) == 1 else "lines"
    return replace(first, message=f"{first.message} (and {len(others)} more: {word} {shown})")
