"""For programs: one JSON object with every finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.diagnostics.edits import edits_of


def emit(found: Iterable[Diagnostic], source_line: Callable[[Span], str]) -> Iterator[str]:
    """`{"diagnostics": [{code, slug, severity, message, path, line, column, help, fix}]}`.

    fix: null, `{"edits": [{path, line, column, length, text}], "sure": …}` (all or none of them),
    or `{"command": "…", "sure": …}`. sure: mechanical; else it is what was probably meant.
    """
    import json  # the other formats have no use for it

    said = {"diagnostics": [{**as_row(d), "fix": _fix(d, source_line)} for d in found]}
    yield json.dumps(said, ensure_ascii=False, indent=2)


def as_row(d: Diagnostic) -> dict[str, object]:
    """`{code, slug, severity, message, path, line, column, help}`: a finding without its fix."""
    return {
        "code": d.rule.code,
        "slug": d.rule.slug,
        "severity": d.rule.severity.name.lower(),
        "message": d.said,
        "path": d.span.path,
        "line": d.span.line,
        "column": d.span.column,
        "help": d.help,
    }


def _fix(d: Diagnostic, source_line: Callable[[Span], str]) -> dict[str, object] | None:
    if d.fix is None:
        return None
    if d.fix.command:
        return {"command": d.fix.command, "sure": d.fix.sure}
    edits = [
        {
            "path": edit.span.path,
            "line": edit.span.line,
            "column": edit.span.column,
            "length": edit.span.length,
            "text": edit.new,
        }
        for edit in edits_of(d, source_line)
    ]
    return {"edits": edits, "sure": d.fix.sure} if edits else None
