"""`moocbuild inspect`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from moocbuild.cli.findings import status, summary
from moocbuild.cli.problems import Problem
from moocbuild.diagnostics import Collector, Diagnostic
from moocbuild.diagnostics.emit import EMITTERS
from moocbuild.diagnostics.emit.grouped import grouped
from moocbuild.inspect import Inspected, inspect
from moocbuild.inspect.data import data
from moocbuild.inspect.page import page
from moocbuild.inspect.text import text


def run(file: Path, format_: str, out: Path | None, strict: bool) -> int:
    """Says what is in a package, and what is wrong."""
    report = Collector(strict=strict)
    try:
        inspected = inspect(file, report)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problem(f"{file}: {reason}", "name a package that can be read") from error
    found = report.sorted()
    made = _FORMATS[format_](inspected, found, report)
    if out is None:
        click.echo(made, nl=False)
        return status(report)
    try:
        out.write_bytes(made)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problem(f"{out}: {reason}", "name another file with --out") from error
    return status(report)


def _text(inspected: Inspected, found: Sequence[Diagnostic], _: Collector) -> bytes:
    lines = [*text(inspected), "", *EMITTERS["full"](grouped(found), lambda _: ""), summary(found)]
    return "\n".join([*lines, ""]).encode("utf-8", "replace")


def _json(inspected: Inspected, found: Sequence[Diagnostic], report: Collector) -> bytes:
    said = data(inspected, found, failed=report.failed, refused=report.refused)
    return f"{json.dumps(said, ensure_ascii=False, indent=2)}\n".encode("utf-8", "replace")


def _html(inspected: Inspected, found: Sequence[Diagnostic], report: Collector) -> bytes:
    result = "refused" if report.refused else "errors" if report.failed else "good"
    return page(inspected, found, result)


_FORMATS: Mapping[str, Callable[[Inspected, Sequence[Diagnostic], Collector], bytes]] = {
    "text": _text,
    "json": _json,
    "html": _html,
}
