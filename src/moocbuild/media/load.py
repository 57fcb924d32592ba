"""A media file as an Asset of the model: probed, hashed, and if it is an SVG cleaned."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import BinaryIO

from moocbuild.media.probe import probe_stream
from moocbuild.media.svg import clean_svg
from moocbuild.model.asset import Asset

_SMALL = 1 << 20


def load_asset(path: Path, href: str) -> Asset:
    """The file at `path` under the name `href` (from the course's root).

    Size and hash are those of the bytes that a package gets: for an SVG those of its clean copy,
    which the asset holds as `content`. Raises OSError and MediaError.
    """
    with path.open("rb", buffering=0) as raw:
        data = raw.read(_SMALL) or b""
        stream: BinaryIO = io.BytesIO(data) if len(data) < _SMALL else io.BufferedReader(raw)
        return _load(stream, path, href)


def _load(stream: BinaryIO, path: Path, href: str) -> Asset:
    stream.seek(0)
    info = probe_stream(stream, path.name)
    stream.seek(0)
    content = clean_svg(stream.read()) if info.media_type == "image/svg+xml" else None
    packed = stream if content is None else io.BytesIO(content)
    return Asset(
        href=href,
        media_type=info.media_type,
        source=path,
        sha256=hashlib.file_digest(packed, "sha256").hexdigest(),  # type: ignore[arg-type]
        size=packed.seek(0, 2),
        width=info.width,
        height=info.height,
        content=content,
    )
