"""Staged files into a folder: as a whole, whenever the process ends.

Where the system exchanges two folders in one step (Linux, on most file systems), a second folder
is filled with links to everything that the first will hold, and takes its place. Elsewhere files
are renamed one by one: a journal says which, so that the next release completes what a killed one
began, and the list of hashes is absent until the last is in place.
"""

from __future__ import annotations

import ctypes
import functools
import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from moocbuild.package.locks import sync_folder
from moocbuild.values import dataclass

_AT_FDCWD, _EXCHANGE = -100, 2


@dataclass(frozen=True)
class Switch:
    """What is to happen: `names` from `staging`/new into `folder`, of which `had` were there.

    The last of `names` says of all others what they hold.
    """

    folder: Path
    staging: Path
    names: tuple[str, ...]
    had: tuple[str, ...]

    def new(self, name: str) -> Path:
        """The staged file."""
        return self.staging / "new" / name

    def old(self, name: str) -> Path:
        """A second name for the file that was there."""
        return self.staging / "old" / name


def stages_beside(folder: Path) -> bool:
    """Whether `folder` may be exchanged as a whole: then staging stands beside it, else in it.

    Not where it is a link, a mount, someone else's, or where we stand ourselves: a shell in it
    would be left in a folder that is gone.
    """
    if _renameat2() is None or not folder.name or folder.is_symlink():
        return False
    here, above = folder.stat(), folder.parent.stat()
    return (
        here.st_dev == above.st_dev
        and here.st_uid == os.geteuid()
        and os.access(folder.parent, os.W_OK | os.X_OK)
        and not Path.cwd().is_relative_to(folder.resolve())
        and not folder.is_mount()
    )


def switch(plan: Switch) -> None:
    """All of it; after an exception every file is as it was. The caller holds the lock."""
    if plan.staging.parent == plan.folder or not _exchanged(plan):
        _renamed(plan)


def recover(staging: Path, folder: Path) -> bool:
    """Complete, or take back, what a killed process left there; False if it concerns another.

    The caller holds the locks of both.
    """
    for journal, end in _ENDS.items():
        try:
            said = json.loads((staging / journal).read_bytes())
        except (FileNotFoundError, ValueError):  # cut short, it was never acted on
            continue
        if said["folder"] != folder.name:
            return False
        names, had = tuple(said["names"]), tuple(said["had"])
        end(Switch(folder, staging, names, had), said["number"])
        break
    return True


# --- in one step --------------------------------------------------------------------------------


@functools.cache
def _renameat2() -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    try:
        call: Callable[..., int] = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return None
    return call


def swap(one: Path, other: Path) -> None:
    """Each by the other's name, at once. Raises OSError where the system or the disk cannot."""
    call = _renameat2()
    if call is None:
        raise OSError
    names = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    if call(*names, ctypes.c_uint(_EXCHANGE)):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(one))


def _exchanged(plan: Switch) -> bool:
    """False where it cannot be: nothing has changed then."""
    whole = plan.staging / "whole"
    try:
        number = _fill(plan, whole)
        if not number:
            return False
        _note(plan, _EXCHANGED, number)
        swap(whole, plan.folder)
    except OSError:
        (plan.staging / _EXCHANGED).unlink(missing_ok=True)
        return False
    try:
        sync_folder(plan.folder.parent)
    except BaseException:
        swap(whole, plan.folder)
        raise
    _keep_late(plan, number)
    return True


def _fill(plan: Switch, whole: Path) -> int:
    """Links to all that the folder will hold; the number of the folder that is there, or 0.

    A folder within it cannot be linked.
    """
    whole.mkdir()
    for entry in os.scandir(plan.folder):
        if entry.is_dir(follow_symlinks=False):
            return 0
        if entry.name not in plan.names:
            os.link(entry.path, whole / entry.name, follow_symlinks=False)
    for name in plan.names:
        os.link(plan.new(name), whole / name)
    there = plan.folder.stat()
    whole.chmod(there.st_mode & 0o7777)
    sync_folder(whole)
    return there.st_ino


def _keep_late(plan: Switch, number: int) -> None:
    """What others put into the old folder at the last moment, into the new one."""
    whole = plan.staging / "whole"
    if not whole.is_dir() or whole.stat().st_ino != number:
        return  # never exchanged
    for entry in list(os.scandir(whole)):
        now = plan.folder / entry.name
        if entry.name not in plan.names and not _same(Path(entry.path), now):
            with suppress(OSError):
                Path(entry.path).replace(now)


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.samestat(one.lstat(), other.lstat())
    except FileNotFoundError:
        return False


# --- file by file -------------------------------------------------------------------------------


def _renamed(plan: Switch) -> None:
    _note(plan, _FORWARD)
    try:
        _forward(plan)
    except BaseException:
        (plan.staging / _FORWARD).replace(plan.staging / _BACK)
        _back(plan)
        raise


def _forward(plan: Switch, number: int = 0) -> None:
    left = [name for name in plan.names if plan.new(name).exists()]
    if left:
        (plan.folder / plan.names[-1]).unlink(missing_ok=True)
    for name in left:
        plan.new(name).replace(plan.folder / name)
    sync_folder(plan.folder)


def _back(plan: Switch, number: int = 0) -> None:
    """Twice does no more than once."""
    for name in plan.names:
        with suppress(OSError):
            if os.path.lexists(plan.old(name)):
                plan.old(name).replace(plan.folder / name)
            elif name not in plan.had and not plan.new(name).exists():
                (plan.folder / name).unlink()


def _note(plan: Switch, journal: str, number: int = 0) -> None:
    """The journal, on the disk before anything changes."""
    said = {"folder": plan.folder.name, "names": plan.names, "had": plan.had, "number": number}
    with (plan.staging / journal).open("xb") as stream:
        stream.write(json.dumps(said).encode())
        stream.flush()
        os.fsync(stream.fileno())
    sync_folder(plan.staging)


_EXCHANGED, _FORWARD, _BACK = "exchanged", "forward", "back"
_ENDS: dict[str, Callable[[Switch, int], None]] = {
    _BACK: _back,
    _FORWARD: _forward,
    _EXCHANGED: _keep_late,
}
