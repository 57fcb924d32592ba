"""A package as a ZIP archive: the same members give the same bytes, on any machine and day.

Archives are APPNOTE 6.3.3 with nothing optional: no extra fields (but zip64 above 2 GiB), no
data descriptors, no comments. Text is deflated by libdeflate, since the interpreter's own zlib
differs between builds; media are stored, since they are compressed already.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from struct import Struct, pack
from typing import BinaryIO

import deflate

from moocbuild.model.asset import Asset
from moocbuild.model.marks import made
from moocbuild.model.plain import PLAIN
from moocbuild.package import Content, Deflated, Package, read_asset, read_blocks
from moocbuild.package.memo import once
from moocbuild.package.paths import check_names

LEVEL = 5
"""Of libdeflate: as small as zlib's usual level, in half the time. On course text 6 is 0.2 %
smaller for 0.7 ms more a megabyte, 7 0.3 % for 1.8 ms, 10 3 % for 45 ms."""

LARGE = 1 << 15
"""Bytes of a member whose deflated form is kept for the next build: what lists a whole course."""

BLOCK = 1 << 20
"""Bytes of a file that are in memory at once; what is not larger is read whole."""

_EPOCH = 0, 1 << 5 | 1
"""Time and date: midnight of 1980-01-01, the first there is."""
_REGULAR_0644 = 0o100644 << 16
_UNIX = 3
_STORED, _DEFLATED = 0, 8
_UTF8 = 1 << 11
"""The flag of a name that is not ASCII."""
_PLAIN, _ZIP64 = 20, 45
"""Versions of the format that a reader must know."""
_MOST = (1 << 31) - 1
"""Bytes, and the most files, that archives without zip64 hold."""
_MOST_FILES = (1 << 16) - 1
_DESCRIBED = 1 << 13
"""Headers that a process remembers: about 3 MB."""
_IN_ZIP64 = 0xFFFFFFFF
"""In place of a number that stands in the zip64 field."""

_COMPRESSED = (
    ".avif .docx .epub .gif .gz .h5p .imscc .jpeg .jpg .m4a .m4v .mbz .mp3 .mp4 .odp .ods .odt"
    " .oga .ogg .ogv .opus .pdf .png .pptx .webm .webp .woff .woff2 .xlsx .zip"
)
STORED = frozenset(_COMPRESSED.split())
"""Suffixes of files that hold compressed data already."""


def write_zip(package: Package, stream: BinaryIO) -> None:
    """Write `package` to `stream`, which must be seekable and empty.

    Raises ValueError for names that no archive should have (our bug), OSError, and
    ChangedDuringBuild for a source file that is not what was read before.
    """
    check_names(package)
    archive = _Archive(stream)
    for name in package.names():
        _add(archive, name, package.members[name])
    archive.end()


def is_stored(name: str) -> bool:
    """Whether the suffix says that the bytes are compressed already."""
    return name[name.rfind(".") :].lower() in STORED


def deflated(data: bytes) -> Deflated:
    """A member before it is packed: `data` itself where deflating does not shrink it.

    Targets share most of their pages, and builds most of what is large.
    """
    hashed = hashlib.sha256(data)
    sha256 = hashed.hexdigest()

    def make() -> bytes:
        return bytes(deflate.deflate_compress(data, LEVEL))

    def kept() -> bytes:
        return made("deflated", hashed.digest(), PLAIN, make) if len(data) >= LARGE else make()

    packed = once((LEVEL, sha256), kept, len)
    packed = packed if len(packed) < len(data) else data
    return Deflated(packed, len(data), deflate.crc32(data), sha256)


_LOCAL, _ENTRY = Struct("<4s5H3L2H"), Struct("<4s6H3L5H2L")


class _Archive:
    """Members one after the other, then the directory. `zipfile` takes three times as long."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0
        self._directory: list[bytes] = []

    def add(self, name: str, packed: bytes, size: int, crc: int) -> None:
        """A member, deflated where `packed` is shorter than its `size`."""
        method = _DEFLATED if len(packed) < size else _STORED
        self._header(name, method, crc, len(packed), size)
        self._stream.write(packed)
        self._at += len(packed)

    def add_file(self, name: str, asset: Asset) -> None:
        """A large file, stored a block at a time; its header is right when all was read."""
        start, crc = self._at, 0
        self._header(name, _STORED, crc, asset.size, asset.size)
        end = self._at + asset.size
        for block in read_blocks(asset):
            crc = deflate.crc32(block, crc)
            self._stream.write(block)
        self._directory.pop()
        self._at = self._stream.seek(start)
        self._header(name, _STORED, crc, asset.size, asset.size)
        self._at = self._stream.seek(end)

    def _header(self, name: str, method: int, crc: int, packed: int, size: int) -> None:
        """What stands before a member, and the same in the directory."""
        at = self._at
        local, entry = _described(name, method, crc, packed, size, at if at > _MOST else 0)
        self._stream.write(local)
        self._at += len(local)
        self._directory.append(entry if at > _MOST else _placed(entry, at))

    def end(self) -> None:
        """The directory, and where it is (APPNOTE 4.3.14 to 4.3.16)."""
        at, count, directory = self._at, len(self._directory), b"".join(self._directory)
        self._stream.write(directory)
        size = len(directory)
        if count > _MOST_FILES or at > _MOST or size > _MOST:
            facts = _ZIP64, _ZIP64, 0, 0, count, count, size, at
            self._stream.write(pack("<4sQ2H2L4Q", b"PK\6\6", 44, *facts))
            self._stream.write(pack("<4sLQL", b"PK\6\7", 0, at + size, 1))
        few = min(count, _MOST_FILES)
        size, at = min(size, _IN_ZIP64), min(at, _IN_ZIP64)
        self._stream.write(pack("<4s4H2LH", b"PK\5\6", 0, 0, few, few, size, at, 0))


@lru_cache(_DESCRIBED)
def _described(
    name: str, method: int, crc: int, packed: int, size: int, at: int
) -> tuple[bytes, bytes]:
    """A local header and an entry of the directory (APPNOTE 4.3.7, 4.3.12), which are the same in
    every package with this member.
    """
    named, flags = name.encode(), 0 if name.isascii() else _UTF8
    large = size > _MOST
    sizes = [size, packed] if large else []
    version = _ZIP64 if large else _PLAIN
    facts = (*_EPOCH, crc, *((_IN_ZIP64, _IN_ZIP64) if large else (packed, size)), len(named))
    more = _zip64(sizes)
    local = _LOCAL.pack(b"PK\3\4", version, flags, method, *facts, len(more)) + named + more
    if at > _MOST:
        version, more, at = _ZIP64, _zip64([*sizes, at]), _IN_ZIP64
    made_by = version | _UNIX << 8
    rest = (len(more), 0, 0, 0, _REGULAR_0644, at)
    entry = _ENTRY.pack(b"PK\1\2", made_by, version, flags, method, *facts, *rest)
    return local, entry + named + more


def _placed(entry: bytes, at: int) -> bytes:
    """An entry whose member begins at this byte: the last number before its name."""
    return entry[: _ENTRY.size - 4] + at.to_bytes(4, "little") + entry[_ENTRY.size :]


def _zip64(numbers: list[int]) -> bytes:
    """The field with the numbers that the usual places cannot hold (APPNOTE 4.5.3)."""
    return pack(f"<2H{len(numbers)}Q", 1, 8 * len(numbers), *numbers) if numbers else b""


def _add(archive: _Archive, name: str, content: Content) -> None:
    if isinstance(content, Asset):
        if content.content is None and content.size > BLOCK:
            archive.add_file(name, content)
            return
        data, stored = read_asset(content), is_stored(content.href)
    elif isinstance(content, bytes):
        data, stored = content, is_stored(name)
    else:
        archive.add(name, content.data, content.size, content.crc)
        return
    if stored:
        archive.add(name, data, len(data), deflate.crc32(data))
    else:
        _add(archive, name, deflated(data))
