"""Checks that only run where somebody asks for them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from moocbuild.checks import ProseCheck
from moocbuild.cli.findings import today

if TYPE_CHECKING:
    from moocbuild.checks.misspelt import Speller


def requested(root: Path, *, links: bool, spell: bool | None) -> Iterator[ProseCheck]:
    """links: whether addresses on the web are asked for. spell: None, where the course decides."""
    if spell is not False:
        from moocbuild.checks.misspelt import check_spelling

        yield partial(check_spelling, find=partial(_speller, root), asked=spell)
    if links:
        from moocbuild.checks.dead_address import check_addresses
        from moocbuild.links.ask import Asker
        from moocbuild.links.course_links import Links

        ask = Links(root, today(), Asker(), progress=_progress)
        yield partial(check_addresses, ask=ask)


def _speller(root: Path, tag: str, asked: str) -> Speller:
    from moocbuild.spell.hunspell import speller

    return speller(tag, asked, root)


def _progress(done: int, of: int) -> None:
    """On a terminal alone, in one line."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"\r{done} of {of} addresses asked for", nl=done == of, err=True)
