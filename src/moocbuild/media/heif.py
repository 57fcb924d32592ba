"""The index of a picture in the HEIF family: its items, where they stand, how they are shown.

ISO/IEC 14496-12, 8.11, and ISO/IEC 23008-12. All offsets are those of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from moocbuild.media.cut import BrokenError, Bytes
from moocbuild.media.films import Box, boxes
from moocbuild.values import dataclass

_PICTURES = frozenset(b"av01 grid iovl iden tmap".split())
_MADE_OF = frozenset(b"dimg base prem".split())
_BESIDE = b"auxl"
_MOST_ITEMS = 2_000
_DEEPEST = 8

Span = tuple[int, int]


@dataclass(slots=True)
class Index:
    """The `meta` box, which says all; offsets within it are those of `file`."""

    file: Bytes
    primary: int = 0
    kinds: dict[int, bytes] = field(default_factory=dict)
    refs: list[tuple[bytes, int, tuple[int, ...]]] = field(default_factory=list)
    spans: dict[int, list[Span]] = field(default_factory=dict)
    properties: list[Box] = field(default_factory=list)
    has: dict[int, list[int]] = field(default_factory=dict)
    same: list[tuple[int, ...]] = field(default_factory=list)

    def shown(self) -> set[int]:
        """The picture itself, what it is made of, its transparency, its other renderings."""
        shown = {self.primary}
        for group in self.same:
            shown |= set(group) if self.primary in group else set()
        for _ in range(_DEEPEST):
            found = set(shown)
            for kind, one, others in self.refs:
                if kind in _MADE_OF and one in found:
                    shown |= set(others)
                if kind == _BESIDE and found & set(others):
                    shown.add(one)
        return {one for one in shown if self.kinds.get(one) in _PICTURES}

    def property(self, kind: bytes) -> Box | None:
        """Of the picture itself."""
        named = (self.properties[at - 1] for at in self.has.get(self.primary, ()) if at)
        return next((box for box in named if box[0] == kind), None)


def read_index(file: Bytes, meta: Box) -> Index:
    """What the box `meta` says. Raises BrokenError."""
    index = Index(file)
    within = {box[0]: box for box in boxes(file, meta[2] + 4, meta[3])}
    data = within.get(b"idat", (b"", 0, 0, 0))
    for kind, read in _READ.items():
        if kind in within:
            read(index, within[kind])
    index.spans = {
        one: list(spans) for one, spans in _places(file, within.get(b"iloc"), data).items()
    }
    return index


class Fields:
    """Numbers one after the other, from the body of a full box."""

    def __init__(self, file: Bytes, box: Box) -> None:
        self.file, self.end = file, box[3]
        first = file.number(">I", box[2])
        self.version, self.flags, self.at = first >> 24, first & 0xFFFFFF, box[2] + 4

    def take(self, size: int) -> int:
        """A number of so many bytes; 0 of none."""
        if self.at + size > self.end:
            raise BrokenError
        self.at += size
        return int.from_bytes(self.file.at(self.at - size, size)) if size else 0

    def count(self, size: int) -> range:
        """As many as the next number says."""
        number = self.take(size)
        if number > _MOST_ITEMS:
            raise BrokenError
        return range(number)


def _read_primary(index: Index, box: Box) -> None:
    fields = Fields(index.file, box)
    index.primary = fields.take(4 if fields.version else 2)


def _read_items(index: Index, box: Box) -> None:
    for entry in entries(index.file, box):
        one, kind, _ = item(index.file, entry)
        index.kinds[one] = kind


def entries(file: Bytes, box: Box) -> Iterator[Box]:
    """The boxes `infe`, one an item."""
    fields = Fields(file, box)
    fields.take(4 if fields.version else 2)
    return boxes(file, fields.at, box[3])


def item(file: Bytes, entry: Box) -> tuple[int, bytes, int]:
    """Number and kind of an item; where its name begins."""
    fields = Fields(file, entry)
    if entry[0] != b"infe" or fields.version not in (2, 3):
        raise BrokenError
    one = fields.take(2 if fields.version == 2 else 4)
    fields.take(2)
    return one, fields.take(4).to_bytes(4), fields.at


def _read_refs(index: Index, box: Box) -> None:
    size = 4 if Fields(index.file, box).version else 2
    for part in boxes(index.file, box[2] + 4, box[3]):
        fields = Fields(index.file, (part[0], part[1], part[2] - 4, part[3]))
        one = fields.take(size)
        others = tuple(fields.take(size) for _ in fields.count(2))
        index.refs.append((part[0], one, others))


def _read_properties(index: Index, box: Box) -> None:
    for part in boxes(index.file, box[2], box[3]):
        if part[0] == b"ipco":
            index.properties = list(boxes(index.file, part[2], part[3]))
    for part in boxes(index.file, box[2], box[3]):
        if part[0] == b"ipma":
            for one, _, places in associations(index.file, part):
                index.has[one] = [number for _, _, number in places]
    known = len(index.properties)
    if any(number > known for numbers in index.has.values() for number in numbers):
        raise BrokenError


def associations(file: Bytes, box: Box) -> Iterator[tuple[int, Span, list[tuple[int, int, int]]]]:
    """By item: its number, the span of what is said, and where, in how many bytes, which."""
    fields = Fields(file, box)
    size = 2 if fields.flags & 1 else 1
    for _ in fields.count(4):
        start = fields.at
        one = fields.take(4 if fields.version else 2)
        places = []
        for _ in fields.count(1):
            at = fields.at
            places.append((at, size, fields.take(size) & (1 << 8 * size - 1) - 1))
        yield one, (start, fields.at), places


def _read_groups(index: Index, box: Box) -> None:
    for part in boxes(index.file, box[2], box[3]):
        fields = Fields(index.file, part)
        fields.take(4)
        if part[0] == b"altr":
            index.same.append(tuple(fields.take(4) for _ in fields.count(4)))


_READ = {
    b"pitm": _read_primary,
    b"iinf": _read_items,
    b"iref": _read_refs,
    b"iprp": _read_properties,
    b"grpl": _read_groups,
}


def _places(file: Bytes, box: Box | None, data: Box) -> dict[int, tuple[Span, ...]]:
    if box is None:
        return {}
    return {one: spans for one, _, spans in located(file, box, data)}


def located(file: Bytes, box: Box, data: Box) -> Iterator[tuple[int, Span, tuple[Span, ...]]]:
    """By item of `iloc`: its number, the span of its entry, and where its bytes stand."""
    fields = Fields(file, box)
    sizes = fields.take(2)
    offset, length, base, extra = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    for _ in fields.count(4 if fields.version == 2 else 2):
        start = fields.at
        one = fields.take(4 if fields.version == 2 else 2)
        way = fields.take(2) & 15 if fields.version else 0
        if fields.take(2) or way > 1:  # another file, or parts of another item
            raise BrokenError
        first = fields.take(base)
        spans = []
        for _ in fields.count(2):
            fields.take(extra if fields.version else 0)
            at, size = first + fields.take(offset), fields.take(length)
            spans.append(_extent(file, data, way, at, size))
        yield one, (start, fields.at), tuple(spans)


def _extent(file: Bytes, data: Box, way: int, at: int, size: int) -> Span:
    """way: 0 counts from the beginning of the file, 1 within `idat`."""
    start = data[2] + at if way else at
    end = start + size if size else (data[3] if way else file.size)
    return file.span(start, end)
