"""A gzipped tar archive, as Open edX and Moodle write them: read in passes, never unpacked.

`tarfile` reads single headers; which of them there may be, and how far is read, is decided here
(POSIX.1-2024, pax, "ustar Interchange Format").
"""

from __future__ import annotations

import re
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping

from moocbuild.archive import rules
from moocbuild.archive.limits import Limits
from moocbuild.archive.member import Member
from moocbuild.archive.names import advice_on, check_name, check_together
from moocbuild.archive.refused import RefusedError, place
from moocbuild.archive.source import OpenFile, Source
from moocbuild.archive.xml import Xml, read_xml
from moocbuild.diagnostics import Diagnostic, Rule

_BLOCK, _READ = 512, 1 << 16
_EMPTY = bytes(_BLOCK)
_FILES = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
_LINKS = (tarfile.LNKTYPE, tarfile.SYMTYPE)
_LONGEST_HEADER = 1 << 16
_RECORD = re.compile(rb"(\d{1,9}) ([^=\n]{1,200})=")


class TarArchive:
    """See `archive.Archive`. The constructor reads all of it once."""

    kind = "tar.gz"

    def __init__(self, source: Source, name: str, limits: Limits) -> None:
        self.name, self.limits, self._source = name, limits, source
        names: list[str] = []
        members: dict[str, Member] = {}
        for member, _ in self._entries():
            check_name(member.name, programs=limits.programs)
            names.append(member.name)
            if not member.name.endswith("/"):
                members[member.name] = member
        if not members:
            raise RefusedError(rules.EMPTY, "the archive is empty")
        check_together(names)
        self.members: Mapping[str, Member] = members
        self.found: list[Diagnostic] = list(_advice(name, names))

    def blocks(self, name: str) -> Iterator[bytes]:
        """See Archive. Reads the archive up to there."""
        wanted = self.members[name]
        for member, blocks in self._entries():
            if member.name == wanted.name:
                yield from blocks
                return

    def read(self, name: str, most: int | None = None) -> bytes:
        """See Archive."""
        _check_size(self.members[name], self.limits.xml if most is None else most)
        return b"".join(self.blocks(name))

    def walk(self, wanted: Callable[[Member], bool]) -> Iterator[tuple[Member, bytes]]:
        """See Archive."""
        for member, blocks in self._entries():
            if member.name in self.members and wanted(member):
                _check_size(member, self.limits.xml)
                yield member, b"".join(blocks)

    def xml(self, name: str) -> Xml:
        """See Archive."""
        return read_xml(self.read(name), self.name, name, self.limits)

    def verify(self) -> None:
        """See Archive. The constructor has read everything."""
        self._source.unchanged()

    def close(self) -> None:
        """See Archive."""
        if isinstance(self._source, OpenFile):
            self._source.close()

    def _entries(self) -> Iterator[tuple[Member, Iterator[bytes]]]:
        """Each entry with its content, which is passed over where nobody reads it."""
        stream = _Stream(self._source, self.limits)
        count = 0
        long: dict[str, str] = {}
        while (header := stream.take(_BLOCK)) != _EMPTY:
            info = _header(header)
            count += 1
            if count > self.limits.files:
                raise RefusedError(rules.TOO_LARGE, f"more than {self.limits.files:,} files")
            if info.type in _OF_NEXT:
                long |= _OF_NEXT[info.type](stream.padded(_length(info)))
            else:
                member = _member(info, long)
                blocks = stream.content(member.size)
                yield member, blocks
                for _ in blocks:
                    pass
                long = {}
        stream.end()


class _Stream:
    """What is in the gzip file, which may be one piece only (RFC 1952), within limits."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self._source, self._limits = source, limits
        self._inflate = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._at = self._whole = 0
        self._waiting, self._packed = bytearray(), b""

    def take(self, count: int) -> bytes:
        """The next `count` bytes, few."""
        while len(self._waiting) < count:
            block = self._more()
            if not block:
                raise RefusedError(rules.DAMAGED, "it ends too early")
            self._waiting += block
        data = bytes(self._waiting[:count])
        del self._waiting[:count]
        return data

    def padded(self, count: int) -> bytes:
        """The next `count` bytes, of whole blocks."""
        data = self.take(count + -count % _BLOCK)
        return data[:count]

    def content(self, count: int) -> Iterator[bytes]:
        """The same in pieces."""
        left = count
        while left:
            size = min(left, _READ)
            left -= size
            yield self.take(size)
        self.take(-count % _BLOCK)

    def end(self) -> None:
        """Raises RefusedError where anything but zeros follows the end."""
        rest: bytes = bytes(self._waiting)
        while rest or (rest := self._more()):
            if rest.strip(b"\0"):
                raise RefusedError(rules.EXTRA_DATA, "files behind the end of the archive")
            rest = b""
        if self._inflate.unused_data or self._at < self._source.size:
            raise RefusedError(rules.EXTRA_DATA, "bytes stand behind the end of the archive")

    def _more(self) -> bytes:
        """The next piece, b"" at the end. Raises RefusedError, as soon as it is too much."""
        while not self._inflate.eof:
            if not self._packed:
                count = min(_READ, self._source.size - self._at)
                if not count:
                    raise RefusedError(rules.DAMAGED, "it ends too early")
                self._packed = self._source.read(self._at, count)
                self._at += count
            try:
                block = self._inflate.decompress(self._packed, _READ)
            except zlib.error:
                raise RefusedError(rules.DAMAGED, "it cannot be unpacked") from None
            self._packed = self._inflate.unconsumed_tail
            if block:
                self._count(len(block))
                return block
        return b""

    def _count(self, size: int) -> None:
        self._whole += size
        limits, packed = self._limits, self._source.size
        if self._whole > limits.whole_swollen // 4 and self._whole > limits.whole_ratio * packed:
            raise RefusedError(
                rules.RATIO, f"more than {self._whole:,} bytes, packed in {packed:,}"
            )
        if self._whole > limits.total:
            raise RefusedError(rules.TOO_LARGE, f"more than {limits.total:,} bytes")


def _header(data: bytes) -> tarfile.TarInfo:
    try:
        info = tarfile.TarInfo.frombuf(data, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError, IndexError, OverflowError):
        raise RefusedError(rules.DAMAGED, "a header cannot be read") from None
    if info.size < 0:
        raise RefusedError(rules.DAMAGED, "a file of a negative size", info.name)
    return info


def _length(info: tarfile.TarInfo) -> int:
    if info.size > _LONGEST_HEADER:
        raise RefusedError(rules.TOO_LARGE, f"a header of {info.size:,} bytes", info.name)
    return info.size


def _member(info: tarfile.TarInfo, long: Mapping[str, str]) -> Member:
    name = long.get("path", info.name).removeprefix("./") or "."
    if info.type in _LINKS or "linkpath" in long:
        raise RefusedError(rules.LINK, "the entry is a link", name)
    size = info.size
    if "size" in long:
        if not long["size"].isdecimal() or len(long["size"]) > 18:
            raise RefusedError(rules.DAMAGED, "its size is no number", name)
        size = int(long["size"])
    if info.type == tarfile.DIRTYPE or (info.type in _FILES and info.name.endswith("/")):
        name = f"{name.removesuffix('/')}/"
        return Member("./" if name == "./" else name, size)
    if info.type not in _FILES:
        raise RefusedError(rules.SPECIAL, "the entry is no file and no folder", name)
    return Member(name, size)


def _long_name(data: bytes) -> dict[str, str]:
    """GNU's header for a name of more than 100 bytes."""
    return {"path": data.rstrip(b"\0").decode("utf-8", "surrogateescape")}


def _long_link(_: bytes) -> dict[str, str]:
    return {"linkpath": ""}


def _pax(data: bytes) -> dict[str, str]:
    """Records `LENGTH KEY=VALUE` (POSIX.1-2024, pax Extended Header), as far as they count."""
    found: dict[str, str] = {}
    at = 0
    while at < len(data):
        record = _RECORD.match(data, at)
        stop = at + int(record[1]) if record else 0
        if record is None or not record.end() < stop <= len(data) or data[stop - 1] != 0x0A:
            raise RefusedError(rules.DAMAGED, "an extended header cannot be read")
        key = record[2].decode("utf-8", "replace")
        if key.startswith("GNU.sparse."):
            raise RefusedError(rules.SPECIAL, "a file with holes")
        if key in ("path", "size", "linkpath"):
            value = data[record.end() : stop - 1]
            found[key] = value.decode("utf-8", "surrogateescape")
        at = stop
    return found


_OF_NEXT: Mapping[bytes, Callable[[bytes], dict[str, str]]] = {
    tarfile.GNUTYPE_LONGNAME: _long_name,
    tarfile.GNUTYPE_LONGLINK: _long_link,
    tarfile.XHDTYPE: _pax,
    tarfile.XGLTYPE: _pax,
}
"""Headers that say something of the next one."""


def _check_size(member: Member, most: int) -> None:
    if member.size > most:
        raise RefusedError(
            rules.TOO_LARGE, f"{member.size:,} bytes; {most:,} are read", member.name
        )


def _advice(archive: str, names: list[str]) -> Iterator[Diagnostic]:
    said: dict[str, list[tuple[Rule, str, str]]] = {}
    for name in names:
        for rule, message in advice_on(name):
            said.setdefault(rule.code, []).append((rule, message, name))
    for (rule, message, first), *more in said.values():
        others = f" (and {len(more):,} more)" if more else ""
        yield rule.at(place(archive, first), message + others)
