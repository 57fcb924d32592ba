"""How findings are printed. Each format is one file: findings and source lines in, text out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.diagnostics.emit import concise, full, github, json, sarif

SourceLine = Callable[[Span], str]
Emitter = Callable[[Iterable[Diagnostic], SourceLine], Iterator[str]]

EMITTERS: Mapping[str, Emitter] = {
    "full": full.emit,
    "concise": concise.emit,
    "json": json.emit,
    "github": github.emit,
    "sarif": sarif.emit,
}
"""By the name that --format takes; each yields lines without their ends."""
