"""A ZIP archive: files where the directory says, one behind the other, and nothing else."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from struct import Struct, error, pack

from moocbuild.archive import rules
from moocbuild.archive.directory import (
    DEFLATED,
    FULL_64,
    STREAMED,
    UTF8,
    Entry,
    extra_fields,
    read_directory,
)
from moocbuild.archive.limits import Limits
from moocbuild.archive.member import Member
from moocbuild.archive.names import advice_on, check_name, check_together
from moocbuild.archive.refused import RefusedError, place
from moocbuild.archive.source import OpenFile, Source
from moocbuild.archive.xml import Xml, read_xml
from moocbuild.diagnostics import Diagnostic, Rule

_BLOCK = 1 << 18
_LOCAL = Struct("<4s5H3L2H")
_SAME_FLAGS = UTF8 | STREAMED | 1
_LOOK = 512
"""Bytes that are read for a header with its name and fields; more where these are longer."""


class ZipArchive:
    """See `archive.Archive`. The constructor reads the directory and every header."""

    kind = "zip"

    def __init__(self, source: Source, name: str, limits: Limits) -> None:
        self.name, self.limits, self._source = name, limits, source
        entries, end = read_directory(source, limits)
        for entry in entries:
            check_name(entry.name, programs=limits.programs)
        check_together(entry.name for entry in entries)
        _check_sizes(entries, source.size, limits)
        self._starts = _data_starts(source, entries, end)
        self._entries = {entry.name: entry for entry in entries if not entry.is_folder}
        self.members: Mapping[str, Member] = {
            name: Member(name, entry.size, entry.packed) for name, entry in self._entries.items()
        }
        self.found: list[Diagnostic] = list(_advice(name, entries))

    def blocks(self, name: str) -> Iterator[bytes]:
        """See Archive."""
        entry = self._entries[name]
        packed = _packed(self._source, self._starts[name], entry.packed)
        blocks = _inflated(packed, entry) if entry.method == DEFLATED else packed
        crc = 0
        for block in blocks:
            crc = zlib.crc32(block, crc)
            yield block
        if crc != entry.crc:
            raise RefusedError(rules.CHECKSUM, "its checksum is wrong", name)

    def read(self, name: str, most: int | None = None) -> bytes:
        """See Archive."""
        most = self.limits.xml if most is None else most
        if self._entries[name].size > most:
            size = self._entries[name].size
            raise RefusedError(rules.TOO_LARGE, f"{size:,} bytes; {most:,} are read", name)
        return b"".join(self.blocks(name))

    def walk(self, wanted: Callable[[Member], bool]) -> Iterator[tuple[Member, bytes]]:
        """See Archive."""
        for member in self.members.values():
            if wanted(member):
                yield member, self.read(member.name)

    def xml(self, name: str) -> Xml:
        """See Archive."""
        return read_xml(self.read(name), self.name, name, self.limits)

    def verify(self) -> None:
        """See Archive."""
        for name in self._entries:
            for _ in self.blocks(name):
                pass
        self._source.unchanged()

    def close(self) -> None:
        """See Archive."""
        if isinstance(self._source, OpenFile):
            self._source.close()


def _check_sizes(entries: list[Entry], archive: int, limits: Limits) -> None:
    """What the directory announces, before anything is unpacked."""
    whole = 0
    for entry in entries:
        whole += entry.size
        if entry.size > limits.swollen and entry.size > limits.ratio * max(entry.packed, 1):
            message = f"{entry.size:,} bytes, packed in {entry.packed:,}"
            raise RefusedError(rules.RATIO, message, entry.name)
    if whole > limits.whole_swollen and whole > limits.whole_ratio * archive:
        raise RefusedError(rules.RATIO, f"{whole:,} bytes, packed in {archive:,}")
    if whole > limits.total:
        raise RefusedError(rules.TOO_LARGE, f"{whole:,} bytes; {limits.total:,} are read")


def _data_starts(source: Source, entries: list[Entry], end: int) -> dict[str, int]:
    """Where the data of each file begins; they must fill everything up to the directory."""
    starts: dict[str, int] = {}
    at = 0
    in_order = sorted(entries, key=lambda entry: entry.at)
    for entry, following in zip(in_order, [*in_order[1:], None], strict=True):
        if entry.at != at:
            _misplaced(entry, at)
        start = _local(source, entry, end)
        starts[entry.name] = start
        stop = following.at if following else end
        at = start + entry.packed
        if at > stop:
            raise RefusedError(rules.OVERLAP, "it shares bytes with another file", entry.name)
        if entry.flags & STREAMED:
            at += _descriptor(source, entry, at, stop)
    if at != end:
        raise RefusedError(
            rules.EXTRA_DATA, f"{end - at:,} bytes that the directory does not list"
        )
    return starts


def _misplaced(entry: Entry, at: int) -> None:
    if entry.at < at:
        raise RefusedError(rules.OVERLAP, "it shares bytes with another file", entry.name)
    where = "within" if at else "before"
    message = f"{entry.at - at:,} bytes {where} the archive that the directory does not list"
    raise RefusedError(rules.EXTRA_DATA, message)


def _local(source: Source, entry: Entry, end: int) -> int:
    """The header before the data (APPNOTE 4.3.7) says what the directory says; its end."""
    data = source.read(entry.at, min(_LOOK, max(end - entry.at, 0)))
    try:
        facts = _LOCAL.unpack_from(data)
    except error:
        raise RefusedError(rules.DAMAGED, "its header is missing", entry.name) from None
    mark, _, flags, method, _, _, crc, packed, size, named, extra = facts
    start: int = entry.at + _LOCAL.size + named + extra
    if mark != b"PK\3\4":
        raise RefusedError(rules.HEADER_MISMATCH, "its header is missing", entry.name)
    if start > entry.at + len(data):
        data = source.read(entry.at, start - entry.at)
    name = data[_LOCAL.size : _LOCAL.size + named]
    if name != entry.raw:
        raise RefusedError(rules.HEADER_MISMATCH, "it has two names", entry.name)
    if method != entry.method or (flags ^ entry.flags) & _SAME_FLAGS:
        raise RefusedError(rules.HEADER_MISMATCH, "it is packed in two ways", entry.name)
    fields = dict(extra_fields(data[_LOCAL.size + named : start - entry.at]))
    said = (crc, *_sizes(fields.get(1), packed, size))
    facts_of = (entry.crc, entry.packed, entry.size)
    late = (0,) if entry.flags & STREAMED else ()
    if any(one not in (other, *late) for one, other in zip(said, facts_of, strict=True)):
        raise RefusedError(rules.HEADER_MISMATCH, "it has two sizes or checksums", entry.name)
    return start


def _sizes(field: bytes | None, packed: int, size: int) -> tuple[int, int]:
    """Both sizes; in the zip64 field the unpacked one is first (4.5.3)."""
    if field is None or FULL_64 not in (packed, size):
        return packed, size
    numbers = [int.from_bytes(field[at : at + 8], "little") for at in range(0, len(field) - 7, 8)]
    size = numbers.pop(0) if size == FULL_64 and numbers else size
    packed = numbers.pop(0) if packed == FULL_64 and numbers else packed
    return packed, size


def _descriptor(source: Source, entry: Entry, at: int, stop: int) -> int:
    """How long what stands behind streamed data is (4.3.9); it must repeat the directory."""
    data = source.read(at, min(24, stop - at))
    facts = (entry.crc, entry.packed, entry.size)
    for form in ("<3L", "<L2Q"):
        if max(facts) > FULL_64 and form == "<3L":
            continue
        packed = pack(form, *facts)
        for descriptor in (b"PK\7\x08" + packed, packed):
            if data == descriptor or (len(data) == 24 and data.startswith(descriptor)):
                return len(descriptor)
    if not data:
        return 0  # Some writers say "streamed", and leave it out: nothing contradicts.
    raise RefusedError(rules.HEADER_MISMATCH, "it has two sizes or checksums", entry.name)


def _packed(source: Source, at: int, count: int) -> Iterator[bytes]:
    stop = at + count
    while at < stop:
        size = min(_BLOCK, stop - at)
        yield source.read(at, size)
        at += size


def _inflated(packed: Iterator[bytes], entry: Entry) -> Iterator[bytes]:
    """The data; never more than the directory announces."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    left = entry.size
    try:
        for data in packed:
            while data and not inflate.eof:
                block = inflate.decompress(data, _BLOCK)
                data = inflate.unconsumed_tail
                left -= len(block)
                if left < 0:
                    raise RefusedError(rules.SIZE_LIE, "longer than it says", entry.name)
                yield block
            if inflate.eof and (inflate.unused_data or data):
                raise RefusedError(rules.SIZE_LIE, "its data end before they should", entry.name)
        block = inflate.flush()  # what was waiting for room; all input has been taken
        left -= len(block)
        yield block
    except zlib.error:
        raise RefusedError(rules.DAMAGED, "its data cannot be unpacked", entry.name) from None
    if not inflate.eof:
        raise RefusedError(rules.DAMAGED, "its data end too early", entry.name)
    if left:
        raise RefusedError(rules.SIZE_LIE, "shorter than it says", entry.name)


def _advice(name: str, entries: list[Entry]) -> Iterator[Diagnostic]:
    found: dict[str, list[tuple[Rule, str, str]]] = {}
    for entry in entries:
        for rule, message in _advice_on(entry):
            found.setdefault(rule.code, []).append((rule, message, entry.name))
    for (rule, message, first), *more in found.values():
        others = f" (and {len(more):,} more)" if more else ""
        yield rule.at(place(name, first), message + others)


def _advice_on(entry: Entry) -> Iterator[tuple[Rule, str]]:
    if entry.guessed:
        yield rules.GUESSED, "the encoding of the name is a guess"
    if not _is_date(entry.date, entry.time):
        yield rules.BAD_DATE, "a date that does not exist"
    yield from advice_on(entry.name)


def _is_date(date: int, time: int) -> bool:
    """4.4.6: as MS-DOS has them."""
    month, day = date >> 5 & 15, date & 31
    hour, minute, half = time >> 11, time >> 5 & 63, time & 31
    return 1 <= month <= 12 and day >= 1 and hour < 24 and minute < 60 and half < 30
