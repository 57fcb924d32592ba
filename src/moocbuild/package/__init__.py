"""A package before it is packed: names and contents. Knows no archive format and no disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from moocbuild.model.asset import Asset, blocks

Content: TypeAlias = bytes | Asset
"""What a member holds. An Asset means its `content`, else the bytes of its source file."""


class PackageError(OSError):
    """Packing or writing failed for a reason outside the program.

    path: the file concerned. reason: why, lower case, without the path.
    """

    def __init__(self, path: Path, reason: str, errno: int = 0) -> None:
        super().__init__(errno, reason, str(path))
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class ChangedDuringBuild(PackageError):  # noqa: N818 - says what happened
    """A source file is no longer the one that was hashed when the course was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "the file was changed while the build was running")


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
        content = self.members[name]
        return content if isinstance(content, bytes) else read_asset(content)


def read_asset(asset: Asset) -> bytes:
    """The bytes of an asset, all in memory: for small ones.

    Raises OSError, and ChangedDuringBuild if size or hash are not those of the asset.
    """
    return asset.content if asset.content is not None else b"".join(read_blocks(asset))


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
