"""`moocbuild diff`."""

from __future__ import annotations

from pathlib import Path

import click

from moocbuild.cli.problems import AUTHOR_ERRORS, OK, Problem, two
from moocbuild.compare.changes import Compared, changes
from moocbuild.compare.emit import EMITTERS
from moocbuild.diff import Side, side
from moocbuild.errors import ExportError, TwoCoursesError
from moocbuild.words import words


def run(old: str, new: str, root: Path, format_: str, language: str, exit_code: bool) -> int:
    """Says what changed; with `exit_code`, 1 where anything did."""
    compared = compare(read(old, root), read(new or str(root), root))
    say = words(language or compared.new["course"]["language"])
    for line in EMITTERS[format_](compared, say):
        click.echo(line)
    return AUTHOR_ERRORS if exit_code and compared.changes else OK


def read(name: str, root: Path) -> Side:
    """One of the two; errors in it are counted on standard error. Raises Problem."""
    try:
        found = side(name, root)
    except ExportError as error:
        help = "name a package of moocbuild, a course's folder or a git revision"
        raise Problem(f"{name}: {error}", help) from error
    if found.errors:
        errors = f"{found.errors} error{'s' if found.errors > 1 else ''}"
        click.echo(f"{name}: compared as far as it can be read ({errors})", err=True)
    return found


def compare(old: Side, new: Side) -> Compared:
    """What changed between the two. Raises Problem for two courses."""
    try:
        return Compared(old.facts, new.facts, changes(old.facts, new.facts))
    except TwoCoursesError as error:
        raise two(error) from error
