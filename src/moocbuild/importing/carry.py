"""Files that texts of a source show, collected under names that a course can have."""

from __future__ import annotations

import base64
import binascii
import hashlib
import posixpath
import re
from dataclasses import field
from urllib.parse import unquote, unquote_to_bytes

from moocbuild.model.text import Ref
from moocbuild.source.markdown.anchors import slug
from moocbuild.values import dataclass

_DATA = re.compile(r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w=-]+)*?)(;base64)?,(.*)", re.S)
_ENDS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/svg+xml": ".svg",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "audio/mpeg": ".mp3",
    "video/mp4": ".mp4",
    "application/pdf": ".pdf",
}


_MAGIC = ((b"\x89PNG\r\n", ".png"), (b"GIF8", ".gif"), (b"\xff\xd8\xff", ".jpg"))


_HASHED = re.compile(r"[0-9a-f]{16}-.")
"""How packages of moocbuild name what they show: its hash would be longer each time."""


def _as_it_is(name: str, data: bytes) -> str:
    """A picture's name with the end that its content has: a course takes no other."""
    end = next((end for magic, end in _MAGIC if data.startswith(magic)), "")
    if not end or name.lower().endswith((end, ".jpeg" if end == ".jpg" else end)):
        return name
    stem, dot, _ = name.rpartition(".")
    return f"{stem if dot else name}{end}"


@dataclass(slots=True)
class Carry:
    """files: name → content. The same content has one name, another one of that name a number."""

    files: dict[str, bytes] = field(default_factory=dict)
    _names: dict[bytes, str] = field(default_factory=dict)

    def put(self, path: str, data: bytes) -> Ref:
        """Takes a file along; what texts name it by."""
        digest = hashlib.sha256(data).digest()
        if digest not in self._names:
            written = posixpath.basename(unquote(path))
            if _HASHED.match(written):
                written = written.removeprefix(f"{digest.hex()[:16]}-")
            name = self._free(_as_it_is(written, data))
            self._names[digest] = name
            self.files[name] = data
        return Ref("media", self._names[digest])

    def inline(self, address: str) -> Ref | None:
        """A `data:` address with a picture, a film or a sound; None for any other."""
        match = _DATA.match(address) if address[:5].lower() == "data:" else None
        if match is None or (match[1] or "").lower() not in _ENDS:
            return None
        try:
            raw = unquote_to_bytes(match[4])
            data = base64.b64decode(raw, validate=False) if match[3] else raw
        except (ValueError, binascii.Error):
            return None
        end = _ENDS[(match[1] or "").lower()]
        return self.put(f"picture-{hashlib.sha256(data).hexdigest()[:8]}{end}", data)

    def _free(self, written: str) -> str:
        stem, dot, end = written.rpartition(".")
        stem, end = (stem, f".{slug(end)}") if dot and stem else (written, "")
        stem = re.sub("-+", "-", slug(stem)).strip("-")[:60] or "file"
        number, name = 1, f"{stem}{end}"
        while name in self.files:
            number += 1
            name = f"{stem}-{number}{end}"
        return name
