"""Files without what cameras and programs wrote into them: places, times, names, previews.

Parts are cut and nothing is coded anew. What says how pixels are to be shown stays: the colours'
profile, and the orientation where it is not the usual one.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import BinaryIO

from moocbuild.media.avif import avif
from moocbuild.media.cut import BrokenError, Bytes, Cut, is_whole, joined
from moocbuild.media.documents import pdf
from moocbuild.media.films import mp4, webm
from moocbuild.media.sounds import mp3, ogg, wav
from moocbuild.model.asset import Piece, length
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class Stripped:
    """What is left of a file, in order; none: all of it. turned: shown with its sides changed.

    left: what could not be taken out and may tell a place; completes "the file …".
    """

    pieces: tuple[Piece, ...] = ()
    turned: bool = False
    left: str = ""


def strip(stream: BinaryIO, media_type: str) -> Stripped:
    """What to keep of a file. One that is broken inside is kept whole: `probe` judges it."""
    walk = _WALKS.get(media_type)
    if walk is None:
        return Stripped()
    size = stream.seek(0, 2)
    try:
        cut = walk(Bytes(stream, size))
    except BrokenError:
        return Stripped(left=_UNKNOWN.get(media_type, ""))
    whole = is_whole(cut.pieces, Bytes(stream, size))
    pieces = () if whole else tuple(joined(cut.pieces))
    return Stripped(pieces, cut.orientation >= _TURNED, cut.left)


_USUAL, _TURNED = 1, 5
_BLOCK = 1 << 16


# --- Exif (CIPA DC-008, 4.5): the orientation alone ---------------------------------------------

_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112
_SHORT = 3
_MOST_FIELDS = 1_000
_ORIENTATIONS = range(1, 9)
_MOST_EXIF = 1 << 16


def _orientation(exif: bytes) -> int:
    """Of a TIFF header and its first directory; 1 where it says nothing sensible."""
    tiff = exif.removeprefix(_EXIF)
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    try:
        if order is None:
            return _USUAL
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(min(count, _MOST_FIELDS)):
            field = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
            if field[:3] == (_ORIENTATION, _SHORT, 1):
                return field[3] if field[3] in _ORIENTATIONS else _USUAL
    except struct.error:
        pass
    return _USUAL


def _exif(orientation: int) -> bytes:
    """The smallest that says it."""
    field = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + field + bytes(4)


# --- JPEG (ITU-T T.81, B.1) ---------------------------------------------------------------------

_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_APP0, _APP1, _APP2, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_JFIF = b"JFIF\0"
_PROFILE = b"ICC_PROFILE\0"
_ADOBE = b"Adobe"


def _jpeg(file: Bytes) -> Cut:
    """Up to the end of the first picture: what follows are previews, depths, short films."""
    pieces: list[Piece] = [file.span(0, 2)]
    orientation = 0
    start = 2
    while True:
        marker, start = _marker(file, start)
        if marker == _EOI:
            return Cut([*pieces, file.span(start - 2, start)], orientation or _USUAL)
        if marker in _ALONE:
            pieces.append(file.span(start - 2, start))
            continue
        end = start + file.number(">H", start)
        segment = file.span(start - 2, end)
        if marker == _APP1 and not orientation and file.at(start, 8)[2:] == _EXIF:
            orientation = _orientation(file.at(start + 2, end - start - 2))
            pieces += _jpeg_exif(orientation)
        elif _APP0 <= marker <= _APP15:
            pieces += _application(file, marker, segment)
        elif marker != _COM:
            pieces.append(segment)
        start = end
        if marker == _SOS:
            start = _scanned(file, end)
            pieces.append(file.span(end, start))


def _marker(file: Bytes, start: int) -> tuple[int, int]:
    """The marker at `start`, or the next one; where what belongs to it begins."""
    if file.at(start, 1) != b"\xff":
        start = _scanned(file, start)
    while (code := file.at(start + 1, 1)) == b"\xff":
        start += 1
    return code[0], start + 2


def _scanned(file: Bytes, start: int) -> int:
    """Where the pixels of a scan end: at a marker that is not one of theirs."""
    while True:
        file.stream.seek(start)
        block = file.stream.read(_BLOCK)
        if found := _MARKER.search(block):
            return start + found.start()
        if len(block) < _BLOCK:
            raise BrokenError
        start += len(block) - block.endswith(b"\xff")


def _jpeg_exif(orientation: int) -> list[Piece]:
    if orientation == _USUAL:
        return []
    body = _EXIF + _exif(orientation)
    return [struct.pack(">BBH", 0xFF, _APP1, len(body) + 2) + body]


def _application(file: Bytes, marker: int, segment: tuple[int, int]) -> list[Piece]:
    """Of an application's segment what pixels need: JFIF without its preview, profile, Adobe's."""
    start, end = segment
    body = file.at(start + 4, min(end - start - 4, 16))
    if marker == _APP0 and body.startswith(_JFIF) and len(body) >= 14:
        return [struct.pack(">BBH", 0xFF, marker, 16) + body[:12] + bytes(2)]
    if marker == _APP2 and body.startswith(_PROFILE):
        return [segment]
    if marker == _APP14 and body.startswith(_ADOBE) and len(body) >= 12:
        return [struct.pack(">BBH", 0xFF, marker, 14) + body[:12]]
    return []


# --- PNG (third edition, 5.3 and 11.3) ----------------------------------------------------------

_PNG_KEPT = frozenset(
    b"tRNS gAMA cHRM sRGB iCCP cICP mDCV mDCv cLLI cLLi sBIT acTL fcTL fdAT".split()
)
_ANCILLARY = 0x20


def _png(file: Bytes) -> Cut:
    """Chunks up to IEND; of those that may be left out, what colours and movement need."""
    pieces: list[Piece] = [file.span(0, 8)]
    orientation = _USUAL
    start = 8
    while True:
        size, kind = struct.unpack(">I4s", file.at(start, 8))
        chunk = file.span(start, start + size + 12)
        if kind == b"eXIf" and orientation == _USUAL:
            orientation = _orientation(file.at(start + 8, min(size, _MOST_EXIF)))
            pieces += [] if orientation == _USUAL else [_chunk(kind, _exif(orientation))]
        elif kind in _PNG_KEPT or not kind[0] & _ANCILLARY:
            pieces.append(chunk)
        start = chunk[1]
        if kind == b"IEND":
            return Cut(pieces, orientation)


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + check


# --- WebP (RFC 9649, 2.7) -----------------------------------------------------------------------

_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH"))
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def _webp(file: Bytes) -> Cut:
    """Chunks of the kinds that are shown; flags and length say what is left."""
    end = file.span(0, 8 + file.number("<I", 4))[1]
    pieces: list[Piece] = []
    orientation, flags, start = _USUAL, 0, 12
    while start < end:
        kind, size = struct.unpack("<4sI", file.at(start, 8))
        chunk = file.span(start, min(start + 8 + size + size % 2, file.size))
        if kind == b"VP8X" and size >= 4:
            flags = file.number("<I", start + 8)
            pieces.append(file.span(start, start + 8))
            pieces.append(b"")  # the flags, when all is known
            pieces.append(file.span(start + 12, chunk[1]))
        elif kind == b"EXIF" and flags & _HAS_EXIF:
            orientation = _orientation(file.at(start + 8, min(size, _MOST_EXIF)))
        elif kind in _WEBP_KEPT:
            pieces.append(chunk)
        start = max(chunk[1], start + 8)
    return Cut(_webp_pieces(pieces, flags, orientation), orientation)


def _webp_pieces(pieces: list[Piece], flags: int, orientation: int) -> list[Piece]:
    flags &= ~(_HAS_EXIF | _HAS_XMP)
    if orientation != _USUAL:
        flags |= _HAS_EXIF
        body = _exif(orientation)
        pieces.append(b"EXIF" + struct.pack("<I", len(body)) + body)
    pieces = [piece if piece else struct.pack("<I", flags) for piece in pieces]
    return [b"RIFF" + struct.pack("<I", sum(map(length, pieces)) + 4) + b"WEBP", *pieces]


# --- GIF (89a, 15 to 27) ------------------------------------------------------------------------

_IMAGE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_COMMENT, _APPLICATION = 0xFE, 0xFF
_GIF_KEPT = frozenset((b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"))


def _gif(file: Bytes) -> Cut:
    """Without comments, and without applications' blocks but those that repeat or colour."""
    start = 13 + _table(file, 10)
    pieces: list[Piece] = [file.span(0, start)]
    while True:
        kind = file.at(start, 1)[0]
        if kind == _TRAILER:
            return Cut([*pieces, file.span(start, start + 1)])
        if kind == _IMAGE:
            end = _blocks_end(file, start + 11 + _table(file, start + 9))
            pieces.append(file.span(start, end))
        elif kind == _EXTENSION:
            end = _blocks_end(file, start + 2)
            if _is_shown(file.at(start + 1, 1)[0], file, start + 3):
                pieces.append(file.span(start, end))
        else:
            raise BrokenError
        start = end


def _is_shown(label: int, file: Bytes, start: int) -> bool:
    """Whether an extension is needed; start: of its name, where it is an application's."""
    if label == _APPLICATION:
        return file.at(start, 11) in _GIF_KEPT
    return label != _COMMENT


def _table(file: Bytes, at: int) -> int:
    """Bytes of a table of colours, as the packed fields at `at` say."""
    packed = file.at(at, 1)[0]
    return 3 << (packed & 7) + 1 if packed & 0x80 else 0


def _blocks_end(file: Bytes, start: int) -> int:
    while size := file.at(start, 1)[0]:
        start += size + 1
    return start + 1


_WALKS: Mapping[str, Callable[[Bytes], Cut]] = {
    "application/pdf": pdf,
    "audio/mp4": mp4,
    "audio/mpeg": mp3,
    "audio/ogg": ogg,
    "audio/wav": wav,
    "image/avif": avif,
    "video/mp4": mp4,
    "video/ogg": ogg,
    "video/webm": webm,
    "image/jpeg": _jpeg,
    "image/png": _png,
    "image/webp": _webp,
    "image/gif": _gif,
}

_UNKNOWN = dict.fromkeys(
    ("audio/mp4", "audio/mpeg", "audio/wav", "video/mp4", "video/webm"),
    "is built in a way that could not be searched for places",
)
"""What is said of a kind if one of its files is not understood."""
