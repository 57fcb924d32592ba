"""The bytes of an archive: of a file that stays open, or in memory. Only ever read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, Protocol

from moocbuild.archive import rules
from moocbuild.archive.refused import RefusedError


class Source(Protocol):
    """Bytes that can be read anywhere. size: how many."""

    size: int

    def read(self, at: int, count: int) -> bytes:
        """`count` bytes from `at`. Raises RefusedError where there are fewer."""

    def unchanged(self) -> None:
        """Raises RefusedError where the bytes are no longer those of the beginning."""


class Memory:
    """Bytes in memory."""

    def __init__(self, data: bytes) -> None:
        self._data, self.size = data, len(data)

    def read(self, at: int, count: int) -> bytes:
        """See Source."""
        return _whole(self._data[at : at + count], count)

    def unchanged(self) -> None:
        """Nobody else has them."""


class OpenFile:
    """A file, opened once: what is put in its place later is not read.

    A mapping would be quicker, but counts as this program's memory, a whole film of it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO = path.open("rb", buffering=0)
        self._first = _state(os.fstat(self._file.fileno()))
        self.size = self._first[0]

    def read(self, at: int, count: int) -> bytes:
        """See Source."""
        self._file.seek(at)
        data = self._file.read(count)
        while data and len(data) < count and (more := self._file.read(count - len(data))):
            data += more
        return _whole(data, count)

    def unchanged(self) -> None:
        """By its size and its times, here and where the path leads to now."""
        now = _state(os.fstat(self._file.fileno()))
        try:
            there = _state(self._path.stat())
        except OSError:
            there = (0, 0, 0)
        if now != self._first or there != self._first:
            raise RefusedError(rules.CHANGED, "it changed while it was read")

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


def _state(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_ino


def _whole(data: bytes, count: int) -> bytes:
    if len(data) < count:
        raise RefusedError(rules.DAMAGED, "it ends too early")
    return data
