"""Checks that only run where somebody asks for them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from moocbuild.checks import ProseCheck
from moocbuild.cli.findings import today


def requested(root: Path, *, links: bool) -> Iterator[ProseCheck]:
    """links: whether addresses on the web are asked for."""
    if links:
        from moocbuild.checks.dead_address import check_addresses
        from moocbuild.links.ask import Asker
        from moocbuild.links.course_links import Links

        ask = Links(root, today(), Asker(), progress=_progress)
        yield partial(check_addresses, ask=ask)


def _progress(done: int, of: int) -> None:
    """On a terminal alone, in one line."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"\r{done} of {of} addresses asked for", nl=done == of, err=True)
