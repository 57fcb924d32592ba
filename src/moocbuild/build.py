"""read → load → check → select → add pages → fit → render → verify → pack → write.

The only module that knows the order. Everything up to `write` is a function of values.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from moocbuild.checks import checks, package_checks
from moocbuild.diagnostics import Collector, Report
from moocbuild.lower import lower
from moocbuild.model.course import Course, Track
from moocbuild.model.select import select
from moocbuild.package import Package
from moocbuild.package.memo import one_build
from moocbuild.package.release import write_release
from moocbuild.pages import add_pages
from moocbuild.report.page import report_page
from moocbuild.source.course import load_course
from moocbuild.source.files.lock import Ids
from moocbuild.source.files.tree import SourceTree, read_tree
from moocbuild.target import Target
from moocbuild.targets import targets
from moocbuild.verify import verify

REPORT = "report.html"
_WEB = "web"
_OURS = Path(__file__).parent
Progress = Callable[[str], None]
Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The course as read; None where it could not be made. All findings are in the report."""

    course: Course | None
    tree: SourceTree
    ids: Ids


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build: names of targets (none: the course's own, else all) and of a track."""

    targets: tuple[str, ...] = ()
    track: str = ""
    every_track: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """One package to be: the fitted course, and the file that it becomes."""

    target: Target
    course: Course
    file: str


@dataclass(slots=True)
class Built:
    """Written files with their sha256, in order of their names."""

    files: dict[str, str] = field(default_factory=dict)


class UnknownNameError(Exception):
    """A target or track that was asked for by name and is not there."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        super().__init__(f"no {what} '{name}'")
        self.name, self.known = name, tuple(known)


def load(root: Path, report: Report, today: datetime.date) -> Loaded:
    """Reads and checks the course below `root`."""
    tree = read_tree(root, report)
    course, ids = load_course(tree, report, today)
    if course is not None:
        for check in checks():
            for diagnostic in check(course):
                report(diagnostic)
    return Loaded(course, tree, ids)


def check_pages(course: Course, report: Report) -> None:
    """Holds the pages of the web package against their budgets."""
    (variant,) = variants(course, BuildRequest((_WEB,)), Collector())
    package = variant.target.render(variant.course, Collector())
    for check in package_checks():
        for diagnostic in check(variant.course, package):
            report(diagnostic)


def variants(course: Course, wanted: BuildRequest, report: Report) -> list[Variant]:
    """Every package asked for, fitted to its target; raises UnknownNameError."""
    chosen = _targets(course, wanted.targets)
    whole = [add_pages(each) for each in _tracks(course, wanted)]
    return [
        Variant(target, lower(each, target, report), file_name(each, target))
        for each in whole
        for target in chosen
    ]


def file_name(course: Course, target: Target) -> str:
    """`<id>-<version>-<language>[-<track>]-<target><suffix>`."""
    track = f"-{course.track}" if course.track else ""
    return f"{course.id}-{course.version}-{course.language}{track}-{target.name}{target.suffix}"


def build(found: list[Variant], source: Course, out: Path, progress: Progress) -> Built:
    """Writes every variant, report.html and SHA256SUMS into `out`: all of them or none."""
    files: dict[str, Callable[[BinaryIO], None]] = {
        variant.file: partial(_write, variant, progress) for variant in found
    }
    page = report_page(source, [(v.target, v.file) for v in found])
    files[REPORT] = lambda stream: _write_bytes(stream, page)
    with one_build():
        return Built(write_release(out, files))


def _write(variant: Variant, progress: Progress, stream: BinaryIO) -> None:
    progress(variant.file)
    variant.target.pack(_rendered(variant), stream)


def _rendered(variant: Variant) -> Package:
    """The package, verified. A template of ours that is missing is our bug, media are not."""
    try:
        package = variant.target.render(variant.course, Collector())
    except OSError as error:
        if Path(error.filename or "").is_relative_to(_OURS):
            raise RuntimeError(f"{error.filename} is missing") from error
        raise
    verify(package, variant.target.name)
    return package


def _write_bytes(stream: BinaryIO, data: bytes) -> None:
    stream.write(data)


def _targets(course: Course, names: tuple[str, ...]) -> list[Target]:
    known = targets()
    wanted = names or course.settings.targets or tuple(known)
    return [_named("target", name, known) for name in dict.fromkeys(wanted)]


def _tracks(course: Course, wanted: BuildRequest) -> Iterator[Course]:
    known = {track.id: track for track in course.tracks}
    if wanted.track:
        track: Track = _named("track", wanted.track, known)
        yield select(course, track)
        return
    yield course
    if wanted.every_track:
        yield from (select(course, track) for track in course.tracks)


def _named(what: str, name: str, known: Mapping[str, Named]) -> Named:
    if name not in known:
        raise UnknownNameError(what, name, list(known))
    return known[name]
