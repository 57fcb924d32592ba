"""Asking a disk to keep a folder: what it may answer."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from moocbuild.package.locks import locked, locked_if_free, sync_folder


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_disk_that_cannot_be_asked(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)
    sync_folder(tmp_path)


def test_a_disk_that_has_lost_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match="error"):
        sync_folder(tmp_path)


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    with locked_if_free(tmp_path) as first, locked_if_free(tmp_path) as second:
        assert (first, second) == (True, False)
    with locked(tmp_path), locked_if_free(tmp_path) as other:
        assert not other
    with locked_if_free(tmp_path) as again:
        assert again
