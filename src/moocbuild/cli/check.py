"""`moocbuild check`."""

from __future__ import annotations

from pathlib import Path

import click

from moocbuild.build import (
    BuildRequest,
    check_pages,
    check_targets,
    in_languages,
    load,
    variants,
)
from moocbuild.cli.findings import emit, status, summary, today, unknown
from moocbuild.diagnostics import Collector
from moocbuild.errors import UnknownNameError
from moocbuild.source.overrides import report_unused


def run(root: Path, names: tuple[str, ...], strict: bool, format_: str) -> int:
    """Checks the course, and says what was found and what each target does not support."""
    report = Collector(strict=strict)
    loaded = load(root, report, today())
    if loaded.course is not None:
        wanted = BuildRequest(names)
        try:
            check_targets(loaded.course, wanted, report)
        except UnknownNameError as error:
            raise unknown(error) from None
        in_languages(loaded, BuildRequest(every_language=True), report, today())
        if not report.failed:
            variants(loaded.course, wanted, report)
            check_pages(loaded.course, report)
    report_unused(report.overrides, report)
    found = report.sorted()
    emit(found, loaded.tree.line, format_)
    click.echo(summary(found), err=True)
    return status(report)
