"""Gzipped tar archives, so that they can lie wherever an archive can."""

from __future__ import annotations

import gzip
import io
import tarfile


def course(*more: tarfile.TarInfo, data: bytes = b"x", end: bytes = b"") -> bytes:
    """A small OLX course, with these entries besides."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, text in (
            ("course/course.xml", b'<course org="o" course="c" url_name="r"/>'),
            ("course/course/r.xml", b'<course display_name="Knots"/>'),
        ):
            info = tarfile.TarInfo(name)
            info.size = len(text)
            tar.addfile(info, io.BytesIO(text))
        for info in more:
            if info.isfile():
                info.size = len(data)
            tar.addfile(info, io.BytesIO(data) if info.isfile() else None)
    return packed(out.getvalue() + end)


def packed(data: bytes) -> bytes:
    """Gzipped, the same every time."""
    return gzip.compress(data, mtime=0)


def entry(
    name: str, kind: bytes = tarfile.REGTYPE, link: str = "", mode: int = 0o644
) -> tarfile.TarInfo:
    """An entry of some kind."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.mode = kind, link, mode
    return info


def negative_size() -> bytes:
    """An entry whose size is a negative number in base 256 (CVE-2025-8194)."""
    info = tarfile.TarInfo("evil")
    block = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    block[124:136] = b"\xff" * 12
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return packed(bytes(block) + bytes(1024))


def bomb(count: int) -> bytes:
    """A file of zeros."""
    info = tarfile.TarInfo("zeros")
    info.size = count
    head = info.tobuf(tarfile.GNU_FORMAT)
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as file:
        file.write(head)
        block = bytes(1 << 20)
        for _ in range(count >> 20):
            file.write(block)
        file.write(bytes(1024))
    return out.getvalue()
