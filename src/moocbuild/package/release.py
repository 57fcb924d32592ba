"""Finished files into the output folder: all of them or none.

Files are made in a hidden staging folder; when all are there, `switch` puts them in place. Builds
that run at once take turns at it. What a killed build left is completed and removed by the next
one. Knows nothing of what the files hold.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from moocbuild.errors import PackageError
from moocbuild.package.locks import STAGING, locked, locked_if_free
from moocbuild.package.switch import Switch, recover, stages_beside, switch

SUMS = "SHA256SUMS"
"""The list of hashes, as `sha256sum -c` reads it."""

Writer = Callable[[BinaryIO], None]
"""Writes one file to an empty, seekable stream."""
Sums = Mapping[str, tuple[str, int]]
"""SHA-256 and bytes of a file by its name."""

_BUFFER = 1 << 20
"""Bytes that are written at once: packages have thousands of small members."""
_FILE_NAME = re.compile(r"[\w-][\w.+-]*")
_SUMS_LINE = re.compile(r"([0-9a-f]{64})  ([^/\\]+)")


class ReleaseError(PackageError):
    """The disk would not take a file; the folder is as it was."""


def write_release(
    folder: Path,
    files: Mapping[str, Writer],
    told: Mapping[str, Callable[[Sums], bytes]] = MappingProxyType({}),
) -> dict[str, str]:
    """Write `files` (by plain file name) into `folder`, then SHA256SUMS; sha256 by name.

    told: files that are made last, from what is known of the others.

    A file whose bytes are there already is left alone. SHA256SUMS keeps its lines of other files
    that still exist. A link in place of a file is replaced, never followed. After any exception
    every file is as it was before. Raises ReleaseError for what the system refused, whatever
    the writers raise, and ValueError for a name that is not a plain file name.
    """
    for name in (*files, *told):
        if not _FILE_NAME.fullmatch(name) or name == SUMS:
            raise ValueError(f"not a plain file name: {name!r}")
    with _blame(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with _staging(folder) as staging:
            sums = {name: _stage(folder, staging, name, files[name]) for name in sorted(files)}
            known = {name: (sums[name], (staging / "new" / name).stat().st_size) for name in sums}
            for name, tell in told.items():
                data = tell(known)
                sums[name] = _stage(folder, staging, name, partial(_write, data=data))
            sums = dict(sorted(sums.items()))
            with _turn(folder):
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
        named = [str(name) for name in (error.filename, error.filename2) if name]
        about = next((Path(name) for name in named if STAGING not in name), path)
        reason = (error.strerror or str(error)).lower()
        raise ReleaseError(about, reason, error.errno or 0) from error


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A staging folder whose lock says that its build is alive."""
    with ExitStack() as alive:
        with _turn(folder):  # or another build could take it for a leftover
            room = folder.parent if stages_beside(folder) else folder
            staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=room))
            alive.enter_context(locked_if_free(staging))
        try:
            (staging / "new").mkdir()
            (staging / "old").mkdir()
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """Alone in the folder and beside it, and nothing left of killed builds."""
    places = [folder]
    if os.access(folder.parent, os.R_OK | os.X_OK) and not folder.parent.samefile(folder):
        places.append(folder.parent)
    with ExitStack() as locks:
        for place in places:
            locks.enter_context(locked(place))
        for place in places:
            _sweep(place, folder)
        yield


def _sweep(place: Path, folder: Path) -> None:
    """What killed builds left in `place`, as far as it does not concern another folder."""
    for left in place.glob(f"{STAGING}*"):
        with suppress(OSError), locked_if_free(left) as free:
            if free and recover(left, folder):
                shutil.rmtree(left, ignore_errors=True)


def _stage(folder: Path, staging: Path, name: str, write: Writer) -> str:
    path = staging / "new" / name
    with _blame(folder / name):
        hashing = _Hashing(path, "x")
        with io.BufferedWriter(hashing, _BUFFER) as stream:
            write(stream)
        path.chmod(0o644)
        return hashing.sha256() or _sha256(path)


class _Hashing(io.FileIO):
    """A file that is hashed while it is written: to read it again takes as long as to hash it."""

    def __init__(self, path: Path, mode: str) -> None:
        super().__init__(path, mode)
        self._hash, self._in_order = hashlib.sha256(), True

    def write(self, data: Any) -> int:
        """Whatever the system takes of it."""
        taken = super().write(data)
        self._hash.update(memoryview(data)[:taken])
        return taken

    def seek(self, offset: int, whence: int = 0) -> int:
        """What is written after this is not what follows."""
        self._in_order = False
        return super().seek(offset, whence)

    def sha256(self) -> str:
        """Of all that was written; "" where it was not written in order."""
        return self._hash.hexdigest() if self._in_order else ""


def _publish(folder: Path, staging: Path, sums: Mapping[str, str]) -> None:
    lines = {**_old_sums(folder), **sums}
    text = "".join(f"{digest}  {name}\n" for name, digest in sorted(lines.items())).encode()
    all_sums = {**sums, SUMS: _stage(folder, staging, SUMS, lambda stream: _write(stream, text))}
    new = staging / "new"
    changed = [name for name in all_sums if not _holds(folder / name, new / name, all_sums[name])]
    if changed:
        names = (*(name for name in changed if name != SUMS), SUMS)
        had = tuple(name for name in names if os.path.lexists(folder / name))
        for name in names:
            with _blame(folder / name):
                _sync(staging / "new" / name)
                _keep(folder / name, staging / "old" / name)
        switch(Switch(folder, staging, names, had))


def sums_of(folder: Path) -> Sums:
    """What SHA256SUMS of an earlier release says, of the files that are still there."""
    sums = _old_sums(folder)
    return {name: (digest, (folder / name).stat().st_size) for name, digest in sums.items()}


def _keep(path: Path, kept: Path) -> None:
    """A second name for the old file, so that it can come back; a copy where links cannot be."""
    if not os.path.lexists(path):
        return
    try:
        os.link(path, kept, follow_symlinks=False)
    except (OSError, NotImplementedError):  # Windows cannot be asked not to follow
        shutil.copy2(path, kept, follow_symlinks=False)


def _old_sums(folder: Path) -> dict[str, str]:
    path = folder / SUMS
    if path.is_symlink() or not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8", errors="replace")
    found = (_SUMS_LINE.fullmatch(line) for line in text.splitlines())
    sums = {match[2]: match[1] for match in found if match}
    return {name: digest for name, digest in sums.items() if (folder / name).is_file()}


def _holds(path: Path, new: Path, digest: str) -> bool:
    """Whether a file is there that holds what the new one does, whose hash this is."""
    if not path.is_file() or path.is_symlink():
        return False
    return path.stat().st_size == new.stat().st_size and _sha256(path) == digest


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write(stream: BinaryIO, data: bytes) -> None:
    stream.write(data)


def _sync(path: Path) -> None:
    with path.open("r+b") as stream:  # Windows syncs only what may be written
        os.fsync(stream.fileno())
