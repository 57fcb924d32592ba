"""What a build depends on, as short strings: the files of a course, and the program itself."""

from __future__ import annotations

import hashlib
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from moocbuild import __version__
from moocbuild.plugins import installed, plugin_modules

_OURS = Path(__file__).parents[1]


class OddFileError(Exception):
    """Something that is no ordinary file: nothing may be concluded from it."""


Print = Sequence[object]
"""Of a file: what the system says of it, which changes with every change; its number of names; its
SHA-256. Of a young file the first is left out."""
Prints = Mapping[str, Print]

_NO_HASHES: Mapping[str, str] = {}
_COMPILED = "__pycache__"
"""Half of all files below the program: what Python makes of the others."""
_SMALL = 1 << 18
_YOUNG = 50_000_000
"""Nanoseconds in which a file may change twice while the system says the same of it."""


def files_below(root: Path, folders: Iterable[str]) -> Mapping[str, os.stat_result]:
    """Every file in these folders of `root`, by its path from there; hidden ones, too.

    Folders that are missing have no files. Raises OddFileError and OSError.
    """
    found: dict[str, os.stat_result] = {}
    for folder in folders:
        if (root / folder).is_symlink():
            raise OddFileError
        top = os.fspath(root / folder)
        for path, facts in _walk(top):
            found[f"{folder}{path[len(top) :]}".replace(os.sep, "/")] = facts
    return found


def prints_of(
    root: Path,
    files: Mapping[str, os.stat_result],
    known: Prints,
    hashes: Mapping[str, str] = _NO_HASHES,
) -> Prints:
    """The prints of these files; one of which the system says what is known is not read again.

    hashes: of files that this process has written.
    """
    now = time.time_ns()
    found: dict[str, Print] = {}
    for name, facts in files.items():
        mark, old = _mark(facts), known.get(name)
        if old is not None and list(old[:-2]) == mark:
            found[name] = old
        else:
            young = now - max(facts.st_mtime_ns, facts.st_ctime_ns) < _YOUNG
            found[name] = [
                *([] if young else mark),
                facts.st_nlink,
                hashes.get(name) or hash_of(root / name),
            ]
    return found


def same(prints: Prints, others: Prints) -> bool:
    """Whether the same files are there, and hold the same."""
    return prints.keys() == others.keys() and all(
        list(prints[name][-2:]) == list(others[name][-2:]) for name in prints
    )


def marks_of(files: Mapping[str, os.stat_result]) -> Mapping[str, Sequence[int]]:
    """What the system says of files."""
    return {name: _mark(facts) for name, facts in files.items()}


def hash_of(path: str | Path) -> str:
    """The SHA-256 of a file; OSError where it cannot be read."""
    with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 - hundreds of files
        if os.fstat(stream.fileno()).st_size <= _SMALL:  # a buffer takes longer than they do
            return hashlib.sha256(stream.read()).hexdigest()
        return hashlib.file_digest(stream, "sha256").hexdigest()


def program() -> str:
    """What changes when this program, its libraries, its plugins or its Python do."""
    whole = hashlib.sha256(f"{__version__}\n{sys.version}\n{sys.platform}\n".encode())
    packages = sorted(installed())
    plugins = sorted(filter(None, map(_plugin_at, plugin_modules(packages))))
    for path in packages:
        whole.update(f"{path}\n".encode("utf-8", "surrogateescape"))
    for folder in (os.fspath(_OURS), *plugins):
        lines = [
            f"{path}\0{_mark(facts)}\n"
            for path, facts in _walk(folder, _COMPILED)
            if not path.endswith((".pyc", ".pyo"))
        ]
        whole.update("".join(sorted(lines)).encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


@cache
def running() -> str:
    """The same, as it was when this process first asked: what is loaded stays as it is."""
    return program()


def code() -> str:
    """What this program is made of, and what it stands on: the same on every machine."""
    whole = hashlib.sha256("\n".join(_stands_on()).encode())
    for path, _ in sorted(_walk(os.fspath(_OURS), _COMPILED), key=lambda each: each[0]):
        if not path.endswith((".pyc", ".pyo")):
            name = path[len(os.fspath(_OURS)) :].replace(os.sep, "/")
            whole.update(f"{name}\0{hash_of(path)}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _stands_on() -> list[str]:
    """The packages that it needs, with their versions; none where it is not installed."""
    from importlib import metadata  # few builds go to other machines

    try:
        needed = metadata.requires("moocbuild") or []
    except metadata.PackageNotFoundError:
        return []
    names = (re.split(r"[^\w.-]", each)[0] for each in needed if "extra ==" not in each)
    return sorted(f"{name} {metadata.version(name)}" for name in names)


def _plugin_at(module: str) -> str | None:
    """The folder of a plugin, or the file that it is."""
    import importlib.util  # takes longer than all the rest, and hardly anybody has plugins

    spec = importlib.util.find_spec(module)
    if spec is None:
        return None
    return next(iter(spec.submodule_search_locations or ()), spec.origin)


def _mark(facts: os.stat_result) -> list[int]:
    return [facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino]


def _walk(folder: str, without: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Every file below `folder`, which may be missing, or a file itself.

    without: a name of folders that are passed over.
    """
    if not os.path.isdir(folder):  # noqa: PTH112 - as in all that follows
        with suppress(FileNotFoundError):
            yield folder, os.lstat(folder)
        return
    folders = [folder]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False):
                    yield entry.path, entry.stat(follow_symlinks=False)
                elif not entry.is_dir(follow_symlinks=False):
                    raise OddFileError
                elif entry.name != without:
                    folders.append(entry.path)
