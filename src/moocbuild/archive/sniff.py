"""What a file is that is no archive, by its first bytes, for people who took it for one."""

from __future__ import annotations

from moocbuild.archive.source import Source

_LOOK = 600
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it, and pack a ZIP"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it, and pack a ZIP"),
    (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ\0", "packed with xz"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
)


def what_it_is(source: Source) -> str:
    """Some words such as "a web page", or "" where nothing is known."""
    head = source.read(0, min(_LOOK, source.size))
    for magic, words in _MAGIC:
        if head.startswith(magic):
            return words
    if head[257:262] == b"ustar":
        return "a tar archive that is not gzipped: run 'gzip' on it"
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:100].lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return "a web page, perhaps one to log in, that was saved in place of the archive"
    if text.startswith(b"<"):
        return "XML or a web page, not packed"
    if text.startswith((b"{", b"[")):
        return "JSON, not packed"
    return ""
