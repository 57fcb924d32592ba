"""Files in pieces: what is kept of one, and what stands in place of the rest."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from moocbuild.model.asset import Piece, length
from moocbuild.values import dataclass


class BrokenError(Exception):
    """The file is not built as its kind should be, or in ways that are not known."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What is kept of a file, in order.

    orientation: 1 to 8 as in Exif. left: what cannot be taken out and may tell a place; completes
    "the file …".
    """

    pieces: list[Piece]
    orientation: int = 1
    left: str = ""


@dataclass(slots=True)
class Bytes:
    """A file by offsets. Reading past its end, or in endless tiny parts, is a BrokenError."""

    stream: BinaryIO
    size: int
    left: int = 1_000_000

    def at(self, start: int, length: int) -> bytes:
        """These bytes."""
        self.left -= 1
        if self.left < 0:
            raise BrokenError
        self.stream.seek(start)
        data = self.stream.read(length)
        if len(data) < length:
            raise BrokenError
        return data

    def number(self, form: str, start: int) -> int:
        """A number as `struct` writes it."""
        return int(struct.unpack(form, self.at(start, struct.calcsize(form)))[0])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From where to where, within the file."""
        if not start <= end <= self.size:
            raise BrokenError
        return start, end


_BLANK = bytes(1 << 16)


def blank(size: int) -> list[Piece]:
    """As many zeros, without taking as much memory."""
    return [*[_BLANK] * (size // len(_BLANK)), bytes(size % len(_BLANK))]


def is_whole(pieces: list[Piece], file: Bytes) -> bool:
    """Whether the pieces are the file as it was."""
    end = 0
    for piece in pieces:
        start, end = end, end + length(piece)
        if isinstance(piece, tuple):
            if piece[0] != start:
                return False
        elif end > file.size or file.at(start, len(piece)) != piece:
            return False
    return end == file.size


def joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Spans that follow each other as one."""
    last: Piece = b""
    for piece in pieces:
        if isinstance(last, tuple) and isinstance(piece, tuple) and last[1] == piece[0]:
            last = (last[0], piece[1])
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
