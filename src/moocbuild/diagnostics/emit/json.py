"""For programs: one JSON object with every finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from moocbuild.diagnostics import Diagnostic, Span


def emit(found: Iterable[Diagnostic], source_line: Callable[[Span], str]) -> Iterator[str]:
    """`{"diagnostics": [{code, slug, severity, message, path, line, column, help}]}`."""
    import json  # the other formats have no use for it

    yield json.dumps({"diagnostics": [_one(d) for d in found]}, ensure_ascii=False, indent=2)


def _one(d: Diagnostic) -> dict[str, object]:
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
