"""The files of a backup: content pooled by its sha1, and a row of files.xml for each use."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable

from moocbuild.formats.moodle import Element, document, listed, record
from moocbuild.model.asset import Asset
from moocbuild.package import Content, read, read_asset, read_blocks
from moocbuild.targets.moodle.ids import Ids
from moocbuild.values import dataclass

_BLOCK = 1 << 20


Area = tuple[int, str, str, int]
"""Context, component, file area, item."""


@dataclass(frozen=True, slots=True)
class Use:
    """A file at a place. content: its bytes, or the href of an asset."""

    area: Area
    path: str
    content: bytes | str


class FilePool:
    """Collects files; the same content lies in the backup once."""

    def __init__(self, ids: Ids, created: int, licence: str) -> None:
        self._ids = ids
        self._created = created
        self._licence = licence
        self._hashes: dict[str, str] = {}
        self._rows: dict[int, Element] = {}
        self.members: dict[str, Content] = {}
        self.uses: list[Use] = []
        """All that was added; whoever asks what is added takes out what was before."""

    def add(self, area: Area, path: str, content: Content) -> int:
        """Put `content` at `path` of an area; gives the file's number."""
        named = content.href if isinstance(content, Asset) else read(content)
        self.uses.append(Use(area, path, named))
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
            sha1 = _sha1([read(content)])
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


def short_licence(licence: str) -> str:
    """Moodle's short name of a licence."""
    known = ("cc-by-4.0", "cc-by-sa-4.0", "cc-by-nd-4.0", "cc-by-nc-4.0", "cc-by-nc-sa-4.0")
    return licence.lower() if licence.lower() in (*known, "cc-by-nc-nd-4.0") else "unknown"
