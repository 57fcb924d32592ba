"""A package as a tar.gz archive: the same members give the same bytes, on any machine and day.

The tar is POSIX ustar: names sorted, mode 0644, owner and time zero. The gzip file has members
one after another (RFC 1952, 2.2), each deflated by libdeflate, since the interpreter's own zlib
differs between builds, and its header names no time, file or system. A course without large
media is one member. Media are stored, a block at a time.
"""

from __future__ import annotations

import tarfile
from typing import BinaryIO

import deflate

from moocbuild.model.asset import Asset
from moocbuild.package import Content, Deflated, Package, read, read_asset, read_blocks
from moocbuild.package.paths import check_names
from moocbuild.package.zip import BLOCK, LEVEL, is_stored

_MEMBER = 8 * BLOCK
"""Bytes that one gzip member holds at least, where more follow."""

_EMPTY = tarfile.TarInfo().tobuf(tarfile.USTAR_FORMAT, "ascii", "strict")
_OCTAL = 0o77777777777
_SUM = sum(_EMPTY[:148]) + sum(_EMPTY[156:]) + 8 * 32 - 11 * 48
"""Of the bytes of a header without name and size, blanks in place of the sum itself."""

_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""Deflate, no flags, no time, system unknown."""


def write_tar_gz(package: Package, stream: BinaryIO, *, folder: str = "") -> None:
    """Write `package` to `stream`, every member below `folder`.

    Raises ValueError for names that no archive should have (our bug), OSError, and
    ChangedDuringBuild for a source file that is not what was read before.
    """
    check_names(package)
    out = _Gzip(stream)
    for name in package.names():
        _add(out, f"{folder}/{name}" if folder else name, package.members[name])
    out.write(bytes(2 * tarfile.BLOCKSIZE))
    out.flush()


class _Gzip:
    """Collects what is written and gives it on as gzip members."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held = bytearray()
        self._level = LEVEL

    def write(self, data: bytes, level: int = LEVEL) -> None:
        """level 0: not to be made smaller."""
        if level != self._level or len(self._held) >= _MEMBER:
            self.flush()
        self._level = level
        self._held += data

    def flush(self) -> None:
        if self._held:
            data = bytes(self._held)
            self._held.clear()
            sums = deflate.crc32(data).to_bytes(4, "little"), len(data).to_bytes(4, "little")
            packed = bytes(deflate.deflate_compress(data, self._level))
            self._stream.write(b"".join((_HEADER, packed, *sums)))


def _add(out: _Gzip, name: str, content: Content) -> None:
    if isinstance(content, (bytes, Deflated)):
        _add_bytes(out, name, read(content), LEVEL)
    elif content.content is not None or content.size <= BLOCK:
        _add_bytes(out, name, read_asset(content), _level(content))
    else:
        _add_file(out, name, content)


def _level(asset: Asset) -> int:
    return 0 if is_stored(asset.href) else LEVEL


def _add_bytes(out: _Gzip, name: str, data: bytes, level: int) -> None:
    for part in (_header(name, len(data)), data, _padding(len(data))):
        out.write(part, level)


def _add_file(out: _Gzip, name: str, asset: Asset) -> None:
    level = _level(asset)
    out.write(_header(name, asset.size), level)
    for block in read_blocks(asset):
        out.write(block, level)
    out.write(_padding(asset.size), level)


def _header(name: str, size: int) -> bytes:
    """As `tarfile` writes it, whose way takes ten times as long."""
    if len(name) > tarfile.LENGTH_NAME or size > _OCTAL:
        info = tarfile.TarInfo(name)
        info.size = size
        return info.tobuf(tarfile.USTAR_FORMAT, "ascii", "strict")
    named, sized = name.encode("ascii"), b"%011o" % size
    summed = b"%06o" % (_SUM + sum(named) + sum(sized))
    padded = named.ljust(tarfile.LENGTH_NAME, b"\0")
    return b"".join((padded, _EMPTY[100:124], sized, _EMPTY[135:148], summed, _EMPTY[154:]))


def _padding(size: int) -> bytes:
    return bytes(-size % tarfile.BLOCKSIZE)
