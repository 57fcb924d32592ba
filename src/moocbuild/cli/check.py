"""`moocbuild check`."""

from __future__ import annotations

from pathlib import Path

import click

from moocbuild.build import BuildRequest, UnknownNameError, check_pages, load, variants
from moocbuild.cli.options import course_options, emit, status, summary, today, unknown
from moocbuild.diagnostics import Collector


@click.command()
@click.option(
    "-t", "--target", "names", multiple=True, help="Check only this target; may be repeated."
)
@course_options
def command(root: Path, names: tuple[str, ...], strict: bool, format_: str) -> int:
    """Report every problem in the course, and what each target does not support."""
    report = Collector(strict=strict)
    loaded = load(root, report, today())
    if loaded.course is not None and not report.failed:
        try:
            variants(loaded.course, BuildRequest(names), report)
        except UnknownNameError as error:
            raise unknown(error) from None
        check_pages(loaded.course, report)
    emit(report, loaded, format_)
    click.echo(summary(report), err=True)
    return status(report)
