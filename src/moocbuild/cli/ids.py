"""`moocbuild ids`."""

from __future__ import annotations

from pathlib import Path

import click

from moocbuild.cli.problems import AUTHOR_ERRORS, Problem
from moocbuild.diagnostics import Collector, Severity
from moocbuild.diagnostics.emit import EMITTERS
from moocbuild.freeze import MENDABLE, freeze, write
from moocbuild.source.files.tree import read_tree


@click.command()
@click.option("--write", "write_", is_flag=True, help="Write ids and course.lock.")
@click.option(
    "-C",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder that contains course/ (default: the current folder).",
)
def command(root: Path, write_: bool) -> int:
    """Freeze ids, so that edits keep learners' records. Without --write, only list the changes."""
    report = Collector()
    changed = freeze(root, report)
    other = [
        d
        for d in report.sorted()
        if d.rule.code not in MENDABLE and d.rule.severity is Severity.ERROR
    ]
    if other:
        tree = read_tree(root, Collector())
        for line in EMITTERS["full"](other, tree.line):
            click.echo(line)
        click.echo("fix these errors first; nothing was written", err=True)
        return AUTHOR_ERRORS
    for path in sorted(changed):
        click.echo(f"{'written' if write_ else 'would change'}: {path}")
    if not changed:
        click.echo("all ids are frozen")
    if write_:
        try:
            write(root, changed)
        except OSError as error:
            raise Problem(f"{error.filename}: {(error.strerror or '').lower()}") from error
    return 0
