"""What stops a build though no text of the course is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class UnknownNameError(Exception):
    """A target, track or language that was asked for by name and is not there."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        super().__init__(f"no {what} '{name}'")
        self.name, self.known = name, tuple(known)


class TwoCoursesError(Exception):
    """What was to be compared is two courses, not two versions of one."""


class ExportError(Exception):
    """Not an export, or none that can be used; says why."""


class NoClusterError(Exception):
    """No cluster answers, or none that can do the work; says why. address: of its scheduler."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(why)
        self.address = address


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
