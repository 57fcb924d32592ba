"""How findings are printed. Each format is one file: findings and source lines in, text out."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from moocbuild.diagnostics import Diagnostic, Span

SourceLine = Callable[[Span], str]
Emitter = Callable[[Iterable[Diagnostic], SourceLine], Iterator[str]]


def _of(name: str) -> Emitter:
    """Imported at its first use: a run prints in one format, and `--help` in none."""

    def emit(found: Iterable[Diagnostic], source_line: SourceLine) -> Iterator[str]:
        module = importlib.import_module(f"{__name__}.{name}")
        lines: Iterator[str] = module.emit(found, source_line)
        return lines

    return emit


EMITTERS: Mapping[str, Emitter] = {
    name: _of(name) for name in ("full", "concise", "json", "github", "sarif")
}
"""By the name that --format takes; each yields lines without their ends."""
