"""Archives of strangers: read in memory, never unpacked to disk; what is ambiguous is refused.

    with reading(Path("course.imscc")) as archive:
        archive.verify()  # sizes and checksums of everything
        manifest = archive.xml("imsmanifest.xml").root

`open_archive` refuses (RefusedError, with a rule of `archive.rules`) whatever two programs could
read in two ways, and what is made to harm: see docs/explanation/strangers-packages.md. `hrefs`
says which file a link within an archive leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from moocbuild.archive import rules
from moocbuild.archive.limits import LIMITS, Limits
from moocbuild.archive.member import Archive, Member
from moocbuild.archive.refused import RefusedError
from moocbuild.archive.sniff import what_it_is
from moocbuild.archive.source import Memory, OpenFile, Source
from moocbuild.archive.tar import TarArchive
from moocbuild.archive.xml import Xml, check_xml, read_xml
from moocbuild.archive.zip import ZipArchive

__all__ = [
    "LIMITS",
    "Archive",
    "Limits",
    "Member",
    "RefusedError",
    "Xml",
    "check_xml",
    "is_zip",
    "open_archive",
    "read_xml",
    "reading",
]

_ZIP, _GZIP = b"PK", b"\x1f\x8b"


def open_archive(what: Path | bytes, name: str = "", limits: Limits = LIMITS) -> Archive:
    """A ZIP or gzipped tar archive, of a file or of bytes; the first bytes say which.

    name: how people call it (default: the file's name). Raises RefusedError, and OSError where
    the file cannot be opened. Close it, or use `reading`.
    """
    source: OpenFile | Memory = Memory(what) if isinstance(what, bytes) else OpenFile(what)
    name = name or ("" if isinstance(what, bytes) else what.name)
    try:
        return _opened(source, name, limits)
    except BaseException:
        if isinstance(source, OpenFile):
            source.close()
        raise


@contextmanager
def reading(what: Path | bytes, name: str = "", limits: Limits = LIMITS) -> Iterator[Archive]:
    """`open_archive`, closed at the end."""
    archive = open_archive(what, name, limits)
    try:
        yield archive
    finally:
        archive.close()


def is_zip(path: Path) -> bool:
    """Whether the first bytes of a file say that it is a ZIP archive."""
    with path.open("rb") as file:
        return file.read(len(_ZIP)) == _ZIP


def _opened(source: Source, name: str, limits: Limits) -> Archive:
    if source.size == 0:
        raise RefusedError(rules.NOT_AN_ARCHIVE, "the file is empty")
    head = source.read(0, min(4, source.size))
    if head[:2] == _GZIP:
        return TarArchive(source, name, limits)
    if head[:2] != _ZIP and (what := what_it_is(source)) and not _ends_as_zip(source):
        raise RefusedError(rules.NOT_AN_ARCHIVE, f"no archive, but {what}")
    if head[:2] != _ZIP and not _ends_as_zip(source):
        raise RefusedError(rules.NOT_AN_ARCHIVE, "neither a ZIP nor a gzipped tar archive")
    return ZipArchive(source, name, limits)


def _ends_as_zip(source: Source) -> bool:
    start = max(0, source.size - 22 - 0xFFFF)
    return b"PK\5\6" in source.read(start, source.size - start)
