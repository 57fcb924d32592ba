"""Options that commands share, and how findings leave the program."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from moocbuild.build import Loaded, UnknownNameError
from moocbuild.cli.problems import AUTHOR_ERRORS, OK, REFUSED, Problem
from moocbuild.diagnostics import Collector, Severity, near
from moocbuild.diagnostics.emit import EMITTERS

Function = TypeVar("Function", bound=Callable[..., object])


def course_options(function: Function) -> Function:
    """-C, --strict and --format."""
    for decorate in (
        click.option(
            "--format",
            "format_",
            type=click.Choice(list(EMITTERS)),
            default="full",
            show_default=True,
            help="Output format for findings.",
        ),
        click.option("--strict", is_flag=True, help="Treat warnings as errors."),
        click.option(
            "-C",
            "root",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            default=Path(),
            help="Folder that contains course/ (default: the current folder).",
        ),
    ):
        function = decorate(function)
    return function


def today() -> datetime.date:
    """The date that checks of age count to; SOURCE_DATE_EPOCH (seconds) where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        shown = epoch if len(epoch) <= 40 else epoch[:39] + "…"
        raise Problem(
            f"SOURCE_DATE_EPOCH is '{shown}', which is not a date in seconds since 1970",
            "set it to a number such as 1767312000, or unset it",
        ) from None


def emit(report: Collector, loaded: Loaded, format_: str, *, notes: bool = True) -> None:
    """Findings on standard output; without `notes` only those that want something done."""
    found = [d for d in report.sorted() if notes or d.rule.severity > Severity.NOTE]
    for line in EMITTERS[format_](found, loaded.tree.line):
        click.echo(line)


def status(report: Collector) -> int:
    """The exit status that the findings ask for."""
    if report.refused:
        return REFUSED
    return AUTHOR_ERRORS if report.failed else OK


def summary(report: Collector) -> str:
    """`2 errors, 1 warning, 12 notes`, or `no problems found`."""
    counts = (
        (sum(d.rule.severity is severity for d in report.found), severity.name.lower())
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    )
    said = [f"{count} {name}{'s' if count > 1 else ''}" for count, name in counts if count]
    return ", ".join(said) or "no problems found"


def unknown(error: UnknownNameError) -> Problem:
    """A name that was asked for and is not there, with a near one."""
    help = near(error.name, error.known) or f"one of {', '.join(error.known) or '(none)'}"
    return Problem(str(error), help)
