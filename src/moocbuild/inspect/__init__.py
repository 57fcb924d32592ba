"""Packages that anybody made: what is in one, and what is wrong with it.

`inspect` opens an archive through the strict reader (`archive`), recognises the kind of package
(`kinds`, one file each), and asks what the standard demands (`clauses`). Nothing is unpacked to
disk, run or fetched.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from moocbuild.archive import LIMITS, Archive, Limits, RefusedError, reading
from moocbuild.archive.refused import place, shown
from moocbuild.diagnostics import Report
from moocbuild.inspect import rules
from moocbuild.inspect.contents import Contents, Looking
from moocbuild.inspect.kinds import kinds
from moocbuild.inspect.scan import scan
from moocbuild.values import dataclass

__all__ = ["Inspected", "inspect"]


@dataclass(frozen=True, slots=True)
class Inspected:
    """A package. archive: "zip", "tar.gz", or "" where it was refused; size: of the file in bytes.

    contents: None where it was refused or is of no known kind. files: name → bytes, unpacked.
    """

    name: str
    size: int
    archive: str = ""
    contents: Contents | None = None
    files: tuple[tuple[str, int], ...] = ()


def inspect(path: Path, report: Report, name: str = "", limits: Limits = LIMITS) -> Inspected:
    """Looks into a package; whatever is wrong is reported, at `NAME!FILE:LINE`.

    name: how people call the file (default: its path as given). Raises OSError where it cannot
    be opened.
    """
    name = name or path.as_posix()
    size = path.stat().st_size
    try:
        with reading(path, name, limits) as archive:
            for each in archive.found:
                report(each)
            archive.verify()
            contents = _look(archive, report)
            files = tuple((one.name, one.size) for one in archive.members.values())
            return Inspected(name, size, archive.kind, contents, files)
    except RefusedError as error:
        report(error.diagnostic(name))
        return Inspected(name, size)


def _look(archive: Archive, report: Report) -> Contents | None:
    looking = Looking(archive, report)
    for kind in kinds():
        if kind.recognise(looking):
            contents: Contents = kind.look(looking)
            scan(looking)
            return contents
    _unknown(archive, report)
    scan(looking)
    return None


def _unknown(archive: Archive, report: Report) -> None:
    marks = [mark for kind in kinds() for mark in kind.MARKS if not mark.startswith(".")]
    inner = _inner(archive.members, dict.fromkeys(marks))
    if inner:
        folder = inner.rpartition("/")[0]
        message = f"'{shown(inner.rpartition('/')[2])}' lies in the folder '{shown(folder)}'"
        report(rules.NOT_AT_ROOT.at(place(archive.name, inner), message))
    elif "[Content_Types].xml" in archive.members:
        message = "an Office document, not a package for learning systems"
        report(rules.UNKNOWN.at(place(archive.name), message, help=_IMPORT))
    else:
        message = "none of the files is there by which packages are known"
        report(rules.UNKNOWN.at(place(archive.name), message))


_IMPORT = "name the package that was exported from a learning system"


def _inner(names: Iterable[str], marks: Iterable[str]) -> str:
    """The file in a folder by which a package would be known, the outermost one."""
    found = [name for name in names if name.rpartition("/")[2] in marks and "/" in name]
    return min(found, key=lambda name: (name.count("/"), name), default="")
