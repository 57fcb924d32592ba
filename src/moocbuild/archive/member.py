"""What archives of every kind have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from moocbuild.archive.limits import Limits
from moocbuild.archive.xml import Xml
from moocbuild.diagnostics import Diagnostic
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """One file. name: with `/` between folders. size: in bytes, unpacked; packed: 0 in a tar."""

    name: str
    size: int
    packed: int = 0


class Archive(Protocol):
    """An archive that has been found sound: `open_archive` gives one.

    name: how people call it. kind: "zip" or "tar.gz". members: the files by name, in their order;
    folders are left out. found: warnings. Every method that reads may raise RefusedError.
    """

    name: str
    kind: str
    members: Mapping[str, Member]
    found: list[Diagnostic]
    limits: Limits

    def blocks(self, name: str) -> Iterator[bytes]:
        """The content of a file, piece by piece, checked at its end. KeyError: no such file."""

    def read(self, name: str, most: int | None = None) -> bytes:
        """The whole content; more than `most` bytes (or `limits.xml`) are refused."""

    def walk(self, wanted: Callable[[Member], bool]) -> Iterator[tuple[Member, bytes]]:
        """The files that are wanted, in the order of the archive: in a tar, in one pass."""

    def xml(self, name: str) -> Xml:
        """A file as XML, strictly: see `archive.xml`. Its warnings are not in `found`."""

    def verify(self) -> None:
        """Unpacks everything, keeps nothing: sizes, checksums, and that the file is unchanged."""

    def close(self) -> None:
        """Closes the file."""
