"""A media file as an Asset of the model: probed, hashed, and if it is an SVG cleaned."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from moocbuild.media.probe import probe_stream
from moocbuild.media.strip import strip
from moocbuild.media.svg import clean_svg
from moocbuild.model.asset import Asset, Piece, blocks
from moocbuild.values import dataclass

_SMALL = 1 << 20


@dataclass(frozen=True, slots=True)
class Loaded:
    """left: what may tell a place and could not be taken out; completes "the file …"."""

    asset: Asset
    left: str = ""


def load_asset(path: Path, href: str) -> Asset:
    """The asset alone."""
    return load(path, href).asset


def load(path: Path, href: str) -> Loaded:
    """The file at `path` under the name `href` (from the course's root).

    Size and hash are those of the bytes that a package gets: for an SVG those of its clean copy,
    which the asset holds as `content`, for others those without metadata. Raises OSError and
    MediaError.
    """
    with path.open("rb", buffering=0) as raw:
        data = raw.read(_SMALL) or b""
        stream: BinaryIO = io.BytesIO(data) if len(data) < _SMALL else io.BufferedReader(raw)
        return _load(stream, path, href)


def _load(stream: BinaryIO, path: Path, href: str) -> Loaded:
    stream.seek(0)
    info = probe_stream(stream, path.name)
    stream.seek(0)
    content = clean_svg(stream.read()) if info.media_type == "image/svg+xml" else None
    packed = stream if content is None else io.BytesIO(content)
    kept = strip(packed, info.media_type)
    size, digest = _measured(packed, kept.pieces or ((0, packed.seek(0, 2)),))
    asset = Asset(
        href=href,
        media_type=info.media_type,
        source=path,
        sha256=digest,
        size=size,
        width=info.height if kept.turned else info.width,
        height=info.width if kept.turned else info.height,
        fills=info.fills,
        content=content,
        pieces=kept.pieces,
    )
    return Loaded(asset, kept.left)


def _measured(stream: BinaryIO, pieces: Iterable[Piece]) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    for block in blocks(stream, pieces):
        size += len(block)
        digest.update(block)
    return size, digest.hexdigest()
