"""`ids --merge`: git's merge driver for course.lock."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from pathlib import Path

from moocbuild.diagnostics import Collector
from moocbuild.source.files.lock import parse_lock
from moocbuild.source.files.lock_file import lock_text
from moocbuild.source.files.lock_merge import Given, merged
from moocbuild.source.files.tree import MAX_TEXT
from moocbuild.source.yaml.schema import LockFile


def merge_files(base: Path, ours: Path, theirs: Path) -> tuple[str, list[Given]] | None:
    """The text of both locks as one, and the numbers that were given anew; None where one of them
    cannot be read.
    """
    locks = [_lock(path) for path in (base, ours, theirs)]
    found = [lock for lock in locks if lock is not None]
    if len(found) < len(locks):
        return None
    lock, given = merged(*found)
    return lock_text(lock), given


def _lock(path: Path) -> LockFile | None:
    with path.open("rb") as file:
        text = file.read(MAX_TEXT).decode("utf-8", "replace").replace("\r\n", "\n")
    return parse_lock(text, Collector())[0] if text.strip() else LockFile()


def mark_conflict(base: Path, ours: Path, theirs: Path) -> None:
    """Leaves in `ours` what git itself would: the lines of both sides, between markers."""
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    files = (str(path.resolve()) for path in (ours, base, theirs))
    with suppress(OSError):  # no git: `ours` stays as it is
        subprocess.run(["git", "merge-file", *labels, *files], check=False, capture_output=True)
