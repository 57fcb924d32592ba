"""Films without what cameras and programs wrote into them: the file keeps its length.

Offsets in the index of a film count from its beginning. What is taken out is therefore blanked:
a `free` box in MP4 (ISO/IEC 14496-12, 8.1.2), a Void element in WebM (RFC 8794, 11.3.2).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from moocbuild.media.cut import BrokenError, Bytes, Cut, blank
from moocbuild.model.asset import Piece

_TOP = frozenset(b"ftyp styp mdat moof sidx ssix mfra".split())
_MOVIE = frozenset(b"iods mvex".split())
_TRACK = frozenset(b"edts tref trgr".split())
_MEDIA = frozenset(b"hdlr minf elng".split())
_KEPT = {b"moov": _MOVIE, b"trak": _TRACK, b"mdia": _MEDIA}
"""What is kept within a box; the boxes named here are walked, wherever they stand."""

_DATED = frozenset(b"mvhd tkhd mdhd".split())
_SHOWN = frozenset(b"vide auxv pict soun text sbtl subt clcp tmcd hint odsm sdsm".split())
_MEASURED = "has a track of measurements, which may tell places"
_MOST_BOXES = 100_000

Box = tuple[bytes, int, int, int]
"""Kind, and where it, its body, and what follows it begin."""


def boxes(file: Bytes, start: int, end: int) -> Iterator[Box]:
    """Each box in this span."""
    while start < end:
        size, kind = struct.unpack(">I4s", file.at(start, 8))
        body = start + 8
        if size == 1:
            body, size = start + 16, file.number(">Q", body)
        size = size or end - start  # 0: to the end
        if start + size < body or start + size > end:
            raise BrokenError
        yield kind, start, body, start + size
        start += size


def free(size: int) -> list[Piece]:
    """A box of this length without anything in it."""
    if size >> 32:
        return [struct.pack(">I4sQ", 1, b"free", size), *blank(size - 16)]
    return [struct.pack(">I4s", size, b"free"), *blank(size - 8)]


def mp4(file: Bytes) -> Cut:
    """Without users' data, without anyone's own boxes, without times of recording."""
    file.left = _MOST_BOXES
    left: list[str] = []
    pieces = _within(file, 0, file.size, _TOP, left)
    return Cut(pieces, left="".join(left[:1]))


def movie(file: Bytes, box: Box) -> list[Piece]:
    """The index of a film."""
    return _part(file, box, frozenset(), [])


def _within(
    file: Bytes, start: int, end: int, kept: frozenset[bytes], left: list[str]
) -> list[Piece]:
    parts = (_part(file, box, kept, left) for box in boxes(file, start, end))
    return [piece for pieces in parts for piece in pieces]


def _part(file: Bytes, box: Box, kept: frozenset[bytes], left: list[str]) -> list[Piece]:
    kind, start, body, end = box
    if kind in _KEPT:
        return [(start, body), *_within(file, body, end, _KEPT[kind], left)]
    if kind in _DATED:
        return _undated(file, box)
    if kind not in kept:
        return free(end - start)
    if kind == b"hdlr" and file.at(body, 12)[8:] not in _SHOWN:
        left.append(_MEASURED)
    return [(start, end)]


def _undated(file: Bytes, box: Box) -> list[Piece]:
    """When it was recorded, and last changed."""
    _, start, body, end = box
    size = 16 if file.at(body, 1)[0] else 8
    if body + 4 + size > end:
        raise BrokenError
    return [(start, body + 4), bytes(size), (body + 4 + size, end)]


# --- WebM (RFC 9559) ----------------------------------------------------------------------------

_SEGMENT, _TAGS, _ATTACHMENTS, _VOID = 0x18538067, 0x1254C367, 0x1941A469, 0xEC


def webm(file: Bytes) -> Cut:
    """Without tags and attached files. A film that was recorded live has no lengths: none."""
    pieces: list[Piece] = []
    start = 0
    while start < file.size:
        kind, body = _id(file, start)
        end, body = _end(file, body)
        if kind == _SEGMENT:
            end = body  # what it holds comes next
        if end is None:
            return Cut([*pieces, (start, file.size)])
        element = file.span(start, end)
        if kind in (_TAGS, _ATTACHMENTS):
            pieces += _void(end - start)
        else:
            pieces.append(element)
        start = end
    return Cut(pieces)


def _id(file: Bytes, start: int) -> tuple[int, int]:
    size = 9 - file.at(start, 1)[0].bit_length()
    if size > 4:
        raise BrokenError
    return int.from_bytes(file.at(start, size)), start + size


def _end(file: Bytes, start: int) -> tuple[int | None, int]:
    """Where an element ends whose length stands at `start`, None if unknown; where it begins."""
    size = 9 - file.at(start, 1)[0].bit_length()
    if size > 8:
        raise BrokenError
    length = int.from_bytes(file.at(start, size)) & (1 << 7 * size) - 1
    body = start + size
    return (None if length == (1 << 7 * size) - 1 else body + length), body


def _void(size: int) -> list[Piece]:
    if size < 9:
        return [bytes([_VOID, 0x80 | size - 2]), *blank(size - 2)]
    return [bytes([_VOID, 1]) + (size - 9).to_bytes(7), *blank(size - 9)]
