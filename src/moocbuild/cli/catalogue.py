"""`moocbuild catalogue`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path

import click

from moocbuild.catalogue import Done, Job, Runner
from moocbuild.catalogue.plan import WithinCourseError, planned
from moocbuild.catalogue.shelf import HTML, JSON, Shelf
from moocbuild.cli.findings import emit, status, summary, unknown
from moocbuild.cli.problems import AUTHOR_ERRORS, BUG, OK, REFUSED, Problem
from moocbuild.diagnostics import Collector, Diagnostic, Severity, Span
from moocbuild.errors import NoClusterError, PackageError, UnknownNameError
from moocbuild.targets import targets
from moocbuild.values import dataclass

_ENDS = {"built": OK, "errors": AUTHOR_ERRORS, "refused": REFUSED, "failed": REFUSED, "bug": BUG}
_GO_ON = "run the same command again to go on; nothing is half written"


def run(
    folder: Path,
    out: Path | None,
    revisions: tuple[str, ...],
    names: tuple[str, ...],
    jobs: int | None,
    dask: str,
    page_language: str,
    strict: bool,
    cache: bool,
    format_: str,
) -> int:
    """Builds every course, says what was found, and lists them all."""
    out = _default(folder) if out is None else out
    like = Job(
        top=str(folder.resolve()),
        path="",
        out=str(out.resolve()),
        targets=names,
        strict=strict,
        cache=cache,
    )
    report = Collector(strict=strict)
    planned = _planned(like, revisions, report)
    shelf, told = Shelf(planned), _Told(strict or format_ != "full")
    if planned:
        _work(planned, _runner(jobs, dask), shelf, told)
    for each in shelf.findings():
        report(each)
    emit([*report.sorted(), *told.in_order()], told.line, format_)
    if planned:
        _write(shelf, out, report.sorted(), page_language)
    click.echo(told.summary(report.sorted()), err=True)
    return max(status(report), *told.ends())


def _default(folder: Path) -> Path:
    out = folder / "dist"
    if out.is_symlink():
        help = "remove the link, or name the folder with --out"
        raise Problem(f"{out} is a symbolic link, which may lead anywhere", help)
    return out


def _planned(like: Job, revisions: tuple[str, ...], report: Collector) -> list[Job]:
    known = targets()
    try:
        for name in like.targets:
            if name not in known:
                raise UnknownNameError("target", name, list(known))
        return planned(like, revisions, report)
    except UnknownNameError as error:
        raise unknown(error) from None
    except WithinCourseError as error:
        raise Problem(str(error), "name a folder beside the courses with --out") from None


def _runner(jobs: int | None, dask: str) -> Runner:
    if not dask:
        from moocbuild.catalogue.processes import processes

        return processes(jobs or _processors())
    if jobs:
        help = "leave --jobs out: the cluster has its own workers"
        raise Problem("--jobs and --dask cannot be one run", help)
    try:
        from moocbuild.catalogue.cluster import cluster
    except ModuleNotFoundError as error:
        help = "run 'python -m pip install distributed' where moocbuild is installed"
        raise Problem(
            f"--dask needs a package that is not installed: {error.name}", help
        ) from None
    return cluster(dask)


def _processors() -> int:
    """Those that this process may use."""
    asked = getattr(os, "sched_getaffinity", None)  # on Linux
    return len(asked(0)) if asked else os.cpu_count() or 1


def _work(jobs: list[Job], run: Runner, shelf: Shelf, told: _Told) -> None:
    done = 0
    try:
        with _progress(len(jobs)) as step, run(jobs) as results:
            for each in results:
                shelf.add(each)
                told.add(each)
                done += 1
                step(each)
    except NoClusterError as error:
        help = "give --dask the address of a scheduler, as in tcp://127.0.0.1:8786"
        raise Problem(f"{error.address}: {error}", help) from error
    except (KeyboardInterrupt, SystemExit):
        click.echo(f"\ninterrupted: {done} of {len(jobs)} courses are done", err=True)
        click.echo(f"help: {_GO_ON}", err=True)
        raise


def _write(shelf: Shelf, out: Path, found: list[Diagnostic], language: str) -> None:
    try:
        shelf.write(out.resolve(), found, language)
    except PackageError as error:
        help = "make room, or name another folder with --out"
        raise Problem(f"{error.path}: {error.reason}", help) from error
    for name in (HTML, JSON):
        click.echo(f"{out / name}  {(out / name).stat().st_size / 1024:.0f} KB", err=True)


@dataclass(slots=True)
class _Told:
    """What is said at the end. warnings: whether they are shown, too; of a thousand courses they
    would be many."""

    warnings: bool
    found: list[Diagnostic] = field(default_factory=list)
    lines: dict[tuple[str, int], str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0

    def add(self, done: Done) -> None:
        """Keeps what will be shown of a course."""
        self.counts[done.status] = self.counts.get(done.status, 0) + 1
        self.unchanged += done.unchanged
        shown = [d for d in done.findings if self.warnings or d.rule.severity is Severity.ERROR]
        self.found += shown
        places = {(at.path, at.line) for d in shown for at in (d.span, *(s for s, _ in d.related))}
        self.lines |= {place: text for place, text in done.lines.items() if place in places}
        if done.trace:
            click.echo(done.trace, err=True)

    def in_order(self) -> list[Diagnostic]:
        """By course, in whatever order they were done."""
        return sorted(self.found, key=lambda d: (d.span.path, d.span.line, d.span.column))

    def line(self, span: Span) -> str:
        """The author's line at `span`, "" where there is none."""
        return self.lines.get((span.path, span.line), "")

    def ends(self) -> Iterator[int]:
        """The exit statuses of all courses."""
        yield OK
        yield from (_ENDS[each] for each in self.counts)

    def summary(self, found: list[Diagnostic]) -> str:
        """`48 courses built (45 unchanged), 2 not built; 1 warning`."""
        built = self.counts.get("built", 0)
        said = f"{built} course{'' if built == 1 else 's'} built"
        said += f" ({self.unchanged} unchanged)" if self.unchanged else ""
        left = sum(self.counts.values()) - built
        said += f", {left} not built" if left else ""
        return f"{said}; {summary([*found, *self.found])}"


# --- how far it is ------------------------------------------------------------------------------


@contextmanager
def _progress(number: int) -> Iterator[Callable[[Done], None]]:
    """Called for each course that is done: a bar on a terminal, else a line."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _Lines(number)
        return
    begun, done = time.monotonic(), 0

    def rate(_: object) -> str:
        return f"{done / max(time.monotonic() - begun, 0.001):.1f} courses a second"

    with click.progressbar(
        length=number, file=sys.stderr, show_pos=True, item_show_func=rate
    ) as bar:

        def step(each: Done) -> None:
            nonlocal done
            done += 1
            bar.update(1)

        yield step


class _Lines:
    """`3/50 nursing/wounds: built`."""

    def __init__(self, number: int) -> None:
        self.number, self.done = number, 0

    def __call__(self, each: Done) -> None:
        self.done += 1
        said = "unchanged" if each.unchanged else _SAID[each.status]
        click.echo(f"{self.done}/{self.number} {each.job.named}: {said}", err=True)


_SAID = {
    "built": "built",
    "errors": "has errors, not built",
    "refused": "refused",
    "failed": "failed",
    "bug": "failed, by a mistake of moocbuild",
}
