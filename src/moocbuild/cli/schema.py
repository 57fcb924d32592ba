"""`moocbuild schema NAME`."""

from __future__ import annotations

from pathlib import Path

import click

from moocbuild.cli.problems import OK, Problem
from moocbuild.diagnostics import near
from moocbuild.scaffold.schemas import schema_names, schema_text


def run(name: str | None, out: Path | None) -> int:
    """Prints a schema, writes all of them into `out`, or lists them."""
    known = schema_names()
    if out is not None:
        return _write(out, [name] if name else list(known))
    if name is None:
        for each, about in known.items():
            click.echo(f"{each:12} {about}")
        return OK
    _check(name)
    click.echo(schema_text(name), nl=False)
    return OK


def _check(name: str) -> None:
    known = schema_names()
    if name not in known:
        help = near(name, known) or f"write one of {', '.join(known)}"
        raise Problem(f"no schema '{name}'", help)


def _write(out: Path, names: list[str]) -> int:
    for name in names:
        _check(name)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name in names:
            path = out / f"{name}.json"
            path.write_text(schema_text(name), "utf-8", newline="\n")
            click.echo(f"written: {path}", err=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problem(f"{error.filename}: {reason}", "choose another folder") from error
    return OK
