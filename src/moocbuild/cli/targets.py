"""`moocbuild targets`."""

from __future__ import annotations

import click

from moocbuild.report.matrix import matrix
from moocbuild.targets import targets


def run(show_matrix: bool) -> int:
    """Lists the targets, or what each supports."""
    if show_matrix:
        click.echo(matrix(list(targets().values())), nl=False)
        return 0
    for target in targets().values():
        click.echo(f"{target.name:20} {target.suffix:8} {target.title}")
    return 0
