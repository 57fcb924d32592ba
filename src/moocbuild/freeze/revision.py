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
    return bool(commit_of(root, name))


def courses_in(root: Path, commit: str) -> dict[str, str]:
    """Folders with a course in a commit, from `root`, "" for that itself; and of each what
    changes with every change of its files."""
    listed = output_of(root, "ls-tree", "-r", "-t", "-z", commit).decode("utf-8", "replace")
    rows = [row.partition("\t") for row in listed.split("\0")]
    hashes = {path: facts for facts, _, path in rows if path}
    courses = [path for path in hashes if f"/{path}".endswith("/course/course.yml")]
    return {
        before.rstrip("/"): repr([hashes.get(f"{before}{name}", "") for name in FOLDERS])
        for before in (path.removesuffix("course/course.yml") for path in courses)
    }


def write_revision(root: Path, name: str, folder: Path, path: str = "") -> None:
    """Writes the course below `root`, as it was then, into `folder`.

    path: where it is below `root`, and will be below `folder`. Raises ExportError where git
    cannot, or where there was no course.
    """
    files = dict(_files(root, commit_of(root, name), path))
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
            for each in files:
                _write(git.stdout, folder / each)


def commit_of(root: Path, name: str) -> str:
    """The hash of a commit, "" where there is none."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return "".join(lines_of(root, *asked)[:1])


def _files(root: Path, commit: str, within: str = "") -> Iterator[tuple[str, str]]:
    """Path and blob of each ordinary file; what the tree hides or points elsewhere stays away."""
    if not commit:
        return
    folders = [f"{within}/{name}" if within else name for name in FOLDERS]
    asked = ("-r", "-z", "--end-of-options", commit, *folders)
    listed = output_of(root, "ls-tree", *asked).decode("utf-8", "replace")
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
