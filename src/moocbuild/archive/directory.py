"""The directory of a ZIP archive: what two programs could read in two ways is refused.

Sections are those of APPNOTE 6.3.10 (pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
"""

from __future__ import annotations

import stat
import zlib
from collections.abc import Iterator
from struct import Struct, error, unpack_from

from moocbuild.archive import rules
from moocbuild.archive.limits import Limits
from moocbuild.archive.refused import RefusedError
from moocbuild.archive.source import Source
from moocbuild.values import dataclass

UTF8, STREAMED = 1 << 11, 1 << 3
"""Flags: the name is UTF-8; sizes stand behind the data (4.4.4)."""
STORED, DEFLATED = 0, 8
FULL, FULL_64 = 0xFFFF, 0xFFFFFFFF
"""In place of numbers that stand in the zip64 field."""
_END, _LOCATOR, _END_64, _ENTRY = b"PK\5\6", b"PK\6\7", b"PK\6\6", b"PK\1\2"
_END_FACTS, _LOCATOR_FACTS = Struct("<4s4H2LH"), Struct("<4sLQL")
_END_64_FACTS, _ENTRY_FACTS = Struct("<4sQ2H2L4Q"), Struct("<4s6H3L5H2L")
_LONGEST_COMMENT = 0xFFFF
_ENCRYPTED, _PATCH = 1 | 1 << 6 | 1 << 13, 1 << 5
_AES, _ZIP64, _UNICODE_PATH = 99, 0x0001, 0x7075
_LARGEST_DIRECTORY = 64 << 20
_NEWEST = 63
"""6.3 of the format, the last that programs know (4.4.3)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the directory has it. raw: its name as bytes. guessed: see rules.GUESSED."""

    name: str
    raw: bytes
    guessed: bool
    flags: int
    method: int
    date: int
    time: int
    crc: int
    packed: int
    size: int
    at: int

    @property
    def is_folder(self) -> bool:
        """Whether it only makes a folder."""
        return self.name.endswith("/")


@dataclass(frozen=True, slots=True)
class _End:
    """Where the directory is, and how many entries it has."""

    count: int
    size: int
    at: int
    stop: int


def read_directory(source: Source, limits: Limits) -> tuple[list[Entry], int]:
    """Every entry, and where the directory begins. Raises RefusedError."""
    end = _end(source)
    if end.count == 0:
        raise RefusedError(rules.EMPTY, "the archive is empty")
    if end.count > limits.files:
        raise RefusedError(rules.TOO_LARGE, f"{end.count:,} files; {limits.files:,} are read")
    if end.size > _LARGEST_DIRECTORY:
        raise RefusedError(rules.TOO_LARGE, f"a directory of {end.size:,} bytes")
    _check_place(source, end)
    data = source.read(end.at, end.size)
    entries: list[Entry] = []
    at = 0
    while at < len(data) and len(entries) < end.count:
        entry, at = _entry(data, at)
        entries.append(entry)
    if len(entries) != end.count or at != len(data):
        raise RefusedError(
            rules.AMBIGUOUS, f"the directory has not the {end.count:,} entries it says"
        )
    return entries, end.at


def _end(source: Source) -> _End:
    """The one end record (4.3.16) with its zip64 records (4.3.14, 4.3.15)."""
    start = max(0, source.size - _END_FACTS.size - _LONGEST_COMMENT)
    tail = source.read(start, source.size - start)
    at = _end_at(tail)
    facts = _END_FACTS.unpack_from(tail, at)
    _, disk, first_disk, here, count, size, offset, _ = facts
    if (disk, first_disk) not in ((0, 0), (FULL, FULL)) or here != count:
        raise RefusedError(rules.AMBIGUOUS, "it is one part of several")
    stop, plain = start + at, (count, size, offset)
    locator = stop - _LOCATOR_FACTS.size
    if locator >= 0 and source.read(locator, 4) == _LOCATOR:
        return _end_64(source, locator, plain)
    if FULL in (count,) or FULL_64 in (size, offset):
        raise RefusedError(rules.AMBIGUOUS, "its zip64 record is missing")
    return _End(count, size, offset, stop)


def _end_at(tail: bytes) -> int:
    """Where the end record is in the last bytes; it must be the only one that can be meant."""
    whole = [at for at in _found(tail) if _comment_ends(tail, at) == len(tail)]
    if not whole:
        last = tail.rfind(_END)
        if last >= 0 and _comment_ends(tail, last) < len(tail):
            raise RefusedError(rules.EXTRA_DATA, "bytes stand behind the end of the archive")
        raise RefusedError(rules.DAMAGED, "the directory at its end is missing")
    if len(whole) > 1 or tail.find(_END, whole[0] + 4) >= 0:
        raise RefusedError(rules.AMBIGUOUS, "it has more than one end record")
    return whole[0]


def _found(tail: bytes) -> Iterator[int]:
    at = tail.find(_END)
    while 0 <= at <= len(tail) - _END_FACTS.size:
        yield at
        at = tail.find(_END, at + 1)


def _comment_ends(tail: bytes, at: int) -> int:
    if at > len(tail) - _END_FACTS.size:
        return len(tail) + 1
    length: int = unpack_from("<H", tail, at + 20)[0]
    return at + _END_FACTS.size + length


def _end_64(source: Source, locator: int, plain: tuple[int, int, int]) -> _End:
    _, disk, at, disks = _LOCATOR_FACTS.unpack(source.read(locator, _LOCATOR_FACTS.size))
    if disk or disks > 1 or at + _END_64_FACTS.size > locator:
        raise RefusedError(rules.AMBIGUOUS, "its zip64 record stands elsewhere")
    facts = _END_64_FACTS.unpack(source.read(at, _END_64_FACTS.size))
    mark, length, _, _, on, first, here, count, size, offset = facts
    if mark != _END_64 or at + 12 + length != locator or on or first or here != count:
        raise RefusedError(rules.AMBIGUOUS, "its zip64 record stands elsewhere")
    full = (FULL, FULL_64, FULL_64)
    for said, really, mark_full in zip(plain, (count, size, offset), full, strict=True):
        if said not in (really, mark_full):
            raise RefusedError(rules.AMBIGUOUS, "its two end records contradict each other")
    return _End(count, size, offset, at)


def _check_place(source: Source, end: _End) -> None:
    """The directory must end where the end record begins."""
    gap = end.stop - (end.at + end.size)
    if gap == 0:
        return
    if gap < 0:
        raise RefusedError(rules.DAMAGED, "its directory is cut off")
    if source.read(0, 4) == b"PK\3\4" and _has_end(source, end.stop):
        raise RefusedError(rules.AMBIGUOUS, "it is two archives in one file")
    raise RefusedError(rules.EXTRA_DATA, f"{gap:,} bytes stand before the archive, or within it")


def _has_end(source: Source, stop: int) -> bool:
    """Whether another end record stands before, within what is looked at cheaply."""
    start = max(0, stop - (4 << 20))
    return _END in source.read(start, stop - start)


def _entry(data: bytes, at: int) -> tuple[Entry, int]:
    """One header of the directory (4.3.12), and where the next begins."""
    try:
        facts = _ENTRY_FACTS.unpack_from(data, at)
    except error:
        raise RefusedError(rules.DAMAGED, "its directory is cut off") from None
    mark, made, needed, flags, method, time, date, crc, packed, size = facts[:10]
    named, extra, comment, disk, _, mode, offset = facts[10:]
    start = at + _ENTRY_FACTS.size
    stop = start + named + extra + comment
    if mark != _ENTRY or stop > len(data):
        raise RefusedError(rules.DAMAGED, "its directory cannot be read")
    raw = data[start : start + named]
    fields = dict(extra_fields(data[start + named : start + named + extra]))
    packed, size, offset = _numbers(fields.get(_ZIP64), packed, size, offset, raw)
    name, guessed = _name(raw, flags, fields.get(_UNICODE_PATH))
    entry = Entry(name, raw, guessed, flags, method, date, time, crc, packed, size, offset)
    if disk not in (0, FULL):
        raise RefusedError(rules.AMBIGUOUS, "it is one part of several")
    if needed & 0xFF > _NEWEST:
        raise RefusedError(rules.METHOD, "it needs a newer version of the format", name)
    _check(entry, made >> 8, mode >> 16)
    return entry, stop


def extra_fields(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The extra fields (4.5.1); an end that is no field is filling."""
    at = 0
    while at + 4 <= len(data):
        kind, length = unpack_from("<2H", data, at)
        yield kind, data[at + 4 : at + 4 + length]
        at += 4 + length


def _numbers(
    field: bytes | None, packed: int, size: int, offset: int, raw: bytes
) -> tuple[int, int, int]:
    """Those of the zip64 field (4.5.3) in place of the full ones."""
    if FULL_64 not in (packed, size, offset):
        return packed, size, offset
    wanted = [number == FULL_64 for number in (size, packed, offset)]
    if field is None or len(field) < 8 * sum(wanted):
        name = raw.decode("utf-8", "replace")
        raise RefusedError(rules.AMBIGUOUS, "its zip64 field is missing", name)
    more = iter(unpack_from(f"<{sum(wanted)}Q", field))
    size = next(more) if wanted[0] else size
    packed = next(more) if wanted[1] else packed
    return packed, size, next(more) if wanted[2] else offset


def _name(raw: bytes, flags: int, field: bytes | None) -> tuple[str, bool]:
    """The name, and whether its encoding was guessed (4.4.4 bit 11, 4.6.9)."""
    told = _unicode_path(raw, field)
    if flags & UTF8 or raw.isascii():
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("utf-8", "backslashreplace")
            raise RefusedError(rules.NOT_UTF8, "the name is not UTF-8", name) from None
        if told not in (None, name):
            raise RefusedError(rules.HEADER_MISMATCH, "it has two names", name)
        return name, False
    if told is not None:
        return told, True
    try:
        return raw.decode("utf-8"), True
    except UnicodeDecodeError:
        return raw.decode("cp437"), True


def _unicode_path(raw: bytes, field: bytes | None) -> str | None:
    if field is None or len(field) < 5 or unpack_from("<L", field, 1)[0] != zlib.crc32(raw):
        return None  # a field for a former name does not count
    try:
        return field[5:].decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(rules.NOT_UTF8, "the name is not UTF-8", raw.decode("cp437")) from None


_SPECIAL = (stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK)
"""Other values are of old packers that did not know what to say."""
_UNIXES = (3, 19)
"""Systems that packed it, of which the upper half of the attributes is a mode (4.4.2, 4.4.15)."""


def _check(entry: Entry, system: int, mode: int) -> None:
    if entry.flags & _ENCRYPTED or entry.method == _AES:
        raise RefusedError(rules.ENCRYPTED, "the file is locked with a password", entry.name)
    if entry.flags & _PATCH or entry.method not in (STORED, DEFLATED):
        message = f"packed with method {entry.method}, not with deflate"
        raise RefusedError(rules.METHOD, message, entry.name)
    kind = stat.S_IFMT(mode)
    if kind == stat.S_IFLNK:
        raise RefusedError(rules.LINK, "the entry is a link", entry.name)
    if system in _UNIXES and kind in _SPECIAL:
        raise RefusedError(rules.SPECIAL, "the entry is no file and no folder", entry.name)
    if entry.method == STORED and entry.packed != entry.size:
        raise RefusedError(rules.SIZE_LIE, "stored, but of two sizes", entry.name)
    if entry.is_folder and entry.size:
        raise RefusedError(rules.HEADER_MISMATCH, "a folder that has content", entry.name)
