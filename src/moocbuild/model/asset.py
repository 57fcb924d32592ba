"""A file that pages show or offer: an image, a sound, captions, a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from moocbuild.values import dataclass

Piece = bytes | tuple[int, int]
"""What stands in a file in place of something, or what is kept of it: from where to where."""
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """Bytes are read when packed: `content` is held only for what was rewritten (clean SVG).

    href: path from the course's root, `media/bench.svg`. size: bytes. width, height: pixels as
    shown, 0 where unknown. fills: a drawing that is as wide as it has room, as it says no size of
    its own. pieces: what a package gets of the source, () for all of it.
    """

    href: str
    media_type: str
    source: Path
    size: int
    sha256: str
    width: int = 0
    height: int = 0
    fills: bool = False
    content: bytes | None = None
    pieces: tuple[Piece, ...] = ()


def length(piece: Piece) -> int:
    """Bytes of a piece."""
    return len(piece) if isinstance(piece, bytes) else piece[1] - piece[0]


def blocks(stream: BinaryIO, pieces: Iterable[Piece]) -> Iterator[bytes]:
    """The bytes of the pieces of a file, in blocks; fewer where it is shorter now."""
    for piece in pieces:
        if isinstance(piece, bytes):
            yield piece
            continue
        start, end = piece
        stream.seek(start)
        while start < end and (block := stream.read(min(end - start, _BLOCK))):
            yield block
            start += len(block)
