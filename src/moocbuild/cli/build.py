"""`moocbuild build`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from moocbuild.build import BuildRequest, UnknownNameError, Variant, build, load, variants
from moocbuild.cli.options import course_options, emit, status, summary, today, unknown
from moocbuild.cli.problems import Problem
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from moocbuild.package import PackageError


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Output folder (default: dist/).",
)
@click.option(
    "-t", "--target", "names", multiple=True, help="Build only this target; may be repeated."
)
@click.option("--track", default="", help="Build only the modules of this track.")
@click.option("--all", "every_track", is_flag=True, help="Build the whole course and every track.")
@course_options
def command(
    root: Path,
    out: Path | None,
    names: tuple[str, ...],
    track: str,
    every_track: bool,
    strict: bool,
    format_: str,
) -> int:
    """Build packages into dist/. Nothing is written if the course has errors."""
    report = Collector(strict=strict)
    loaded = load(root, report, today())
    found: list[Variant] = []
    if loaded.course is not None and not report.failed:
        try:
            found = variants(loaded.course, BuildRequest(names, track, every_track), report)
        except UnknownNameError as error:
            raise unknown(error) from None
    emit(report, loaded, format_, notes=format_ != "full")
    if status(report) or loaded.course is None:
        click.echo(f"{summary(report)}; nothing was written", err=True)
        return status(report)
    if out is None and (root / "dist").is_symlink():
        help = "remove the link, or name the folder with --out"
        raise Problem(f"{root / 'dist'} is a symbolic link, which may lead anywhere", help)
    _write(found, loaded.course, out or root / "dist")
    more = "; see 'moocbuild check' or report.html for what each package changes"
    click.echo(summary(report) + (more if "note" in summary(report) else ""), err=True)
    return 0


def _write(found: list[Variant], course: Course, out: Path) -> None:
    try:
        built = build(found, course, out, _progress)
    except PackageError as error:
        raise Problem(f"{error.path}: {error.reason}", "nothing was changed") from error
    for name in built.files:
        click.echo(f"{out / name}  {(out / name).stat().st_size / 1024:.0f} KB", err=True)


def _progress(file: str) -> None:
    """One line a package, on a terminal only."""
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo(f"building {file}", err=True)
