"""For programs: one JSON object with every finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from moocbuild.diagnostics import Diagnostic, Span


def emit(found: Iterable[Diagnostic], source_line: Callable[[Span], str]) -> Iterator[str]:
    """`{"diagnostics": [{code, slug, severity, message, path, line, column, help, fix}]}`.

    fix: null, `{"edits": [{path, line, column, length, text}]}`, or `{"command": "…"}`.
    """
    import json  # the other formats have no use for it

    said = {"diagnostics": [_one(d, source_line) for d in found]}
    yield json.dumps(said, ensure_ascii=False, indent=2)


def _one(d: Diagnostic, source_line: Callable[[Span], str]) -> dict[str, object]:
    return {
        "code": d.rule.code,
        "slug": d.rule.slug,
        "severity": d.rule.severity.name.lower(),
        "message": d.said,
        "path": d.span.path,
        "line": d.span.line,
        "column": d.span.column,
        "help": d.help,
        "fix": _fix(d, source_line),
    }


def _fix(d: Diagnostic, source_line: Callable[[Span], str]) -> dict[str, object] | None:
    """None, too, where what is to be replaced does not stand there once, letter by letter."""
    if d.fix is None or d.fix.command:
        return {"command": d.fix.command} if d.fix else None
    start = d.span.column - 1
    place = source_line(d.span)[start : start + d.span.length]
    if place.count(d.fix.old) != 1:
        return None
    column = d.span.column + place.index(d.fix.old)
    edit = {"path": d.span.path, "line": d.span.line, "column": column}
    return {"edits": [{**edit, "length": len(d.fix.old), "text": d.fix.new}]}
