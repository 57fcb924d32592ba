"""Which jobs there are: a course of a folder each, or of each git revision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from moocbuild.catalogue import Job, Revision
from moocbuild.catalogue.find import courses_below
from moocbuild.catalogue.revisions import courses_of, revisions
from moocbuild.diagnostics import Report, Span
from moocbuild.diagnostics.cataloguing import NO_COURSES
from moocbuild.source.files.tree import FOLDERS


class WithinCourseError(Exception):
    """The catalogue would be written among the files of a course."""


def planned(like: Job, names: tuple[str, ...], report: Report) -> list[Job]:
    """One job for each course below `like.top`, in order; like: what all jobs have in common.

    names: git revisions; none: the folder as it is. Raises UnknownNameError for a revision that
    git does not know, and WithinCourseError.
    """
    top = Path(like.top)
    if not names:
        found = [replace(like, path=path) for path in _below(like, report)]
        _apart(like, found)
        return found
    return [
        replace(like, path=path, revision=revision, state=state)
        for revision in revisions(top, names)
        for path, state in _of(top, revision, report)
    ]


def _below(like: Job, report: Report) -> list[str]:
    top, out = Path(like.top), Path(like.out)
    without = out.relative_to(top).as_posix() if out.is_relative_to(top) else ""
    found = courses_below(top, without, report)
    if not found:
        report(NO_COURSES.at(Span("."), "no folder here has a file course/course.yml"))
    return found


def _of(top: Path, revision: Revision, report: Report) -> Iterator[tuple[str, str]]:
    found = list(courses_of(top, revision, report))
    if not found:
        message = f"git revision '{revision.name}' has no file course/course.yml here"
        report(NO_COURSES.at(Span("."), message, help="name a revision that has courses"))
    return iter(found)


def _apart(like: Job, found: list[Job]) -> None:
    out = Path(like.out)
    for job in found:
        if any(out.is_relative_to(Path(job.top, job.path, name)) for name in FOLDERS):
            raise WithinCourseError(f"'{like.out}' is among the files of the course '{job.named}'")
