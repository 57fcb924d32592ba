"""`moocbuild cache clear`."""

from __future__ import annotations

import click

from moocbuild.cache import cache_folder, clear
from moocbuild.cli.problems import OK, Problem


def run() -> int:
    """Clears the cache, and says how much that was."""
    try:
        size = clear()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        help = "remove it yourself, or set MOOCBUILD_CACHE_DIR to a folder of your own"
        raise Problem(f"{error.filename or cache_folder()}: {reason}", help) from error
    click.echo(f"{cache_folder()}: {size / 1024:.0f} KB removed", err=True)
    return OK
