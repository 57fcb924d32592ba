"""A file that pages show or offer: an image, a sound, captions, a document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """Bytes are read when packed: `content` is held only for what was rewritten (clean SVG).

    href: path from the course's root, `media/bench.svg`. size: bytes. width, height: pixels,
    0 where unknown.
    """

    href: str
    media_type: str
    source: Path
    size: int
    sha256: str
    width: int = 0
    height: int = 0
    content: bytes | None = None
