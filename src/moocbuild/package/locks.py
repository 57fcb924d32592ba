"""Locks on folders, held by an open handle: a killed process lets go of them by itself.

flock(2) on the folder itself leaves no lock file behind. Where there is none (Windows, some
network file systems) nothing is locked, and nothing is ever said to be free.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


STAGING = ".moocbuild-release-"
"""How the names of staging folders begin."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait for the lock of `folder` and hold it."""
    while True:
        handle = _open(folder)
        try:
            _lock(handle, wait=True)
            if _is(folder, handle):
                yield
                return
        finally:
            _close(handle)


def _is(folder: Path, handle: int) -> bool:
    """Not where another took its place while we waited."""
    return handle < 0 or os.path.samestat(folder.stat(), os.fstat(handle))


@contextmanager
def locked_if_free(folder: Path) -> Iterator[bool]:
    """Hold the lock of `folder` if no one does; whether it could be had."""
    handle = _open(folder)
    try:
        yield _lock(handle, wait=False)
    finally:
        _close(handle)


def sync_folder(folder: Path) -> None:
    """Make renames within `folder` last. Raises OSError, but not where this cannot be asked."""
    handle = _open(folder)
    try:
        if handle >= 0:
            os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        _close(handle)


def _open(folder: Path) -> int:
    if sys.platform == "win32":
        return -1
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW * _is_hidden(folder))


def _is_hidden(folder: Path) -> bool:
    """Staging folders are ours: a link in their place is not."""
    return folder.name.startswith(STAGING)


def _lock(handle: int, *, wait: bool) -> bool:
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError as error:
        if error.errno == errno.EINTR:
            raise
        return False
    return True


def _close(handle: int) -> None:
    if handle >= 0:
        os.close(handle)
