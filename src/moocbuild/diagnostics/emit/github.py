"""Workflow commands of GitHub Actions: findings appear beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from moocbuild.diagnostics import Diagnostic, Severity, Span

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def emit(found: Iterable[Diagnostic], source_line: Callable[[Span], str]) -> Iterator[str]:
    """`::error file=…,line=…,col=…,title=…::message`."""
    for d in found:
        place = f"file={_value(d.span.path)}"
        if d.span.line:
            place += f",line={d.span.line},col={d.span.column}"
        words = d.said + (f"\nhelp: {d.help}" if d.help else "")
        title = _value(f"{d.rule.code} {d.rule.slug}")
        yield f"::{_COMMANDS[d.rule.severity]} {place},title={title}::{_text(words)}"


def _text(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(words: str) -> str:
    return _text(words).replace(":", "%3A").replace(",", "%2C")
