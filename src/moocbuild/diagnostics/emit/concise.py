"""One line a finding: for editors and for `grep`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from moocbuild.diagnostics import Diagnostic, Span


def emit(found: Iterable[Diagnostic], source_line: Callable[[Span], str]) -> Iterator[str]:
    """`path:line:column: severity[code] message (help)`."""
    for d in found:
        place = f"{d.span.path}:{d.span.line}:{d.span.column}" if d.span.line else d.span.path
        help = f" ({d.help})" if d.help else ""
        yield f"{place}: {d.rule.severity.name.lower()}[{d.rule.code}] {d.said}{help}"
