"""What was handed in: a file, an archive or a folder, read within limits and never written to."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from moocbuild.archive import Archive, read_xml, reading
from moocbuild.archive.limits import Limits
from moocbuild.archive.xml import Xml
from moocbuild.diagnostics import Report, Span
from moocbuild.diagnostics.importing import ENCODING, UNREADABLE
from moocbuild.importing.errors import ImportFailed
from moocbuild.values import dataclass

MAX_FILE = 200_000_000
MAX_FILES = 20_000
_LIMITS = Limits(xml=MAX_FILE, nodes=3_000_000)
_SKIPPED = frozenset({".git", ".obsidian", ".trash", "node_modules", "__pycache__", ".venv"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """name: as people call it. data: of a file. archive: where the file is one.

    files: of a folder, by path from it; else empty.
    """

    name: str
    data: bytes = b""
    archive: Archive | None = None
    files: Mapping[str, Path] | None = None

    @property
    def suffix(self) -> str:
        """The end of its name, in small letters."""
        return Path(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """Its name without the end."""
        return Path(self.name).stem

    def span(self, line: int = 0) -> Span:
        """A place in it."""
        return Span(self.name, line)

    def xml(self) -> Xml:
        """The file as XML, strictly. Raises RefusedError."""
        return read_xml(self.data, self.name, limits=_LIMITS)

    def text(self, report: Report) -> str:
        """The file as text: UTF-8, UTF-16 with its mark, or what Windows wrote in the west."""
        return decoded(self.data, self.span(), report)

    def repacked(self) -> io.BytesIO:
        """An Office document for a library that unpacks it: all XML in it has been read strictly.

        Raises RefusedError, and ImportFailed where it is no archive.
        """
        if self.archive is None:
            raise ImportFailed(UNREADABLE.at(self.span(), "no ZIP archive, as such files are"))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as whole:
            for member, data in self.archive.walk(lambda _: True):
                if member.name.endswith((".xml", ".rels")):
                    self.archive.xml(member.name)
                whole.writestr(member.name, data)
        return packed

    def file(self, path: str) -> bytes:
        """A file of the folder."""
        return (self.files or {})[path].read_bytes()


def decoded(data: bytes, place: Span, report: Report) -> str:
    """Bytes as text, with line ends of Unix. Raises ImportFailed for what is no text."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        found = data.decode(encoding)
    except UnicodeDecodeError:
        found = data.decode("cp1252", "replace")
        report(ENCODING.at(place, "not UTF-8: read as Windows-1252"))
    if "\0" in found:
        raise ImportFailed(UNREADABLE.at(place, "not a text"))
    return found.replace("\r\n", "\n").replace("\r", "\n")


def line_of(element: etree._Element) -> int:
    """The line on which an element begins, 0 where it is not known."""
    return int(getattr(element, "sourceline", 0) or 0)


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """A source, closed at the end. Raises RefusedError, ImportFailed and OSError."""
    name = path.resolve().name
    if path.is_dir():
        yield Source(name=name, files=dict(_walk(path)))
    elif _is_archive(path):
        with reading(path, name) as archive:
            archive.verify()
            yield Source(name=name, archive=archive)
    else:
        if path.stat().st_size > MAX_FILE:
            raise ImportFailed(UNREADABLE.at(Span(name), f"more than {MAX_FILE:,} bytes"))
        yield Source(name=name, data=path.read_bytes())


def _is_archive(path: Path) -> bool:
    """Whether the first bytes are those of a ZIP or of a gzipped file."""
    with path.open("rb") as file:
        return file.read(2) in (b"PK", b"\x1f\x8b")


def _walk(root: Path) -> Iterator[tuple[str, Path]]:
    """Files below a folder by name; links and hidden folders are passed over."""
    count = 0
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            each
            for each in folders
            if each not in _SKIPPED
            and not each.startswith(".")
            and not (Path(folder) / each).is_symlink()
        )
        for name in sorted(names):
            path = Path(folder) / name
            if path.is_symlink() or not path.is_file() or name.startswith("."):
                continue
            count += 1
            if count > MAX_FILES or path.stat().st_size > MAX_FILE:
                message = f"more than {MAX_FILES:,} files, or one of more than {MAX_FILE:,} bytes"
                raise ImportFailed(UNREADABLE.at(Span(root.name), message))
            yield path.relative_to(root).as_posix(), path
