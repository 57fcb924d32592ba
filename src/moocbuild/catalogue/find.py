"""Which courses are below a folder: their paths from there, in order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from moocbuild.diagnostics import Report, Span
from moocbuild.diagnostics.cataloguing import LINKED, NESTED, ODD_COURSE_YML, UNREADABLE
from moocbuild.source.files.tree import FOLDERS, span_name

COURSE_YML = "course/course.yml"


def courses_below(top: Path, without: str, report: Report) -> list[str]:
    """Folders with a course, from `top`, by name; "" is `top` itself.

    What stands in the way is reported. without: a folder, from `top`, that is not looked into.
    Folders whose name begins with a dot, and links, are passed over.
    """
    found: list[str] = []
    for path in _candidates(top, without, report):
        facts = (top / path / COURSE_YML).lstat()
        if stat.S_ISREG(facts.st_mode) or stat.S_ISLNK(facts.st_mode):  # a build refuses links
            found.append(path)
        else:
            message = f"'{COURSE_YML}' is not a file"
            report(ODD_COURSE_YML.at(Span(_below(path, COURSE_YML)), message))
    return outermost(found, report)


def outermost(paths: Iterable[str], report: Report, before: str = "") -> list[str]:
    """Without courses that lie in another one, which are reported. before: see `Job.named`."""
    found: list[str] = []
    known: set[str] = set()
    for path in sorted(paths, key=lambda each: each.split("/")):
        outer = next((each for each in _above(path) if each in known), None)
        if outer is None:
            known.add(path)
            found.append(path)
        elif path.removeprefix(outer).strip("/").split("/")[0] not in FOLDERS:  # a page may be so
            message = f"this course lies within that of '{outer or '.'}': it is left out"
            report(NESTED.at(Span(f"{before}{path}"), message))
    return sorted(found)


def _above(path: str) -> Iterator[str]:
    """Every folder above, the whole one ("") last."""
    while path:
        path = path.rpartition("/")[0]
        yield path


def _candidates(top: Path, without: str, report: Report) -> Iterator[str]:
    left = [""]
    while left:
        here = left.pop()
        skipped = {without}
        if os.path.lexists(top / here / COURSE_YML):
            yield here
            skipped |= {_below(here, name) for name in FOLDERS}
        left += (path for path in _folders(top, here, report) if path not in skipped)


def _folders(top: Path, here: str, report: Report) -> Iterator[str]:
    """Folders directly in one of them, from `top`."""
    try:
        with os.scandir(top / here) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        report(UNREADABLE.at(Span(here or "."), f"'{here or '.'}' cannot be read: {reason}"))
        return
    for entry in listed:
        name = span_name(entry.name)
        place = Span(_below(here, name))
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() or _is_junction(entry):
            if os.path.lexists(Path(entry.path, COURSE_YML)):
                report(LINKED.at(place, f"'{name}' is a link to a course: it is left out"))
        elif entry.is_dir(follow_symlinks=False):
            if name == entry.name:
                yield place.path
            else:
                report(UNREADABLE.at(place, f"'{name}' is not a valid name"))


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """A folder of Windows that lies elsewhere; known from Python 3.12 on."""
    asked = getattr(entry, "is_junction", None)
    return bool(asked and asked())


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
