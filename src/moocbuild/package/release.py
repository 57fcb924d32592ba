"""Finished files into the output folder: all of them or none, each old or new, never half.

Files are made in a hidden staging folder beside their targets, and renamed when all are there.
Builds that run at once take turns at the renaming. What a killed build left is removed by the
next one. Knows nothing of what the files hold.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from moocbuild.package import PackageError
from moocbuild.package.locks import locked, locked_if_free, sync_folder

SUMS = "SHA256SUMS"
"""The list of hashes, as `sha256sum -c` reads it."""

Writer = Callable[[BinaryIO], None]
"""Writes one file to an empty, seekable stream."""

_FILE_NAME = re.compile(r"[\w-][\w.+-]*")
_STAGING = ".moocbuild-"
_SUMS_LINE = re.compile(r"([0-9a-f]{64})  ([^/\\]+)")


class ReleaseError(PackageError):
    """The disk would not take a file; the folder is as it was."""


def write_release(folder: Path, files: Mapping[str, Writer]) -> dict[str, str]:
    """Write `files` (by plain file name) into `folder`, then SHA256SUMS; sha256 by name.

    A file whose bytes are there already is left alone. SHA256SUMS keeps its lines of other files
    that still exist. A link in place of a file is replaced, never followed. After any exception
    every file is as it was before. Raises ReleaseError for what the system refused, whatever
    the writers raise, and ValueError for a name that is not a plain file name.
    """
    for name in files:
        if not _FILE_NAME.fullmatch(name) or name == SUMS:
            raise ValueError(f"not a plain file name: {name!r}")
    with _blame(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with _staging(folder) as staging:
            sums = {name: _stage(folder, staging, name, files[name]) for name in sorted(files)}
            with locked(folder):
                _publish(folder, staging, sums)
    return sums


@contextmanager
def _blame(path: Path) -> Iterator[None]:
    """Turn an OSError into a ReleaseError about `path`, or about the file that it names."""
    try:
        yield
    except PackageError:
        raise
    except OSError as error:
        named = str(error.filename or "")
        about = path if not named or _STAGING in named else Path(named)
        reason = (error.strerror or str(error)).lower()
        raise ReleaseError(about, reason, error.errno or 0) from error


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A staging folder whose lock says that its build is alive."""
    with ExitStack() as alive:
        with locked(folder):  # or another build could take the new folder for a leftover
            _sweep(folder)
            staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=folder))
            alive.enter_context(locked_if_free(staging))
        try:
            (staging / "new").mkdir()
            (staging / "old").mkdir()
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _sweep(folder: Path) -> None:
    for left in folder.glob(f"{_STAGING}*"):
        with suppress(OSError), locked_if_free(left) as free:
            if free:
                shutil.rmtree(left, ignore_errors=True)


def _stage(folder: Path, staging: Path, name: str, write: Writer) -> str:
    path = staging / "new" / name
    with _blame(folder / name):
        with path.open("xb") as stream:
            write(stream)
        path.chmod(0o644)
        return _sha256(path)


def _publish(folder: Path, staging: Path, sums: Mapping[str, str]) -> None:
    lines = {**_old_sums(folder), **sums}
    text = "".join(f"{digest}  {name}\n" for name, digest in sorted(lines.items())).encode()
    all_sums = {**sums, SUMS: _stage(folder, staging, SUMS, lambda stream: _write(stream, text))}
    changed = [name for name, digest in all_sums.items() if not _holds(folder / name, digest)]
    for name in changed:
        with _blame(folder / name):
            _sync(staging / "new" / name)
            _keep(folder / name, staging / "old" / name)
    try:
        _rename(folder, staging, changed)
    except BaseException:
        _restore(folder, staging, changed)
        raise


def _rename(folder: Path, staging: Path, names: list[str]) -> None:
    for name in names:
        with _blame(folder / name):
            (staging / "new" / name).replace(folder / name)
    if names:
        sync_folder(folder)


def _restore(folder: Path, staging: Path, names: list[str]) -> None:
    for name in names:
        if (staging / "new" / name).exists():
            continue  # was never renamed
        with suppress(OSError):
            old = staging / "old" / name
            old.replace(folder / name) if os.path.lexists(old) else (folder / name).unlink()


def _keep(path: Path, kept: Path) -> None:
    """A second name for the old file, so that it can come back; a copy where links cannot be."""
    if not os.path.lexists(path):
        return
    try:
        os.link(path, kept, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, kept, follow_symlinks=False)


def _old_sums(folder: Path) -> dict[str, str]:
    path = folder / SUMS
    if path.is_symlink() or not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8", errors="replace")
    found = (_SUMS_LINE.fullmatch(line) for line in text.splitlines())
    sums = {match[2]: match[1] for match in found if match}
    return {name: digest for name, digest in sums.items() if (folder / name).is_file()}


def _holds(path: Path, digest: str) -> bool:
    return path.is_file() and not path.is_symlink() and _sha256(path) == digest


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write(stream: BinaryIO, data: bytes) -> None:
    stream.write(data)


def _sync(path: Path) -> None:
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
