"""A member of a package as an HTTP response: its type, its policy, a part of it if asked for."""

from __future__ import annotations

import mimetypes
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from starlette.responses import Response, StreamingResponse

from moocbuild.model.asset import Asset, Piece, blocks, length
from moocbuild.package import Content, read
from moocbuild.serve.guard import plain

_OURS: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
}
"""What only files that moocbuild wrote are sent as: nothing that an author added may run."""
_NEVER = frozenset(
    {"text/html", "application/xhtml+xml", "text/javascript", "application/javascript"}
)
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " media-src 'self'; connect-src 'self'; font-src 'self'; manifest-src 'self';"
    " frame-src https:; worker-src 'none'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'self'"
)
"""Beside the policy that pages bring along. No workers: one would keep pages of yesterday."""
_FILE_POLICY = "default-src 'self'; frame-ancestors 'self'"
_DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.A)
_DIGITS = 18


def member(name: str, content: Content, asked: str | None, root: Path) -> Response:
    """What answers a request for a file. asked: its header Range. root: of the course."""
    kind, policy = _kind(name, content)
    headers = {"content-type": kind, "content-security-policy": policy, "accept-ranges": "bytes"}
    size = content.size if not isinstance(content, bytes) else len(content)
    part = _part(asked, size)
    if part is None:
        return plain(416, "no such part", {"content-range": f"bytes */{size}"})
    start, end = part
    headers["content-length"] = str(end - start)
    if asked and (start, end) != (0, size):
        headers["content-range"] = f"bytes {start}-{end - 1}/{size}"
    status = 206 if "content-range" in headers else 200
    if not isinstance(content, Asset) or content.content is not None:
        return Response(read(content)[start:end], status, headers)
    stream = _opened(content, root)
    if stream is None:
        return plain(404, "the file has changed, and the page will")
    return StreamingResponse(_read(stream, content, start, end), status, headers)


def _kind(name: str, content: Content) -> tuple[str, str]:
    """The type that is sent, and the policy that goes with it."""
    suffix = Path(name).suffix.lower()
    if not isinstance(content, Asset):
        kind = _OURS.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return kind, PAGE_POLICY if kind == _OURS[".html"] else _FILE_POLICY
    kind = content.media_type
    if kind in _NEVER or kind.startswith("text/"):
        return (
            "text/vtt" if kind == "text/vtt" else "text/plain"
        ) + "; charset=utf-8", _FILE_POLICY
    return kind, _DRAWING_POLICY if "xml" in kind else _FILE_POLICY


def _part(asked: str | None, size: int) -> tuple[int, int] | None:
    """From where to where; all of it unless exactly one part is asked for; None of what is not."""
    match = _RANGE.fullmatch(asked.strip()) if asked else None
    if match is None or not (match[1] or match[2]):
        return 0, size
    first, last = (int(digits[-_DIGITS:]) if digits else None for digits in match.groups())
    if max(map(len, match.groups())) > _DIGITS:
        return None
    if first is None:
        return (max(0, size - (last or 0)), size) if last and size else None
    end = size if last is None else min(size, last + 1)
    return (first, end) if first < end else None


def _opened(asset: Asset, root: Path) -> BinaryIO | None:
    """The file of an asset; None where it is no longer the one that was read.

    It must lie in the course: a link may have come into its place since.
    """
    try:
        inside = Path(os.path.realpath(asset.source)).is_relative_to(os.path.realpath(root))
        stream = asset.source.open("rb") if inside and not asset.source.is_symlink() else None
    except OSError:
        return None
    if stream is None:
        return None
    facts = os.fstat(stream.fileno())
    if stat.S_ISREG(facts.st_mode) and (asset.pieces or facts.st_size == asset.size):
        return stream
    stream.close()
    return None


def _read(stream: BinaryIO, asset: Asset, start: int, end: int) -> Iterator[bytes]:
    with stream:
        yield from blocks(stream, list(_cut(asset.pieces or ((0, asset.size),), start, end)))


def _cut(pieces: tuple[Piece, ...], start: int, end: int) -> Iterator[Piece]:
    """What lies between two places of the whole."""
    at = 0
    for piece in pieces:
        size = length(piece)
        first, last = max(start - at, 0), min(end - at, size)
        if first < last:
            if isinstance(piece, bytes):
                yield piece[first:last]
            else:
                yield piece[0] + first, piece[0] + last
        at += size
