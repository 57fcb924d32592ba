"""PDF files without the places that programs wrote into their description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.media.cut import Bytes, Cut
from moocbuild.model.asset import Piece

_NAMES = (
    rb"exif:GPS\w{1,40}|photoshop:(?:City|State|Country)"
    rb"|Iptc4xmp(?:Core|Ext):\w{0,20}Location\w{0,20}"
)
_PLACE = re.compile(
    rb"<(?:" + _NAMES + rb")>[^<>]{0,400}</[\w:]{1,60}>"
    rb"|\b(?:" + _NAMES + rb")=(?:\"[^\"<>]{0,400}\"|'[^'<>]{0,400}')"
)
_PHOTO = re.compile(rb"Exif\0\0(?:MM\0\*|II\*\0)")
_GPS = {b"MM": b"\x88\x25\0\4\0\0\0\1", b"II": b"\x25\x88\4\0\1\0\0\0"}
_NEAR = 1 << 12
_BLOCK = 1 << 20
_OVERLAP = 1 << 10


def pdf(file: Bytes) -> Cut:
    """XMP says what is said as text: its places become blanks of the same length."""
    pieces: list[Piece] = []
    done, left = 0, ""
    for start, block in _blocks(file):
        for found in _PLACE.finditer(block):
            begin, end = (start + at for at in found.span())
            if begin >= done:
                pieces += [(done, begin), b" " * (end - begin)]
                done = end
        for photo in _PHOTO.finditer(block):
            at = photo.start() + 6
            if _GPS[block[at : at + 2]] in block[at : at + _NEAR]:
                left = "has a photo in it that tells where it was taken"
    return Cut([*pieces, (done, file.size)], left=left)


def _blocks(file: Bytes) -> Iterator[tuple[int, bytes]]:
    """The file in blocks, each with some of the one before."""
    for start in range(0, file.size, _BLOCK):
        begin = max(0, start - _OVERLAP)
        yield begin, file.at(begin, min(start + _BLOCK, file.size) - begin)
