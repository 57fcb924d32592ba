"""The files of a course as a git revision has them, written into a folder of their own.

Nothing is checked out: the work tree, the index and the filters of a repository stay out of it.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from moocbuild.errors import ExportError
from moocbuild.freeze.history import command, environment, lines_of, output_of
from moocbuild.source.files.tree import FOLDERS

_FILES = 50_000
_BLOCK = 1 << 20


def is_revision(root: Path, name: str) -> bool:
    """Whether git knows a commit by that name in the repository around `root`."""
    return bool(_commit(root, name))


def write_revision(root: Path, name: str, folder: Path) -> None:
    """Writes the course below `root`, as it was then, into `folder`.

    Raises ExportError where git cannot, or where there was no course.
    """
    files = dict(_files(root, _commit(root, name)))
    if not files:
        raise ExportError(f"no course is in '{name}' at this place of the repository")
    with tempfile.TemporaryFile() as wanted:
        wanted.write("\n".join([*files.values(), ""]).encode())
        wanted.seek(0)
        with subprocess.Popen(
            command(root, "cat-file", "--batch"),
            stdin=wanted,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        ) as git:
            assert git.stdout is not None
            for path in files:
                _write(git.stdout, folder / path)


def _commit(root: Path, name: str) -> str:
    """The hash of a commit, "" where there is none."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return "".join(lines_of(root, *asked)[:1])


def _files(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """Path and blob of each ordinary file; what the tree hides or points elsewhere stays away."""
    if not commit:
        return
    listed = output_of(root, "ls-tree", "-r", "-z", commit, *FOLDERS).decode("utf-8", "replace")
    for row in listed.split("\0")[:_FILES]:
        facts, _, path = row.partition("\t")
        mode, kind, blob = (facts.split() + [""] * 3)[:3]
        parts = PurePosixPath(path).parts
        usual = path and not {"..", ".", ".git"} & set(parts) and not path.startswith("/")
        if kind == "blob" and mode.startswith("100") and usual:
            yield path, blob


def _write(stream: IO[bytes], path: Path) -> None:
    *_, size = stream.readline().split() or [b""]
    if not size.isdigit():
        raise ExportError("this clone lacks files of that revision: fetch them first")
    path.parent.mkdir(parents=True, exist_ok=True)
    left = int(size)
    with path.open("xb") as file:
        while left and (block := stream.read(min(left, _BLOCK))):
            file.write(block)
            left -= len(block)
    stream.read(1)
