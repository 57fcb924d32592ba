"""`moocbuild report`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from moocbuild.build import BuildRequest, Loaded, check_targets, load, variants
from moocbuild.cli.diff import read
from moocbuild.cli.findings import emit, status, summary, today, unknown
from moocbuild.cli.problems import OK, Problem, two
from moocbuild.compare.changes import Compared, compared
from moocbuild.diagnostics import Collector
from moocbuild.errors import TwoCoursesError, UnknownNameError
from moocbuild.model.course import Course
from moocbuild.package.release import Sums, sums_of
from moocbuild.report.access import criteria, openacr
from moocbuild.report.data import Release, data
from moocbuild.report.page import report_page, words_of
from moocbuild.source.files.lock import changes


def run(root: Path, out: Path | None, names: tuple[str, ...], since: str, format_: str) -> int:
    """Writes the report; of a course with errors it says them instead."""
    report = Collector()
    loaded = load(root, report, today())
    release = _release(loaded, report, root, names, since)
    if release is None:
        emit(report.sorted(), loaded.tree.line, "full", notes=False)
        click.echo(f"{summary(report.sorted())}; nothing was written", err=True)
        return status(report)
    text = _FORMATS[format_](release)
    if out is None:
        click.echo(text, nl=False)
        return OK
    try:
        out.write_bytes(text)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problem(f"{out}: {reason}", "name another file with --out") from error
    return OK


def _release(
    loaded: Loaded, report: Collector, root: Path, names: tuple[str, ...], since: str
) -> Release | None:
    course = loaded.course
    if course is None:
        return None
    try:
        check_targets(course, BuildRequest(names), report)
        found = variants(course, BuildRequest(names), report) if not report.failed else []
    except UnknownNameError as error:
        raise unknown(error) from None
    if report.failed:
        return None
    packages = [(variant.target, variant.file) for variant in found]
    return Release(
        course=course,
        packages=packages,
        findings=report.sorted(),
        lock=changes(loaded.ids),
        since=_since(course, since, root),
        sums=_sums(root / "dist", [file for _, file in packages]),
    )


def _since(course: Course, name: str, root: Path) -> Compared | None:
    if not name:
        return None
    try:
        return compared(read(name, root).facts, course)
    except TwoCoursesError as error:
        raise two(error) from error


def _sums(folder: Path, files: list[str]) -> Sums:
    """Of the packages that a build has written already."""
    known = sums_of(folder) if folder.is_dir() else {}
    return {file: known[file] for file in sorted(files) if file in known}


def _json(release: Release) -> bytes:
    return _text(data(release, words_of(release.course)))


def _openacr(release: Release) -> bytes:
    say = words_of(release.course)
    return _text(openacr(release.course, criteria(release.course, release.findings, say), say))


def _text(value: Mapping[str, object]) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode("utf-8", "replace")


_FORMATS: Mapping[str, Callable[[Release], bytes]] = {
    "html": report_page,
    "json": _json,
    "openacr": _openacr,
}
