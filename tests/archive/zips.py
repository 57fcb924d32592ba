"""ZIP archives byte by byte, so that they can lie wherever an archive can."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from struct import pack

UTF8, STREAMED = 1 << 11, 1 << 3


@dataclass
class Entry:
    """An entry. None: what is right. local_…: what the header before the data says instead."""

    name: str | bytes
    data: bytes = b"x"
    method: int = 8
    flags: int | None = None
    crc: int | None = None
    size: int | None = None
    packed: bytes | None = None
    packed_size: int | None = None
    mode: int = 0o100644
    system: int = 3
    date: int = 0x5A21
    time: int = 0
    extra: bytes = b""
    at: int | None = None
    local_name: str | bytes | None = None
    local_size: int | None = None
    local_crc: int | None = None
    listed: bool = True
    written: bool = True
    descriptor: bytes = b""

    def raw(self, name: str | bytes) -> bytes:
        """A name as bytes."""
        return name.encode() if isinstance(name, str) else name


@dataclass
class Zip:
    """An archive. before, between, after: other bytes. comment: of the whole."""

    entries: Sequence[Entry]
    before: bytes = b""
    between: bytes = b""
    after: bytes = b""
    comment: bytes = b""
    count: int | None = None
    shift: bool = True
    zip64: bytes = b""
    _out: bytearray = field(default_factory=bytearray)

    def bytes(self) -> bytes:
        """The file."""
        self._out = bytearray(self.before)
        start = 0 if self.shift else len(self.before)
        directory = b"".join(self._add(entry, start) for entry in self.entries)
        self._out += self.between
        at = len(self._out) - start
        count = sum(entry.listed for entry in self.entries) if self.count is None else self.count
        self._out += directory + self.zip64
        facts = (0, 0, count, count, len(directory), at, len(self.comment))
        return bytes(self._out + pack("<4s4H2LH", b"PK\5\6", *facts) + self.comment + self.after)

    def _add(self, entry: Entry, start: int) -> bytes:
        packed = deflated(entry.data) if entry.method == 8 else entry.data
        packed = packed if entry.packed is None else entry.packed
        name = entry.raw(entry.name)
        flags = (0 if name.isascii() else UTF8) if entry.flags is None else entry.flags
        crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
        size = len(entry.data) if entry.size is None else entry.size
        packed_size = len(packed) if entry.packed_size is None else entry.packed_size
        at = len(self._out) - start if entry.at is None else entry.at
        when = (entry.time, entry.date)
        if entry.written:
            local_name = name if entry.local_name is None else entry.raw(entry.local_name)
            local_crc = crc if entry.local_crc is None else entry.local_crc
            local_size = size if entry.local_size is None else entry.local_size
            facts = (20, flags, entry.method, *when, local_crc, packed_size, local_size)
            self._out += pack("<4s5H3L2H", b"PK\3\4", *facts, len(local_name), 0)
            self._out += local_name + packed + entry.descriptor
        if not entry.listed:
            return b""
        facts = (20, flags, entry.method, *when, crc, packed_size, size, len(name))
        made = 20 | entry.system << 8
        rest = (len(entry.extra), 0, 0, 0, (entry.mode << 16) & 0xFFFFFFFF, at)
        return pack("<4s6H3L5H2L", b"PK\1\2", made, *facts, *rest) + name + entry.extra


def deflated(data: bytes) -> bytes:
    """Raw deflate."""
    pack_ = zlib.compressobj(9, zlib.DEFLATED, -15)
    return pack_.compress(data) + pack_.flush()


MANIFEST = b"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="o">
    <organization identifier="o">
      <title>Knots</title>
      <item identifier="i" identifierref="r"><title>The bowline</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
    </resource>
  </resources>
</manifest>
"""


def scorm(*more: Entry, manifest: bytes = MANIFEST, **options: object) -> bytes:
    """A sound package of SCORM 1.2, with these entries besides."""
    entries = [Entry("imsmanifest.xml", manifest), Entry("index.html", b"<p>Knots</p>"), *more]
    return Zip(entries, **options).bytes()
