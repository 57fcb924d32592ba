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


def jpeg(
    width: int = 3,
    height: int = 2,
    before: bytes = b"",
    jfif: bytes = bytes(7),
    marker: int = 0xC2,
) -> bytes:
    """marker: of the frame's header."""
    frame = struct.pack(">BHHB", 8, height, width, 3) + bytes(9)
    return b"".join(
        [
            b"\xff\xd8",
            segment(0xE0, b"JFIF\0" + jfif + bytes(2)),
            before,
            segment(marker, frame),
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


def full(kind: bytes, body: bytes = b"", version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags) + body)


def item(number: int, kind: bytes, name: bytes = b"", *, wide: bool = False) -> bytes:
    told = struct.pack(">IH4s" if wide else ">HH4s", number, 0, kind)
    return full(b"infe", told + name + b"\0", version=3 if wide else 2)


def ref(kind: bytes, one: int, *others: int, wide: bool = False) -> bytes:
    form = f">IH{len(others)}I" if wide else f">HH{len(others)}H"
    return box(kind, struct.pack(form, one, len(others), *others))


Items = dict[int, tuple[bytes, bytes]]


def avif(
    width: int = 3,
    height: int = 2,
    *,
    items: Items | None = None,
    refs: bytes = b"",
    properties: bytes = b"",
    has: dict[int, list[int]] | None = None,
    more: bytes = b"",
    within: bytes = b"",
    inline: tuple[int, ...] = (),
    brand: bytes = b"avif",
    padding: bytes = b"",
    wide: bool = False,
) -> bytes:
    """Items by number: kind and bytes, in `mdat`; those of `inline` in `idat`.

    padding: what follows the last row of `iloc`. wide: numbers in as many bytes as they may have.
    """
    items = items or {1: (b"av01", b"pixels")}
    has = has or {1: [1]}
    number, count = (">I", ">I") if wide else (">H", ">H")
    ispe = full(b"ispe", struct.pack(">II", width, height))
    mark = (lambda at: struct.pack(">H", 0x8000 | at)) if wide else (lambda at: bytes([0x80 | at]))
    told = b"".join(
        struct.pack(f"{number}B", one, len(its)) + b"".join(map(mark, its))
        for one, its in has.items()
    )
    ipma = full(b"ipma", struct.pack(">I", len(has)) + told, version=wide, flags=wide)
    data = b"".join(items[one][1] for one in inline)
    named = (item(one, kind, b"mine", wide=wide) for one, (kind, _) in items.items())
    parts = [
        full(b"hdlr", struct.pack(">I4s12x", 0, b"pict") + b"A program of mine\0"),
        full(b"pitm", struct.pack(number, 1), version=wide),
        full(b"iinf", struct.pack(count, len(items)) + b"".join(named), version=wide),
        full(b"iref", refs, version=wide) if refs else b"",
        box(b"iprp", box(b"ipco", ispe + properties) + ipma),
        box(b"idat", data) if inline else b"",
        within,
    ]
    head = box(b"ftyp", brand + bytes(4) + b"mif1avif")
    row_size, rows = (18, 18) if wide else (16, 16)
    iloc_size = rows + row_size * len(items) + len(padding)
    size = len(head) + 12 + sum(map(len, parts)) + iloc_size
    outside = [one for one in items if one not in inline]
    places, at = b"", size + len(more) + 8
    for one in items:
        way = one in inline
        row = list(inline) if way else outside
        start = sum(len(items[each][1]) for each in row[: row.index(one)])
        offset = start if way else at + start
        places += struct.pack(f"{number}HHHII", one, way, 0, 1, offset, len(items[one][1]))
    counted = struct.pack(">H", 0x4400) + struct.pack(count, len(items))
    iloc = full(b"iloc", counted + places + padding, version=2 if wide else 1)
    assert len(iloc) == iloc_size
    meta = full(b"meta", b"".join([*parts, iloc]))
    body = b"".join(items[one][1] for one in outside)
    return head + meta + more + box(b"mdat", body)
