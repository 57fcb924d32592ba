"""`moocbuild new KIND NAME`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from moocbuild.cli.problems import OK, Problem
from moocbuild.scaffold.copies import copy_for
from moocbuild.scaffold.errors import ScaffoldError, refused
from moocbuild.scaffold.pages import Course, add_module, add_page, open_course
from moocbuild.source.yaml.types import LANGUAGE, PATTERNS


def run(root: Path, kind: str, name: str, module: str) -> int:
    """Writes what was asked for, and says what to type next."""
    if not name.strip():
        raise Problem("a title is missing", f"write it in quotation marks: new {kind} 'My title'")
    try:
        course = open_course(root)
        if kind == "language":
            return _language(course, name)
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


def _language(course: Course, tag: str) -> int:
    if not re.fullmatch(LANGUAGE, tag):
        message, help = PATTERNS[LANGUAGE]
        raise Problem(message.format(input=tag), help)
    folder = copy_for(course, tag)
    click.echo(f"written: {folder}, a copy to be translated", err=True)
    click.echo(f"next: translate its texts, then 'moocbuild check -C {folder.name}'", err=True)
    return OK
