"""AVIF pictures without what is not shown of them: metadata, previews, names, notes.

A picture is made of items (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12). Where each stands is said by
offsets from the beginning of the file: so the file keeps its length, items that are not shown are
blanked, and the shorter index is filled up with a `free` box. How a picture is turned and mirrored
are properties of it; an orientation in Exif means nothing here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from moocbuild.media import MediaError
from moocbuild.media.cut import BrokenError, Bytes, Cut, blank
from moocbuild.media.films import Box, boxes, free, movie
from moocbuild.media.heif import (
    Fields,
    Index,
    Span,
    associations,
    entries,
    item,
    located,
    read_index,
)
from moocbuild.media.images import Size
from moocbuild.model.asset import Piece

_PROPERTIES = frozenset(
    b"ispe pixi av1C colr irot imir clap pasp auxC a1op lsel a1lx clli mdcv cclv amve reve"
    b" ndwt".split()
)
_TURNED = 6
_MOST_INDEX = 1 << 20
_MOST_READS = 60_000
_MOST_PARTS = 20


def avif_size(stream: BinaryIO, tail: bytes) -> Size:
    """Of the picture before it is turned (`ispe`). Raises MediaError."""
    file = Bytes(stream, stream.seek(0, 2))
    try:
        file.left = _MOST_READS
        index = read_index(file, _only(file, b"meta"))
        size = index.property(b"ispe")
        if size is None or index.primary not in index.shown():
            raise BrokenError
        width, height = struct.unpack(">II", file.at(size[2] + 4, 8))
        avif(file)
    except (BrokenError, struct.error) as error:
        raise MediaError("is truncated, or is not a complete AVIF image") from error
    return width, height


def avif(file: Bytes) -> Cut:
    """Of the same length, with what is shown where it was."""
    file.left = _MOST_READS
    meta = _only(file, b"meta")
    index = read_index(file, meta)
    shown = index.shown()
    spans = sorted(span for one in shown for span in index.spans.get(one, ()))
    pieces: list[Piece] = []
    inside: list[Span] = []
    moves = any(box[0] == b"moov" for box in boxes(file, 0, file.size))
    for box in boxes(file, 0, file.size):
        kind, start, body, end = box
        if kind == b"mdat":
            kept = _others(index, shown, (body, end)) if moves else spans
            pieces += [(start, body), *_kept(kept, (body, end))]
            inside.append((body, end))
        elif box == meta:
            pieces += _rewritten(index, meta, shown, spans)
            parts = boxes(file, body + 4, end)
            inside += [(part[2], part[3]) for part in parts if part[0] == b"idat"]
        elif kind == b"moov":
            pieces += movie(file, box)
        else:
            pieces += [(start, end)] if kind == b"ftyp" else free(end - start)
    if len(inside) > _MOST_PARTS or not all(
        any(a <= start and end <= b for a, b in inside) for start, end in spans
    ):
        raise BrokenError
    turn = index.property(b"irot")
    turned = turn is not None and file.at(turn[2], 1)[0] & 1
    return Cut(pieces, _TURNED if turned else 1)


def _only(file: Bytes, kind: bytes) -> Box:
    found = [box for box in boxes(file, 0, file.size) if box[0] == kind]
    if len(found) != 1 or found[0][3] - found[0][1] > _MOST_INDEX:
        raise BrokenError
    return found[0]


def _kept(spans: Iterable[Span], within: Span) -> list[Piece]:
    """The spans that lie within this one, and blanks between them."""
    pieces: list[Piece] = []
    at, end = within
    for start, stop in spans:
        if start < within[0] or stop > end:
            continue
        start, stop = max(start, at), max(stop, at)
        pieces += [*blank(start - at), (start, stop)]
        at = stop
    return [*pieces, *blank(end - at)]


def _others(index: Index, shown: set[int], within: Span) -> list[Span]:
    """All but items that are not shown: of films, the index does not name every picture."""
    gone = sorted(span for one, spans in index.spans.items() if one not in shown for span in spans)
    kept, at = [], within[0]
    for start, end in gone:
        if within[0] <= start and end <= within[1]:
            kept.append((at, max(start, at)))
            at = max(end, at)
    return [*kept, (at, within[1])]


# --- writing it ---------------------------------------------------------------------------------


def _rewritten(index: Index, meta: Box, shown: set[int], spans: list[Span]) -> list[Piece]:
    """The index of what is shown, as long as it was."""
    file, (_, start, body, end) = index.file, meta
    parts = [file.at(body, 4)]
    for box in boxes(file, body + 4, end):
        parts.append(_PARTS.get(box[0], _nothing)(index, box, shown))
        if box[0] == b"idat":
            kept = _kept(spans, (box[2], box[3]))
            parts.append(_boxed(b"idat", b"".join(_bytes(file, kept))))
    made = b"".join(parts)
    left = end - body - len(made)
    if 0 < left < 8 or left < 0:
        raise BrokenError
    return [(start, body), made, *(free(left) if left else ())]


def _bytes(file: Bytes, pieces: list[Piece]) -> Iterator[bytes]:
    for piece in pieces:
        yield piece if isinstance(piece, bytes) else file.at(piece[0], piece[1] - piece[0])


def _boxed(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def _nothing(index: Index, box: Box, shown: set[int]) -> bytes:
    return b""


def _whole(index: Index, box: Box, shown: set[int]) -> bytes:
    return index.file.at(box[1], box[3] - box[1])


def _handler(index: Index, box: Box, shown: set[int]) -> bytes:
    """What follows kind and manufacturer is a name."""
    body = index.file.at(box[2], box[3] - box[2])
    return _boxed(b"hdlr", body[:12] + bytes(len(body) - 12))


def _items(index: Index, box: Box, shown: set[int]) -> bytes:
    made = []
    for entry in entries(index.file, box):
        one, _, name = item(index.file, entry)
        if one in shown:
            kept = index.file.at(entry[2], name - entry[2])
            made.append(_boxed(b"infe", kept + bytes(entry[3] - name)))
    fields = Fields(index.file, box)
    size = 4 if fields.version else 2
    head = index.file.at(box[2], 4)
    return _boxed(b"iinf", head + len(made).to_bytes(size) + b"".join(made))


def _locations(index: Index, box: Box, shown: set[int]) -> bytes:
    data = (b"", 0, 0, index.file.size)  # where they lead has been looked at before
    kept = [
        index.file.at(start, end - start)
        for one, (start, end), _ in located(index.file, box, data)
        if one in shown
    ]
    head = index.file.at(box[2], 6)
    size = 4 if head[0] == 2 else 2
    return _boxed(b"iloc", head + len(kept).to_bytes(size) + b"".join(kept))


def _references(index: Index, box: Box, shown: set[int]) -> bytes:
    parts = boxes(index.file, box[2] + 4, box[3])
    kept = [
        index.file.at(part[1], part[3] - part[1])
        for part, (_, one, others) in zip(parts, index.refs, strict=True)
        if {one, *others} <= shown
    ]
    return _boxed(b"iref", index.file.at(box[2], 4) + b"".join(kept))


def _properties(index: Index, box: Box, shown: set[int]) -> bytes:
    made = []
    for kind, start, body, end in boxes(index.file, box[2], box[3]):
        part = (kind, start, body, end)
        if kind == b"ipco":
            made.append(_boxed(kind, b"".join(_known(index, each) for each in index.properties)))
        elif kind == b"ipma":
            made.append(_associated(index, part, shown))
    return _boxed(b"iprp", b"".join(made))


def _known(index: Index, box: Box) -> bytes:
    """Numbers of properties are their places: one that goes leaves an empty box."""
    if box[0] in _PROPERTIES:
        return _whole(index, box, set())
    return b"".join(_bytes(index.file, free(box[3] - box[1])))


def _associated(index: Index, box: Box, shown: set[int]) -> bytes:
    """0 says that there is no property."""
    kept = []
    for one, (start, end), places in associations(index.file, box):
        if one not in shown:
            continue
        said = bytearray(index.file.at(start, end - start))
        for at, size, number in places:
            if number and index.properties[number - 1][0] not in _PROPERTIES:
                said[at - start : at - start + size] = bytes(size)
        kept.append(bytes(said))
    head = index.file.at(box[2], 4)
    return _boxed(b"ipma", head + struct.pack(">I", len(kept)) + b"".join(kept))


def _groups(index: Index, box: Box, shown: set[int]) -> bytes:
    """Other renderings of the same picture."""
    parts = [part for part in boxes(index.file, box[2], box[3]) if part[0] == b"altr"]
    return _boxed(b"grpl", b"".join(index.file.at(part[1], part[3] - part[1]) for part in parts))


_PARTS = {
    b"hdlr": _handler,
    b"pitm": _whole,
    b"iinf": _items,
    b"iloc": _locations,
    b"iref": _references,
    b"iprp": _properties,
    b"grpl": _groups,
}
