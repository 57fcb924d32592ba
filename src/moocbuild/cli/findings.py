"""How findings leave the program, and the date that they count to."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Sequence

import click

from moocbuild.api import Result
from moocbuild.cli.problems import AUTHOR_ERRORS, OK, REFUSED, Problem
from moocbuild.diagnostics import Collector, Diagnostic, Severity, Span, near
from moocbuild.diagnostics.emit import EMITTERS
from moocbuild.diagnostics.emit.grouped import grouped
from moocbuild.errors import UnknownNameError


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


def emit(
    found: Sequence[Diagnostic], line: Callable[[Span], str], format_: str, *, notes: bool = True
) -> None:
    """Findings on standard output; without `notes` only those that want something done."""
    shown = [d for d in found if notes or d.rule.severity > Severity.NOTE]
    shown = shown if format_ in _FOR_PROGRAMS else grouped(shown)
    for each in EMITTERS[format_](shown, line):
        click.echo(each)


_FOR_PROGRAMS = frozenset({"json", "sarif"})


def status(report: Collector) -> int:
    """The exit status that the findings ask for."""
    if report.refused:
        return REFUSED
    return AUTHOR_ERRORS if report.failed else OK


def exit_status(result: Result) -> int:
    """The same for a build."""
    return {"built": OK, "errors": AUTHOR_ERRORS, "refused": REFUSED}[result.status]


def summary(found: Sequence[Diagnostic]) -> str:
    """`2 errors, 1 warning, 12 notes`, or `no problems found`; what recurs counts once a file."""
    shown = grouped(found)
    counts = (
        (sum(d.rule.severity is severity for d in shown), severity.name.lower())
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    )
    said = [f"{count} {name}{'s' if count > 1 else ''}" for count, name in counts if count]
    return ", ".join(said) or "no problems found"


def unknown(error: UnknownNameError) -> Problem:
    """A name that was asked for and is not there, with a near one."""
    some = f"name one of {', '.join(error.known)}" if error.known else "leave the name out"
    help = near(error.name, error.known) or some
    return Problem(str(error), help)
