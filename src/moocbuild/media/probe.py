"""What a media file is, from its own bytes; its name must say the same. Decodes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from moocbuild.media import MediaError, MediaInfo
from moocbuild.media.avif import avif_size
from moocbuild.media.boxes import mp4_size
from moocbuild.media.images import Size, gif_size, jpeg_size, png_size, webp_size
from moocbuild.media.svg import LARGEST, svg_info

LONGEST_SIDE = 10_000
"""Pixels."""

MOST_PIXELS = 40_000_000
"""A browser takes 4 bytes for each: 160 MB, the most that a telephone bears."""

_HEAD = 512
_TAIL = 65_536

_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
_TYPES = {
    ".avif": "image/avif",
    ".csv": "text/csv",
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".m4a": "audio/mp4",
    ".m4v": "video/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".odp": f"{_OPEN}presentation",
    ".ods": f"{_OPEN}spreadsheet",
    ".odt": f"{_OPEN}text",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".ogv": "video/ogg",
    ".opus": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": f"{_OFFICE}presentationml.presentation",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vtt": "text/vtt",
    ".wav": "audio/wav",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".zip": "application/zip",
}

SUFFIXES = tuple(suffix.removeprefix(".") for suffix in _TYPES)
"""What files may be called."""

_MAGIC: tuple[tuple[str, int, bytes], ...] = (
    ("PNG", 0, b"\x89PNG\r\n\x1a\n"),
    ("GIF", 0, b"GIF87a"),
    ("GIF", 0, b"GIF89a"),
    ("JPEG", 0, b"\xff\xd8\xff"),
    ("WebP", 8, b"WEBP"),
    ("WAV", 8, b"WAVE"),
    ("HEIC", 4, b"ftyphei"),
    ("HEIC", 4, b"ftypmif1"),
    ("QuickTime", 4, b"ftypqt"),
    ("MP4", 4, b"ftyp"),
    ("Ogg", 0, b"OggS"),
    ("WebM", 0, b"\x1aE\xdf\xa3"),
    ("MP3", 0, b"ID3"),
    ("PDF", 0, b"%PDF-"),
    ("ZIP", 0, b"PK\x03\x04"),
    ("WOFF2", 0, b"wOF2"),
    ("WOFF", 0, b"wOFF"),
    ("TIFF", 0, b"II*\0"),
    ("TIFF", 0, b"MM\0*"),
    ("BMP", 0, b"BM"),
    ("WebVTT", 0, b"WEBVTT"),
)
"""Kind, offset and bytes that tell it; the first that fits. After WHATWG MIME Sniffing, 6."""

_KINDS = {
    "image/png": "PNG",
    "image/gif": "GIF",
    "image/jpeg": "JPEG",
    "image/avif": "AVIF",
    "image/webp": "WebP",
    "image/svg+xml": "SVG",
    "audio/mp4": "MP4",
    "video/mp4": "MP4",
    "audio/mpeg": "MP3",
    "audio/ogg": "Ogg",
    "video/ogg": "Ogg",
    "audio/wav": "WAV",
    "video/webm": "WebM",
    "application/pdf": "PDF",
    "font/woff": "WOFF",
    "font/woff2": "WOFF2",
    "text/vtt": "WebVTT",
    "text/plain": "text",
    "text/csv": "text",
}
"""By media type; every other type in _TYPES is kept as a ZIP."""

_READERS: dict[str, Callable[[BinaryIO, bytes], Size]] = {
    "PNG": png_size,
    "GIF": gif_size,
    "JPEG": jpeg_size,
    "AVIF": avif_size,
    "WebP": webp_size,
    "MP4": mp4_size,
}

_AVIF = frozenset((b"avif", b"avis"))
_SCRIPTS = (b"<script", b"<?php", b"<html", b"<!doctype html", b"<iframe", b"javascript:")
_SCRIPT_FREE = frozenset({"PNG", "GIF", "JPEG", "WebP", "AVIF", "MP3", "WAV", "Ogg"})
_SCANNED = 1024


def probe(path: Path) -> MediaInfo:
    """Type, size in pixels and (SVG) title of the file at `path`.

    Raises OSError, and MediaError for a file that is empty, cut short, too large in pixels, of a
    kind that is not known or not what its suffix says, or that carries a script.
    """
    with path.open("rb") as stream:
        return probe_stream(stream, path.name)


def probe_stream(stream: BinaryIO, name: str) -> MediaInfo:
    """The same for a seekable stream; `name` gives the suffix."""
    head = stream.read(_HEAD)
    if not head:
        raise MediaError("is empty", "empty")
    media_type = _type_of(name)
    kind = _kind_of(head)
    wanted = _KINDS.get(media_type, "ZIP")
    if kind != wanted and (kind, wanted) != ("text", "WebVTT"):  # that, `check_vtt` says better
        raise MediaError(f"is named as {wanted} but is {kind}", "type", refused=True)
    if kind == "SVG":
        return _probe_svg(stream)
    tail = _tail(stream)
    if kind in _SCRIPT_FREE and _has_script(head, tail):
        raise MediaError(f"is both {kind} and a script", "type", refused=True)
    stream.seek(0)
    width, height = _READERS[kind](stream, tail) if kind in _READERS else (0, 0)
    _check_pixels(width, height, image=media_type.startswith("image/"))
    return MediaInfo(media_type=media_type, width=width, height=height)


def _type_of(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in _TYPES:
        what = f"'{suffix}'" if suffix else "no suffix"
        raise MediaError(f"has {what}, which is not a supported file type", "type")
    return _TYPES[suffix]


def _kind_of(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf")
    if start.startswith(b"ftyp", 4) and _AVIF & set(_brands(start)):
        return "AVIF"
    for kind, offset, magic in _MAGIC:
        if start.startswith(magic, offset):
            return kind
    if head[0] == 0xFF and len(head) > 1 and head[1] & 0xE6 == 0xE2:
        return "MP3"  # an MPEG frame of layer III without an ID3 tag (ISO/IEC 11172-3, 2.4.1.3)
    return _text_kind(start)


def _brands(start: bytes) -> Iterator[bytes]:
    """What an MP4 file says of itself: its own brand, and those that it is fit for."""
    end = min(int.from_bytes(start[:4]), len(start))
    return (start[at : at + 4] for at in (8, *range(16, end - 3, 4)))


def _text_kind(start: bytes) -> str:
    lower = start.lstrip().lower()
    if lower.startswith((b"<!doctype html", b"<html", b"<head", b"<script", b"<body")):
        return "HTML"
    if lower.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype svg")):
        return "SVG" if b"<html" not in lower else "HTML"
    if b"\0" in start:
        return "of an unknown type"
    return "text"


def _tail(stream: BinaryIO) -> bytes:
    end = stream.seek(0, 2)
    stream.seek(max(0, end - _TAIL))
    return stream.read(_TAIL)


def _has_script(head: bytes, tail: bytes) -> bool:
    text = (head + b" " + tail[-_SCANNED:]).lower()
    return any(script in text for script in _SCRIPTS)


def _check_pixels(width: int, height: int, *, image: bool) -> None:
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise MediaError(
            f"is {width} × {height} pixels; the limit is {LONGEST_SIDE} per side"
            f" and {MOST_PIXELS // 1_000_000} million in total",
            "size",
            refused=True,
        )
    if image and not (width and height):
        raise MediaError("has no width or no height")


def _probe_svg(stream: BinaryIO) -> MediaInfo:
    stream.seek(0)
    return svg_info(stream.read(LARGEST + 1))
