"""Sounds without what programs wrote before and after them: titles, places, pictures."""

from __future__ import annotations

import re
import struct

from moocbuild.media.cut import BrokenError, Bytes, Cut
from moocbuild.model.asset import Piece

_ID3, _ID3_OLD, _APE, _LYRICS = b"ID3", b"TAG", b"APETAGEX", b"LYRICS200"
_MOST_TAGS = 20


def mp3(file: Bytes) -> Cut:
    """What stands between the tags (id3.org; APEv2; Lyrics3)."""
    start, end = 0, file.size
    for _ in range(_MOST_TAGS):
        size = _tag_before(file, start, end)
        if not size:
            break
        start = min(start + size, end)
    for _ in range(_MOST_TAGS):
        size = _tag_behind(file, start, end)
        if not size:
            break
        end = max(end - size, start)
    return Cut([file.span(start, end)])


def _tag_before(file: Bytes, start: int, end: int) -> int:
    """Bytes of an ID3v2 tag; the four digits of its length have seven bits each."""
    head = file.at(start, min(10, end - start))
    if not head.startswith(_ID3) or len(head) < 10:
        return 0
    size = 0
    for digit in head[6:]:
        size = size << 7 | digit & 0x7F
    return 10 + size + 10 * bool(head[5] & 0x10)


def _tag_behind(file: Bytes, start: int, end: int) -> int:
    if end - start >= 128 and file.at(end - 128, 3) == _ID3_OLD:
        return 128
    if end - start < 32:
        return 0
    tail = file.at(end - 32, 32)
    if tail.startswith(_APE):
        size, _, flags = struct.unpack("<III", tail[12:24])
        return int(size) + 32 * bool(flags >> 31)
    if tail.endswith(_LYRICS) and tail[-15:-9].isdigit():
        return int(tail[-15:-9]) + 15
    return 0


_WAV_KEPT = frozenset((b"fmt ", b"fact", b"data", b"wavl"))


def wav(file: Bytes) -> Cut:
    """Chunks that are heard (RIFF, 1991, 3)."""
    pieces: list[Piece] = []
    start = 12
    while start + 8 <= file.size:
        kind, size = struct.unpack("<4sI", file.at(start, 8))
        end = min(start + 8 + size + size % 2, file.size)
        if kind in _WAV_KEPT:
            pieces.append(file.span(start, end))
        start = end
    if not pieces:
        raise BrokenError
    size = min(sum(end - start for start, end in pieces) + 4, (1 << 32) - 1)
    return Cut([b"RIFF" + struct.pack("<I", size) + b"WAVE", *pieces])


_PLACE = re.compile(rb"(?i)\b(?:geo_?location|location|gps\w{0,20}|latitude|longitude)=")
_HEAD = 1 << 16


def ogg(file: Bytes) -> Cut:
    """Whole: comments stand in pages with sums of their own. Their names are read, though."""
    tells = _PLACE.search(file.at(0, min(_HEAD, file.size)))
    return Cut([(0, file.size)], left="has a comment that tells a place" if tells else "")
