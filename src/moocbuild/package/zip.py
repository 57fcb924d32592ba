"""A package as a ZIP archive: the same members give the same bytes, on any machine and day.

Archives are APPNOTE 6.3.3 with nothing optional: no extra fields (but zip64 above 2 GiB), no
data descriptors, no comments. Text is deflated by libdeflate, since the interpreter's own zlib
differs between builds; media are stored, since they are compressed already.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from typing import BinaryIO

import deflate

from moocbuild.model.asset import Asset
from moocbuild.package import Content, Deflated, Package, read_asset, read_blocks
from moocbuild.package.memo import once
from moocbuild.package.paths import check_names

LEVEL = 7
"""Of libdeflate. On course text 7 is 0.4 % smaller than 6 for 3 ms more a megabyte; 8 takes
half as long again for 0.5 %, 10 seven times as long for 3 %."""

BLOCK = 1 << 20
"""Bytes of a file that are in memory at once; what is not larger is read whole."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_REGULAR_0644 = 0o100644 << 16
_UNIX = 3

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
    with zipfile.ZipFile(stream, "w") as archive:
        for name in package.names():
            _add(archive, name, package.members[name])


def _add(archive: zipfile.ZipFile, name: str, content: Content) -> None:
    if isinstance(content, Deflated):
        _add_packed(archive, name, content.data, content.size, content.crc)
    elif isinstance(content, bytes):
        _add_bytes(archive, name, content, stored=is_stored(name))
    elif content.content is not None or content.size <= BLOCK:
        _add_bytes(archive, name, read_asset(content), stored=is_stored(content.href))
    else:
        _add_file(archive, name, content)


def is_stored(name: str) -> bool:
    """Whether the suffix says that the bytes are compressed already."""
    return name[name.rfind(".") :].lower() in STORED


def deflated(data: bytes) -> Deflated:
    """A member, deflated before it is packed."""
    return Deflated(_deflated(data), len(data), zlib.crc32(data), hashlib.sha256(data).hexdigest())


def _add_bytes(archive: zipfile.ZipFile, name: str, data: bytes, *, stored: bool) -> None:
    packed = data if stored else _deflated(data)
    _add_packed(archive, name, packed, len(data), zlib.crc32(data))


def _add_packed(archive: zipfile.ZipFile, name: str, packed: bytes, size: int, crc: int) -> None:
    """As `ZipFile.mkdir` adds its entry: `writestr` would deflate with the interpreter's zlib."""
    info = _info(name)
    info.compress_type = zipfile.ZIP_DEFLATED if len(packed) < size else zipfile.ZIP_STORED
    info.CRC, info.file_size, info.compress_size = crc, size, len(packed)
    assert archive.fp is not None
    info.header_offset = archive.start_dir
    header = info.FileHeader(zip64=False)
    archive.fp.write(header)
    archive.fp.write(packed)
    archive.start_dir += len(header) + len(packed)
    archive.filelist.append(info)
    archive.NameToInfo[name] = info


def _add_file(archive: zipfile.ZipFile, name: str, asset: Asset) -> None:
    zip64 = asset.size > zipfile.ZIP64_LIMIT
    with archive.open(_info(name), "w", force_zip64=zip64) as member:
        for block in read_blocks(asset):
            member.write(block)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = _UNIX
    info.external_attr = _REGULAR_0644
    return info


def _deflated(data: bytes) -> bytes:
    """`data` itself where deflating does not shrink it. Targets share most of their pages."""
    packed = once((LEVEL, data), lambda: bytes(deflate.deflate_compress(data, LEVEL)), len)
    return packed if len(packed) < len(data) else data
