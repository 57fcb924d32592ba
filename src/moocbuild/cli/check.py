"""`moocbuild check`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from moocbuild.build import (
    BuildRequest,
    Loaded,
    check_pages,
    check_prose,
    check_targets,
    in_languages,
    load,
    variants,
)
from moocbuild.cache.keep import Keep, keeping
from moocbuild.cache.prints import program
from moocbuild.checks import ProseCheck
from moocbuild.cli.findings import emit, status, summary, today, unknown
from moocbuild.cli.fix import Wish
from moocbuild.cli.problems import AUTHOR_ERRORS, OK
from moocbuild.cli.requests import requested
from moocbuild.diagnostics import Collector
from moocbuild.diagnostics.edits import mendable
from moocbuild.errors import UnknownNameError
from moocbuild.source.overrides import report_unused

_ROUNDS = 10
"""What is mended may show more to mend; it never takes this many."""


def run(
    root: Path,
    names: tuple[str, ...],
    strict: bool,
    format_: str,
    fix: bool,
    diff: bool,
    yes: bool,
    guesses: bool,
    links: bool,
    spell: bool | None,
) -> int:
    """Checks the course, and says what was found and what each target does not support."""
    wish = Wish(fix, diff, yes, guesses)
    report = Collector(strict=strict)
    asked = tuple(requested(root, links=links, spell=spell))
    loaded = checked(root, names, report, asked)
    if diff:
        return AUTHOR_ERRORS if wish.shown(root, report.sorted()) else OK
    for _ in range(_ROUNDS):
        if not wish.mended(root, report.sorted()):
            break
        report = Collector(strict=strict)
        loaded = checked(root, names, report, asked)
    found = report.sorted()
    emit(found, loaded.tree.line, format_)
    click.echo(summary(found), err=True)
    if not fix and (count := mendable(found, loaded.tree.line)):
        click.echo(f"{count} of them can be mended: moocbuild check --fix", err=True)
    return status(report)


def checked(
    root: Path, names: tuple[str, ...], report: Collector, asked: Sequence[ProseCheck] = ()
) -> Loaded:
    """The course as it was read, with all that was found in the report."""
    with keeping(Keep(root, program())):  # no more than this: builds keep more on other shelves
        loaded = load(root, report, today())
        check_prose(loaded, report, asked)
    if loaded.course is not None:
        wanted = BuildRequest(names)
        try:
            check_targets(loaded.course, wanted, report)
        except UnknownNameError as error:
            raise unknown(error) from None
        in_languages(loaded, BuildRequest(every_language=True), report, today(), prose=True)
        if not report.failed:
            variants(loaded.course, wanted, report)
            check_pages(loaded.course, report)
    report_unused(report.overrides, report)
    return loaded
