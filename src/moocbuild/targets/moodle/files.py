"""The files of a backup: content pooled by its sha1, and a row of files.xml for each use."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable

from moocbuild.formats import xml
from moocbuild.formats.moodle import document, listed, record
from moocbuild.model.asset import Asset
from moocbuild.package import Content, read_asset, read_blocks
from moocbuild.targets.moodle.ids import Ids

_BLOCK = 1 << 20


class FilePool:
    """Collects files; the same content lies in the backup once."""

    def __init__(self, ids: Ids, created: int, licence: str) -> None:
        self._ids = ids
        self._created = created
        self._licence = licence
        self._hashes: dict[str, str] = {}
        self._rows: dict[int, xml.Element] = {}
        self.members: dict[str, Content] = {}

    def add(self, area: tuple[int, str, str, int], path: str, content: Content) -> int:
        """Put `content` at `path` in (context, component, area, item); gives the file's number."""
        context, component, name, item = area
        folder, _, file = path.rpartition("/")
        id = self._ids.of("file", f"{context}/{component}/{name}/{item}/{path}")
        sha1 = self._pooled(content)
        self._rows[id] = record(
            "file",
            id,
            {
                "contenthash": sha1,
                "contextid": context,
                "component": component,
                "filearea": name,
                "itemid": item,
                "filepath": f"/{folder}/" if folder else "/",
                "filename": file,
                "userid": None,
                "filesize": len(content) if isinstance(content, bytes) else content.size,
                "mimetype": _media_type(file, content),
                "status": 0,
                "timecreated": self._created,
                "timemodified": self._created,
                "source": file,
                "author": None,
                "license": self._licence,
                "sortorder": 0,
                "repositorytype": None,
                "repositoryid": None,
                "reference": None,
            },
        )
        return id

    def listing(self) -> bytes:
        """files.xml."""
        return document(listed("files", self._rows.values()))

    def _pooled(self, content: Content) -> str:
        if isinstance(content, Asset):
            if content.sha256 not in self._hashes:
                self._hashes[content.sha256] = _sha1(_blocks(content))
            sha1 = self._hashes[content.sha256]
        else:
            sha1 = _sha1([content])
        self.members.setdefault(f"files/{sha1[:2]}/{sha1}", content)
        return sha1


def _sha1(blocks: Iterable[bytes]) -> str:
    """The name that Moodle gives to content; no secret hangs on it."""
    digest = hashlib.sha1(usedforsecurity=False)
    for block in blocks:
        digest.update(block)
    return digest.hexdigest()


def _blocks(asset: Asset) -> Iterable[bytes]:
    """The bytes of an asset, a large file never whole in memory; packing checks them again."""
    if asset.content is not None or asset.size <= _BLOCK:
        yield read_asset(asset)
        return
    yield from read_blocks(asset)


def _media_type(file: str, content: Content) -> str:
    if isinstance(content, Asset):
        return content.media_type
    if file.endswith(".js"):
        return "application/x-javascript"
    return _TYPES.guess_type(file)[0] or "document/unknown"


# The types of the standard library alone: a machine's own list would change the bytes.
_TYPES = mimetypes.MimeTypes()
