"""`moocbuild new KIND NAME`."""

from __future__ import annotations

from pathlib import Path

import click

from moocbuild.cli.problems import OK, Problem
from moocbuild.scaffold.errors import ScaffoldError, refused
from moocbuild.scaffold.pages import add_module, add_page, open_course


def run(root: Path, kind: str, name: str, module: str) -> int:
    """Writes what was asked for, and says what to type next."""
    if not name.strip():
        raise Problem("a title is missing", f"write it in quotation marks: new {kind} 'My title'")
    if kind == "language":
        from moocbuild.cli.i18n import merge  # nothing else needs catalogues

        return merge(root, [name])
    try:
        course = open_course(root)
        if kind == "module":
            written = add_module(course, name)
        else:
            written = add_page(course, kind, name, module)
    except ScaffoldError as error:
        raise Problem(str(error), error.help) from error
    except OSError as error:
        failed = refused(root, error)
        raise Problem(str(failed), failed.help) from error
    for path in written:
        click.echo(f"written: {path}", err=True)
    click.echo("next: write your text, then 'moocbuild check'", err=True)
    return OK
