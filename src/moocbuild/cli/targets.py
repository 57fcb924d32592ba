"""`moocbuild targets`."""

from __future__ import annotations

import click

from moocbuild.targets import targets


@click.command()
def command() -> int:
    """List the targets that packages can be made for."""
    for target in targets().values():
        click.echo(f"{target.name:14} {target.suffix:8} {target.title}")
    return 0
