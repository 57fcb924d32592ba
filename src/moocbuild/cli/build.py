"""`moocbuild build`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from moocbuild.api import Result, build_course
from moocbuild.cli.findings import emit, exit_status, summary, today, unknown
from moocbuild.cli.problems import Problem, two
from moocbuild.errors import (
    ChangedDuringBuild,
    ExportError,
    PackageError,
    TwoCoursesError,
    UnknownNameError,
)

_AGAIN = "run the command again; nothing was changed"
_ELSEWHERE = "make room, or name another folder with --out; nothing was changed"


def run(
    root: Path,
    out: Path | None,
    names: tuple[str, ...],
    track: str,
    languages: tuple[str, ...],
    everything: bool,
    together: bool,
    studio: Path | None,
    strict: bool,
    format_: str,
    cache: bool,
    since: str,
) -> int:
    """Builds, and says what was found and what was written."""
    try:
        result = build_course(
            root,
            out,
            names,
            track=track,
            every_track=everything,
            languages=languages,
            every_language=everything and not languages,
            together=together,
            studio=studio,
            strict=strict,
            today=today(),
            since=_facts(since, root),
            checked=partial(_checked, root, out, format_),
            progress=_progress,
            cache=cache,
            again=False,
        )
    except UnknownNameError as error:
        raise unknown(error) from None
    except TwoCoursesError as error:
        raise two(error) from error
    except ExportError as error:
        help = "in Studio, use Tools → Export and name the .tar.gz file of this course"
        raise Problem(f"{studio}: {error}", help) from error
    except PackageError as error:
        help = _AGAIN if isinstance(error, ChangedDuringBuild) else _ELSEWHERE
        raise Problem(f"{error.path}: {error.reason}", help) from error
    if result.status == "built":
        _told(result, out or root / "dist")
    return exit_status(result)


def _facts(since: str, root: Path) -> Mapping[str, Any] | None:
    """Of the earlier release, if one was named."""
    if not since:
        return None
    from moocbuild.cli.diff import read  # a build of which nothing changed imports nothing more

    return read(since, root).facts


def _checked(root: Path, out: Path | None, format_: str, result: Result) -> None:
    """Before anything is written: the findings, and what else stops a build."""
    emit(result.findings, result.line, format_, notes=format_ != "full")
    if result.status != "built":
        click.echo(f"{summary(result.findings)}; nothing was written", err=True)
    elif out is None and (root / "dist").is_symlink():
        help = "remove the link, or name the folder with --out"
        raise Problem(f"{root / 'dist'} is a symbolic link, which may lead anywhere", help)


def _told(result: Result, out: Path) -> None:
    for name in result.files:
        click.echo(f"{out / name}  {(out / name).stat().st_size / 1024:.0f} KB", err=True)
    told = summary(result.findings)
    more = "; see 'moocbuild check' or report.html for what each package changes"
    click.echo(told + (more if "note" in told else ""), err=True)


def _progress(file: str) -> None:
    """One line a package, on a terminal only."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"building {file}", err=True)
