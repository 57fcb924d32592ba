"""What was made before on this machine, kept as plain data in the user's own cache folder.

Never inside a course: nothing that comes with a course is ever taken for something we made.
Whatever is odd about the folder or a file in it means that nothing is found there.
"""

from __future__ import annotations

import itertools
import json
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import platformdirs

MOST_BYTES = 192 << 20
_MOST_FILES = 20_000
"""A catalogue of courses has a record of each."""
EVERY = 64
"""After how many files of a process those that are too many are looked for: at its first one, and
then at each of so many, since a folder of thousands takes longer to list than a file to write."""
_OURS = "moocbuild-"
"""Every file of ours begins so: a folder that somebody named may hold other things."""
_written = itertools.count()


def cache_folder() -> Path:
    """Where MOOCBUILD_CACHE_DIR says, else where such things are kept. It may not exist."""
    asked = os.environ.get("MOOCBUILD_CACHE_DIR")
    return Path(asked or platformdirs.user_cache_dir("moocbuild", appauthor=False))


def read_record(name: str) -> Mapping[str, Any] | None:
    """What was kept by this name; None where there is nothing, or nothing that can be trusted."""
    try:
        kept = json.loads(read_bytes(f"{name}.json") or b"0")
    except (ValueError, RecursionError):
        return None
    return kept if isinstance(kept, dict) else None


def keep_record(name: str, value: Mapping[str, Any], course: Path) -> None:
    """Keeps a value by this name, if the disk takes it and the folder is not within `course`."""
    data = json.dumps(value, separators=(",", ":")).encode()
    keep_bytes(f"{name}.json", [data], course)


def read_bytes(name: str) -> bytes | None:
    """The file of this name; None where there is none, or none that can be trusted."""
    path = cache_folder() / f"{_OURS}{name}"
    with suppress(OSError):
        if _is_own(path.parent) and _is_own(path):
            return path.read_bytes()
    return None


def keep_bytes(name: str, data: Iterable[bytes], course: Path) -> None:
    """Keeps a file by this name, if the disk takes it and the folder is not within `course`."""
    if is_within(course):
        return
    folder = cache_folder()
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_own(folder):
            _write(folder, f"{_OURS}{name}", data)
            if next(_written) % EVERY == 0:
                _bound(folder)


def is_within(course: Path) -> bool:
    """Whether the cache would lie in a course."""
    return cache_folder().resolve().is_relative_to(course.resolve())


def clear() -> int:
    """Removes everything that is kept; how many bytes that were."""
    folder = cache_folder()
    if not folder.is_dir():
        return 0
    size = 0
    for path, facts in _files(folder):
        path.unlink(missing_ok=True)
        size += facts.st_size
    with suppress(OSError):  # other things are in it
        folder.rmdir()
    return size


def _is_own(path: Path) -> bool:
    """Whether it is this user's, and no one else can write into it."""
    facts = path.lstat()
    if stat.S_ISLNK(facts.st_mode):
        return False
    if not hasattr(os, "geteuid"):  # Windows: the folder lies in the user's profile
        return True
    return facts.st_uid == os.geteuid() and not facts.st_mode & 0o022


def _write(folder: Path, name: str, data: Iterable[bytes]) -> None:
    """Whole or not at all, whoever else writes the same."""
    import tempfile  # only where something is written, as a start must be quick

    made = tempfile.NamedTemporaryFile(dir=folder, prefix=_OURS, delete=False)  # noqa: SIM115 - closed below
    try:
        with made:
            made.writelines(data)
        Path(made.name).replace(folder / name)
    except BaseException:
        Path(made.name).unlink(missing_ok=True)
        raise


def _bound(folder: Path) -> None:
    """Removes what has not been written for longest, until the rest is not too much."""
    left = 0
    newest = sorted(_files(folder), key=lambda each: each[1].st_mtime_ns, reverse=True)
    for count, (path, facts) in enumerate(newest):
        left += facts.st_size
        if count and (left > MOST_BYTES or count >= _MOST_FILES):
            with suppress(OSError):
                path.unlink()


def _files(folder: Path) -> list[tuple[Path, os.stat_result]]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.name.startswith(_OURS) and entry.is_file(follow_symlinks=False):
                    found.append((Path(entry.path), entry.stat(follow_symlinks=False)))
    return found
