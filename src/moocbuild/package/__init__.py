"""A package before it is packed: names and contents. Knows no archive format and no disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import deflate

from moocbuild.errors import ChangedDuringBuild
from moocbuild.model.asset import Asset, blocks
from moocbuild.package.memo import once
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class Deflated:
    """Bytes as a ZIP archive holds them: deflated where `data` is shorter than their `size`."""

    data: bytes
    size: int
    crc: int
    sha256: str

    def read(self) -> bytes:
        """The bytes themselves."""
        if len(self.data) == self.size:
            return self.data
        return bytes(deflate.deflate_decompress(self.data, self.size))


Content: TypeAlias = bytes | Asset | Deflated
"""What a member holds. An Asset means its `content`, else the bytes of its source file."""


@dataclass(frozen=True, slots=True)
class Package:
    """Members by name; names have `/` and no leading `/` (see `paths.check_names`).

    first: names that come first in the archive, in this order. Open edX and Moodle tell a SCORM
    package by an `imsmanifest.xml` near the beginning.
    """

    members: Mapping[str, Content]
    first: tuple[str, ...] = ()

    def __contains__(self, name: object) -> bool:
        return name in self.members

    def names(self) -> list[str]:
        """Every name in the order of the archive: `first`, then by code point.

        Raises ValueError if a name of `first` is no member or stands there twice.
        """
        rest = set(self.members) - set(self.first)
        if len(rest) + len(self.first) != len(self.members):
            raise ValueError(
                f"`first` names something that is not a member, or names it twice: {self.first}"
            )
        return [*self.first, *sorted(rest)]

    def read(self, name: str) -> bytes:
        """The bytes of one member. Raises KeyError, and what `read_asset` raises."""
        return read(self.members[name])


def read(content: Content) -> bytes:
    """The bytes of a member. Raises what `read_asset` raises."""
    if isinstance(content, bytes):
        return content
    return content.read() if isinstance(content, Deflated) else read_asset(content)


def read_asset(asset: Asset) -> bytes:
    """The bytes of an asset, all in memory: for small ones. One build reads them once.

    Raises OSError, and ChangedDuringBuild if size or hash are not those of the asset.
    """
    if asset.content is not None:
        return asset.content
    return once(asset.sha256, lambda: b"".join(read_blocks(asset)), len)


def read_blocks(asset: Asset) -> Iterator[bytes]:
    """The same block by block; what is wrong with them is known, and raised, after the last."""
    digest = hashlib.sha256()
    with asset.source.open("rb") as stream:
        # One byte more than there should be tells a file that has grown.
        for block in blocks(stream, asset.pieces or ((0, asset.size + 1),)):
            digest.update(block)
            yield block
    if digest.hexdigest() != asset.sha256:
        raise ChangedDuringBuild(asset.source)
