"""Small files of each kind, made here: no test data whose origin must be explained."""

from __future__ import annotations

import struct
import zlib


def png(width: int = 3, height: int = 2, body: bytes = b"") -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"tEXt", body),
            _chunk(b"IDAT", bytes(10)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + check


def gif(width: int = 3, height: int = 2, body: bytes = bytes(20)) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0" + body + b";"


def jpeg(width: int = 3, height: int = 2, before: bytes = b"", jfif: bytes = bytes(7)) -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 3) + bytes(9)
    return b"".join(
        [
            b"\xff\xd8",
            segment(0xE0, b"JFIF\0" + jfif + bytes(2)),
            before,
            segment(0xC2, frame),
            segment(0xDA, bytes(10)),
            b"scan",
            b"\xff\xd9",
        ]
    )


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def webp(kind: bytes, body: bytes) -> bytes:
    chunk = kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


def webp_lossy(width: int = 3, height: int = 2) -> bytes:
    return webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height) + bytes(9))


def webp_lossless(width: int = 3, height: int = 2) -> bytes:
    return webp(b"VP8L", b"/" + struct.pack("<I", width - 1 | (height - 1) << 14) + bytes(9))


def webp_extended(width: int = 3, height: int = 2) -> bytes:
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return webp(b"VP8X", bytes(4) + sizes + bytes(9))


def box(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def tkhd(width: int = 0, height: int = 0) -> bytes:
    return box(b"tkhd", bytes(76) + struct.pack(">II", width << 16, height << 16))


def mp4(width: int = 3, height: int = 2) -> bytes:
    """The index at the end, as cameras write it; a sound track beside the video."""
    tracks = box(b"trak", tkhd()) + box(b"trak", tkhd(width, height) + box(b"mdia"))
    large = struct.pack(">I4sQ", 1, b"mdat", 16 + 50) + bytes(50)
    return box(b"ftyp", b"isom0000") + large + box(b"moov", box(b"mvhd", bytes(100)) + tracks)
