"""Picture sizes of MP4 videos: boxes of ISO/IEC 14496-12, without decoding anything."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from moocbuild.media import MediaError
from moocbuild.media.images import Size, take

_MOST_BOXES = 10_000
_HEADER = 8


def mp4_size(stream: BinaryIO, tail: bytes) -> Size:
    """The largest track's size (8.3.2, `tkhd`); (0, 0) for sound alone.

    Raises MediaError where `moov` is missing or a box reaches past the end of the file.
    """
    end = stream.seek(0, 2)
    left = iter(range(_MOST_BOXES))
    sizes = [(0, 0)]
    movies = [span for kind, span in _boxes(stream, (0, end), left) if kind == b"moov"]
    if not movies:
        raise MediaError("is truncated: it has no index (moov)")
    for kind, track in _boxes(stream, movies[0], left):
        if kind == b"trak":
            found = _boxes(stream, track, left)
            sizes += [_track_size(stream, span) for kind, span in found if kind == b"tkhd"]
    return max(sizes, key=lambda size: size[0] * size[1])


def _boxes(
    stream: BinaryIO, span: tuple[int, int], left: Iterator[int]
) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Kind and the span of the body of each box in `span`. left: how many may still be read."""
    start, end = span
    while start < end:
        if next(left, None) is None:
            raise MediaError("has too many parts")
        kind, header, size = _header(stream, start, end)
        if size < header or start + size > end:
            raise MediaError("is truncated: a part extends past its end")
        yield kind, (start + header, start + size)
        start += size


def _header(stream: BinaryIO, start: int, end: int) -> tuple[bytes, int, int]:
    stream.seek(start)
    size, kind = struct.unpack(">I4s", take(stream, _HEADER))
    if size == 0:  # to the end of the file
        return kind, _HEADER, end - start
    if size == 1:  # 64-bit size
        return kind, 16, int.from_bytes(take(stream, 8), "big")
    return kind, _HEADER, size


def _track_size(stream: BinaryIO, span: tuple[int, int]) -> Size:
    """The last eight bytes of `tkhd`: width and height as 16.16 fixed point."""
    start, end = span
    if end - start < 84:
        raise MediaError("has a track without a size")
    stream.seek(end - _HEADER)
    width, height = struct.unpack(">II", take(stream, _HEADER))
    return width >> 16, height >> 16
