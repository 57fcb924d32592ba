"""Files in a folder: all of them, or none. What is there already is never written over."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from moocbuild.scaffold.errors import refused, taken

STAGING = ".moocbuild-new-"


def tops(names: Iterable[str]) -> list[str]:
    """The files and folders that stand directly in the folder."""
    return sorted({name.partition("/")[0] for name in names})


def check_free(folder: Path, names: Iterable[str]) -> None:
    """Raises ScaffoldError where one of the names is there already, or the folder is none."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise taken(str(folder))
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    for name in names:
        if name in there:
            raise taken(str(folder / name))


@contextmanager
def staged(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder on the same disk that holds the files, gone afterwards. Raises ScaffoldError."""
    try:
        parent = folder.resolve().parent
        with tempfile.TemporaryDirectory(prefix=STAGING, dir=parent) as room:
            made = Path(room) / "new"
            write(made, files)
            yield made
    except OSError as error:
        raise refused(folder, error) from error


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes files by path from a folder."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def put(made: Path, folder: Path, names: Iterable[str]) -> None:
    """In one step where the folder is new; else name by name, and back again if one fails."""
    if not folder.exists():
        made.rename(folder)
        return
    moved: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():  # a rename would replace an empty folder
                raise taken(str(folder / name))
            (made / name).rename(folder / name)
            moved.append(name)
    except BaseException:
        for name in moved:
            with suppress(OSError):
                _remove(folder / name)
        raise


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
