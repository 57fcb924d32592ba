"""Many courses: found below a folder or in git revisions, built beside each other, and listed.

`find.py` and `revisions.py` say which courses there are; each is a `Job`. `work.py` makes one of
them, in a process (`processes.py`) or on a cluster (`cluster.py`), and gives a `Done` back.
`shelf.py` writes what is known of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import field
from pathlib import PurePosixPath
from typing import Literal

from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.values import dataclass

HERE = "course"
"""The folder of packages of a course that is the folder that was named, and not below it."""

Status = Literal["built", "errors", "refused", "failed", "bug"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A commit. name: as it was asked for. folder: what its courses' packages go into."""

    name: str
    commit: str
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One course to build. top: the folder that was named. path: of the course, from there, ""
    for the folder itself. out: the folder of the catalogue. state: of a course in a revision, what
    changes with every change of its files.

    targets: names, none for the course's own. strict: warnings stop it, too. cache: what is
    unchanged is not built again.
    """

    top: str
    path: str
    out: str
    revision: Revision | None = None
    state: str = ""
    targets: tuple[str, ...] = ()
    strict: bool = False
    cache: bool = True

    @property
    def place(self) -> str:
        """The folder of its packages, from that of the catalogue."""
        if self.revision is None:
            return self.path or HERE
        return str(PurePosixPath(self.revision.folder, self.path))

    @property
    def named(self) -> str:
        """What findings call it: its folder, in a revision behind the name of that."""
        at = f"{self.revision.name}:" if self.revision else ""
        return f"{at}{self.path}" or "."

    def span(self, path: str = "") -> Span:
        """A file of the course, as the catalogue sees it."""
        at = f"{self.revision.name}:" if self.revision else ""
        joined = "/".join(part for part in (self.path, path) if part)
        return Span(f"{at}{joined}" or ".")


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a job. row: its part of catalogue.json, without findings. findings: errors
    and warnings, at paths of the catalogue; notes: how many there are. lines: see `api.Result`.
    unchanged: nothing had to be made. trace: of a bug of ours.
    """

    job: Job
    status: Status
    row: Mapping[str, object] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    notes: int = 0
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    unchanged: bool = False
    trace: str = ""


Runner = Callable[[Sequence[Job]], AbstractContextManager[Iterator[Done]]]
"""Works at all jobs, and gives each back when it is done, in any order. Left early, it ends what
is under way."""
