"""Sizes of raster images from their headers: one function a format, no pixel is ever decoded.

Each takes a binary stream at its beginning and the file's last bytes, and returns width and
height in pixels. Each raises MediaError where the header is truncated or where bytes stand in
which a browser could read as another kind of file (a polyglot).
"""

from __future__ import annotations

import re
import struct
from typing import BinaryIO

from moocbuild.media import MediaError

Size = tuple[int, int]

_MOST_SEGMENTS = 2_000
_SCRIPT_WIDTH = re.compile(rb"[\t\n\r -/:-?\[-^{-~][\t\n\r -~]")
"""After `GIF89a`, a name in JavaScript, what lets a script go on (`=`, `/*`): only in images more
than 2,303 pixels wide, and then one in ten."""

_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"


def png_size(stream: BinaryIO, tail: bytes) -> Size:
    """PNG, third edition, 5.2 and 11.2.1: the signature, then IHDR; IEND is last."""
    head = take(stream, 24)
    if head[8:16] != b"\0\0\0\rIHDR":
        raise MediaError("does not begin like a PNG")
    if not tail.rstrip(b"\0\n\r ").endswith(_PNG_END.rstrip()):
        raise MediaError("is truncated, or has other data after its end")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def gif_size(stream: BinaryIO, tail: bytes) -> Size:
    """GIF89a specification, 18: the logical screen. The trailer `;` is last."""
    head = take(stream, 13)
    if _SCRIPT_WIDTH.match(head, 6):
        raise MediaError("begins like a script", "type", refused=True)
    if not tail.rstrip(b"\0\n\r ").endswith(b";"):
        raise MediaError("is truncated, or has other data after its end")
    width, height = struct.unpack("<HH", head[6:10])
    return width, height


def jpeg_size(stream: BinaryIO, tail: bytes) -> Size:
    """ITU-T T.81, B.1 and B.2: segments up to the frame header (SOF)."""
    take(stream, 2)
    if b"\xff\xd9" not in tail:
        raise MediaError("is truncated: it has no end-of-image marker")
    for _ in range(_MOST_SEGMENTS):
        marker, length = _segment(stream)
        if marker == 0xDA or length < 2:
            break
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            _, height, width = struct.unpack(">BHH", take(stream, 5))
            return width, height
        _skip_segment(stream, marker, length - 2)
    raise MediaError("is not a complete JPEG: it has no frame header")


def _segment(stream: BinaryIO) -> tuple[int, int]:
    marker = take(stream, 2)
    while marker == b"\xff\xff":  # fill bytes are allowed before a marker
        marker = marker[1:] + take(stream, 1)
    if marker[0] != 0xFF:
        raise MediaError("is not a complete JPEG: a segment is not where it should be")
    (length,) = struct.unpack(">H", take(stream, 2))
    return marker[1], length


def _skip_segment(stream: BinaryIO, marker: int, length: int) -> None:
    """JFIF 1.02: the first segment is 14 bytes and a thumbnail. Longer, it hides a script."""
    if marker != 0xE0 or length < 14:
        stream.seek(length, 1)
        return
    body = take(stream, length)
    if body[:5] == b"JFIF\0" and length != 14 + 3 * body[12] * body[13]:
        raise MediaError("has other data in its JFIF header", "type", refused=True)


def webp_size(stream: BinaryIO, tail: bytes) -> Size:
    """RFC 9649, 2.4 to 2.7: simple lossy (VP8), simple lossless (VP8L), extended (VP8X)."""
    head = take(stream, 30)
    (size,) = struct.unpack("<I", head[4:8])
    if stream.seek(0, 2) < size + 8:
        raise MediaError("is truncated")
    kind, body = head[12:16], head[20:]
    if kind == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", body[6:10])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and body[0] == 0x2F:
        (bits,) = struct.unpack("<I", body[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    raise MediaError("is not a complete WebP image")


def take(stream: BinaryIO, size: int) -> bytes:
    """Exactly `size` bytes. Raises MediaError where there are fewer."""
    data = stream.read(size)
    if len(data) < size:
        raise MediaError("is truncated")
    return data
