"""What is to be compared: a course's folder, a package, a folder of packages, a git revision."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path

from moocbuild.archive import Limits, RefusedError, is_zip, reading
from moocbuild.compare import SUMMARY
from moocbuild.compare.facts import Facts, facts
from moocbuild.compare.slim import NotFactsError, unpacked
from moocbuild.diagnostics import Collector, Severity
from moocbuild.errors import ExportError
from moocbuild.freeze.revision import is_revision, write_revision
from moocbuild.source.course import load_course
from moocbuild.source.files.tree import read_tree
from moocbuild.values import dataclass

_LARGEST = 64_000_000
"""Bytes of a summary."""
_LIMITS = Limits(programs=True)  # nothing but the summary is read
_MANY = 1_000
"""Files of a folder that are looked at."""
_OTHERS = (".imscc", ".mbz", ".tar.gz", ".xml", ".csv", ".json")
_CARRIERS = (
    "packages for the web and for SCORM carry it; or give the course's folder, or a revision"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. errors: how many stand in the course, which was read as far as it goes."""

    facts: Facts
    errors: int = 0


def side(name: str, root: Path) -> Side:
    """What `name` means: a path, else a git revision of the course below `root`.

    Raises ExportError, with what to do, where it is neither or cannot be compared.
    """
    path = Path(name)
    if path.is_file():
        return Side(of_package(path))
    if path.is_dir():
        return of_folder(path) if (path / "course").is_dir() else Side(_of_release(path))
    if not is_revision(root, name):
        raise ExportError("is no file, no folder and no git revision of this course")
    with tempfile.TemporaryDirectory(prefix="moocbuild-") as folder:
        write_revision(root, name, Path(folder))
        return of_folder(Path(folder))


def of_folder(root: Path) -> Side:
    """The course below a folder, even if it has errors, as far as it can be read."""
    report = Collector()
    course, _ = load_course(read_tree(root, report), report, datetime.date.min)
    errors = [each for each in report.sorted() if each.rule.severity >= Severity.ERROR]
    if course is None:
        first = next((e for e in errors if e.span.path.endswith(".yml")), errors[0])
        raise ExportError(f"cannot be read: {first.span.path}: {first.message}")
    return Side(facts(course), len(errors))


def of_package(path: Path) -> Facts:
    """The facts that a package carries of its course."""
    found = _carried(path)
    if found is None:
        what = "such packages carry" if path.name.endswith(_OTHERS) else "it carries"
        raise ExportError(f"{what} no summary of the course: {_CARRIERS}")
    return found


def _of_release(folder: Path) -> Facts:
    for path in sorted(folder.iterdir())[:_MANY]:
        if path.suffix == ".zip" and path.is_file() and (found := _carried(path)):
            return found
    raise ExportError(f"holds neither a course nor a package with a summary of one: {_CARRIERS}")


def _carried(path: Path) -> Facts | None:
    """What a ZIP archive holds of it; None for all that is none, or has none."""
    try:
        if not is_zip(path):
            return None
        with reading(path, limits=_LIMITS) as archive:
            if SUMMARY not in archive.members:
                return None
            data = archive.read(SUMMARY, _LARGEST)
    except RefusedError as error:
        raise ExportError(f"cannot be read: {error}") from error
    except OSError:
        return None
    try:
        return unpacked(data)
    except NotFactsError as error:
        newer = str(error) == "newer"
        why = "made by a newer moocbuild: update this one" if newer else "damaged: copy it again"
        raise ExportError(f"has a summary that is {why}") from error
