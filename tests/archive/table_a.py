"""Hostile archives: each row is a way in which programs were harmed or read two different things.

Row → what makes the file, the rule that is reported, and the exit status (2: refused, 1: errors,
0: warnings or nothing). A13 and A49 must pass.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from struct import pack

from archive.tars import bomb, course, entry, negative_size, packed
from archive.zips import MANIFEST, STREAMED, UTF8, Entry, Zip, deflated, scorm

Make = Callable[[], bytes]
SYMLINK = 0o120777


def _named(*names: str | bytes, **options: object) -> Make:
    return lambda: scorm(*(Entry(name, **options) for name in names))


def _nested() -> bytes:
    inner = b"bottom"
    for _ in range(4):
        inner = Zip([Entry(f"{n}.zip", inner) for n in range(10)]).bytes()
    return scorm(Entry("deep.zip", inner))


def _overlap() -> bytes:
    """Many names, one content: the quoted overlap of a bomb, in its simplest form."""
    body = deflated(bytes(1 << 20))
    whole = {"size": 1 << 20, "crc": zlib.crc32(bytes(1 << 20)), "packed": body}
    first = Entry("0", **whole)
    more = [Entry(str(n), at=0, written=False, **whole) for n in range(1, 200)]
    return Zip([first, *more]).bytes()


def _zip64_elsewhere() -> bytes:
    locator = pack("<4sLQL", b"PK\6\7", 0, 7, 1)
    return scorm(zip64=locator)


def _many() -> bytes:
    return Zip([Entry(f"{n}.txt", b"", method=0) for n in range(20_001)]).bytes()


def _polyglot() -> bytes:
    return b"GIF89a" + bytes(100) + scorm()


def _glued() -> bytes:
    return scorm() + scorm(Entry("other.html"))


def _hidden() -> bytes:
    return scorm(Entry("hidden.txt", b"<?php", listed=False))


def _cut() -> bytes:
    whole = scorm(Entry("big.bin", bytes(range(256)) * 40, method=0))
    return whole[: len(whole) // 2]


def _bzip2(method: int) -> Make:
    def make() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            archive.writestr("imsmanifest.xml", MANIFEST)
        return out.getvalue()

    return make


def _size_lie() -> bytes:
    data = bytes(50 << 20)
    return scorm(Entry("lie.bin", data, size=100))


def _large() -> bytes:
    """A thousand streamed files of a megabyte, with zip64 records that nothing needs."""
    content = bytes(range(256)) * 4096
    out = io.BytesIO()

    class Stream(io.RawIOBase):
        """What cannot be sought in, as a pipe."""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:
            return out.write(data)

    with zipfile.ZipFile(Stream(), "w") as archive:
        archive.writestr("imsmanifest.xml", MANIFEST)
        archive.writestr("index.html", "<p>Knots</p>")
        for n in range(_LARGE):
            with archive.open(f"{n}.bin", "w", force_zip64=True) as member:
                member.write(content)
    return out.getvalue()


_LARGE = 12
"""Files of a megabyte here; the audit has a thousand."""

ROWS: Mapping[str, tuple[Make, str, int]] = {
    "A01": (_named("../evil"), "MB416", 2),
    "A02": (_named("../" * 12 + "opt/evil"), "MB416", 2),
    "A03": (_named("..\\..\\evil"), "MB416", 2),
    "A04": (_named("a/../../evil"), "MB416", 2),
    "A05": (_named("/opt/x"), "MB416", 2),
    "A06": (_named("C:\\x"), "MB416", 2),
    "A06 drive": (_named("C:x"), "MB416", 2),
    "A06 share": (_named("\\\\host\\share\\x"), "MB416", 2),
    "A07": (_named("link", data=b"/etc/passwd", mode=SYMLINK), "MB414", 2),
    "A08": (
        lambda: scorm(Entry("dir", b"/tmp", mode=SYMLINK), Entry("dir/evil")),
        "MB414",
        2,
    ),
    "A09": (lambda: course(entry("hard", tarfile.LNKTYPE, "/etc/passwd")), "MB414", 2),
    "A10": (lambda: course(entry("../evil")), "MB416", 2),
    "A10 absolute": (lambda: course(entry("/opt/evil")), "MB416", 2),
    "A11": (
        lambda: course(entry("dir", tarfile.SYMTYPE, "/tmp"), entry("dir/evil")),
        "MB414",
        2,
    ),
    "A12": (lambda: course(entry("pipe", tarfile.FIFOTYPE)), "MB415", 2),
    "A12 device": (lambda: course(entry("null", tarfile.CHRTYPE)), "MB415", 2),
    "A13": (lambda: course(entry("course/static/x", mode=0o4755)), "", 0),
    "A14": (lambda: scorm(Entry("zeros", bytes(32 << 20))), "MB410", 2),
    "A15": (_nested, "MB427", 0),
    "A16": (_overlap, "MB407", 2),
    "A17": (_named("imsmanifest.xml"), "MB417", 2),
    "A18": (_named("Index.html"), "MB417", 2),
    "A19": (_named("caf\u00e9", "cafe\u0301"), "MB417", 2),
    "A20": (_named("aux.js"), "MB423", 0),
    "A20 digit": (_named("LPT\u00b9"), "MB423", 0),
    "A21": (_named("what?.html"), "MB423", 0),
    "A21 dot": (_named("end./x"), "MB423", 0),
    "A22": (_named(b"evil\x00.txt"), "MB419", 2),
    "A22 line": (_named("a\nb"), "MB419", 2),
    "A23": (_named("\u202egpj.html"), "MB419", 2),
    "A24": (_named("x" * 300), "MB420", 2),
    "A24 path": (_named("/".join(["x" * 50] * 100)), "MB420", 2),
    "A24 depth": (_named("/".join("a" * 400)), "MB420", 2),
    "A25": (_many, "MB411", 2),
    "A26": (_named("locked", flags=1), "MB412", 2),
    "A26 AES": (_named("locked", method=99), "MB412", 2),
    "A27": (_cut, "MB403", 2),
    "A28": (_named("x", crc=7), "MB404", 2),
    "A29": (_named("one", local_name="two"), "MB408", 2),
    "A29 size": (_named("one", local_size=9), "MB408", 2),
    "A30": (_size_lie, "MB409", 2),
    "A31": (_polyglot, "MB406", 2),
    "A31 shifted": (lambda: scorm(before=b"<html>", shift=False), "MB406", 2),
    "A32": (lambda: scorm(after=b"more"), "MB406", 2),
    "A33": (_glued, "MB405", 2),
    "A34": (lambda: scorm(comment=pack("<4s4H2LH", b"PK\5\6", 0, 0, 0, 0, 0, 0, 0)), "MB405", 2),
    "A35": (_zip64_elsewhere, "MB405", 2),
    "A36": (_bzip2(zipfile.ZIP_BZIP2), "MB413", 2),
    "A36 LZMA": (_bzip2(zipfile.ZIP_LZMA), "MB413", 2),
    "A37": (lambda: Zip([]).bytes(), "MB402", 2),
    "A37 nothing": (lambda: b"", "MB401", 2),
    "A38": (lambda: b"<!DOCTYPE html><title>Log in</title>", "MB401", 2),
    "A38 7z": (lambda: b"7z\xbc\xaf\x27\x1c" + bytes(40), "MB401", 2),
    "A39": (_named("a", "a/b"), "MB418", 2),
    "A40": (_named(b"caf\x82.html", flags=0), "MB422", 0),
    "A41": (_named(b"caf\xe9", flags=UTF8), "MB421", 2),
    "A42": (
        lambda: Zip([Entry("my course/imsmanifest.xml", MANIFEST)]).bytes(),
        "MB439",
        1,
    ),
    "A43": (_hidden, "MB406", 2),
    "A44": (_named("shell.php"), "MB424", 2),
    "A44 server": (_named("img/.htaccess"), "MB424", 2),
    "A45": (_named("__MACOSX/._x"), "MB425", 0),
    "A46": (lambda: bomb(80 << 20), "MB410", 2),
    "A47": (negative_size, "MB403", 2),
    "A48": (_named("x", date=0), "MB426", 0),
    "A49": (_large, "", 0),
    "a pipe in a ZIP": (_named("pipe", mode=0o010644), "MB415", 2),
    "a mode that is unknown": (_named("dir/", data=b"", method=0, mode=0o177777), "", 0),
    "stored of two sizes": (_named("x", method=0, size=9), "MB409", 2),
    "a folder with content": (_named("dir/", data=b"abc"), "MB408", 2),
    "streamed, another checksum behind": (
        _named("x", flags=STREAMED, local_crc=0, local_size=0, descriptor=bytes(16)),
        "MB408",
        2,
    ),
    "tar, files behind the end": (lambda: course(end=b"more" * 200), "MB406", 2),
    "gzip, bytes behind": (lambda: course() + b"more", "MB406", 2),
    "gzip, two in one": (lambda: course() + course(), "MB406", 2),
    "gzip, cut": (lambda: course()[:-20], "MB403", 2),
    "gzip of something else": (lambda: packed(b"hello" * 200), "MB403", 2),
    "tar of nothing": (lambda: packed(bytes(1024)), "MB402", 2),
    "tar, name in an extended header": (
        lambda: course(entry("a" * 150 + "/../../evil")),
        "MB416",
        2,
    ),
    "no package": (lambda: Zip([Entry("readme.txt")]).bytes(), "MB438", 1),
}
