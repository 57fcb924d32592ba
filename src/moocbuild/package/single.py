"""A package of one member as that file itself, for systems that take no archive."""

from __future__ import annotations

from typing import BinaryIO

from moocbuild.package import Package


def write_single(package: Package, stream: BinaryIO) -> None:
    """Write the only member of `package`; raises ValueError if there is not just one (our bug)."""
    (name,) = package.names()
    stream.write(package.read(name))
