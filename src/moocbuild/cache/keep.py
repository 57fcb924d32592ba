"""Values by what they were made of, so that nothing is made twice: pages, modules in a target.

A key is the SHA-256 of all that a value depends on beside the program, so that what is found is
never stale; it may only be missing. Values are plain data, as `marshal` has it, in a few files a
course, each behind the SHA-256 of its content and all of them in the user's own cache folder.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from moocbuild.cache import is_within, keep_bytes, read_bytes
from moocbuild.values import dataclass

T = TypeVar("T")
Plain = Any
"""None, numbers, strings, bytes, and tuples and lists of these."""

MOST_OF_A_SHELF = 48 << 20
"""Bytes of values in one file; what is more is made again each time."""
MOST_REMEMBERED = 64 << 20
"""The same of all that a process keeps for its next build."""
_HASH = hashlib.sha256().digest_size
_LENGTH = 8


def key_of(*parts: Plain) -> bytes:
    """The key of plain values, by what they are: the same in every process."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).digest()


@dataclass(slots=True)
class _Shelf:
    """Values of one kind. found: as the file has them. used: keys asked for in this build.

    made: what the file has not. size: bytes of what is used.
    """

    found: Mapping[bytes, bytes] = field(default_factory=dict)
    read: bool = False
    made: dict[bytes, bytes] = field(default_factory=dict)
    used: dict[bytes, int] = field(default_factory=dict)
    size: int = 0

    def use(self, key: bytes, size: int) -> None:
        """Remembers that this build asked for a value."""
        self.size += size - self.used.get(key, 0)
        self.used[key] = size


class Keep:
    """What one course's builds have made.

    program: see `prints.program`. remember: in this process, too, for its next build. disk: for
    other processes, too.
    """

    def __init__(
        self, course: Path, program: str, *, remember: bool = True, disk: bool = True
    ) -> None:
        self._course, self._program = course, program.encode()
        self._remember = remember
        self._place = hashlib.sha256(os.path.realpath(course).encode("utf-8", "replace"))
        self._disk, self._trusted = disk, disk and not is_within(course)
        self._shelves: dict[str, _Shelf] = {}
        self._known: dict[int, tuple[object, Plain]] = {}

    # --- values ---------------------------------------------------------------------------------

    def made(
        self,
        shelf: str,
        key: bytes,
        make: Callable[[], T],
        close: Callable[[T], Plain],
        open: Callable[[Plain], T],
    ) -> T:
        """The value of this key. close: as plain data, ValueError if it has none; open: and back.

        What `make` or `open` gives is handed out again in this process: nobody may change it.
        """
        kept = self._shelves.setdefault(shelf, _Shelf())
        place = (self._place.digest(), self._program, shelf, key)
        remembered = _REMEMBERED.get(place)
        if remembered is not None:
            kept.use(key, remembered[1])
            value: T = remembered[0]
            return value
        if not kept.read:
            kept.read, kept.found = True, self._read(shelf)
        data = kept.made.get(key) or kept.found.get(key)
        value = make() if data is None else open(marshal.loads(data))
        if data is None:
            try:
                data = marshal.dumps(close(value))
            except ValueError:
                return value
            if kept.size + len(data) > MOST_OF_A_SHELF:
                return value
            kept.made[key] = data
        kept.use(key, len(data))
        if self._remember:
            _REMEMBERED.add(place, value, len(data))
        return value

    def flush(self) -> None:
        """Writes what is new, and forgets what this build has no more use for."""
        for name, shelf in self._shelves.items():
            if shelf.made and self._disk:
                found = shelf.found if shelf.read else self._read(name)
                every = {**found, **shelf.made}
                self._write(name, {key: every[key] for key in shelf.used if key in every})
            shelf.made, shelf.found, shelf.read = {}, {}, False

    def used(self) -> int:
        """How many values this build asked for."""
        return sum(len(shelf.used) for shelf in self._shelves.values())

    # --- values that are known by their identity ------------------------------------------------

    def know(self, value: object, mark: Plain) -> None:
        """Remembers of this very object, in this build, what tells it from all others."""
        self._known[id(value)] = (value, mark)

    def mark(self, value: object) -> Plain:
        """What `know` was told of this very object; None of all others."""
        return self._known.get(id(value), (None, None))[1]

    # --- files ----------------------------------------------------------------------------------

    def _file(self, shelf: str) -> str:
        return f"keep-{self._place.hexdigest()[:32]}-{shelf}.bin"

    def _read(self, shelf: str) -> Mapping[bytes, bytes]:
        data = read_bytes(self._file(shelf)) if self._trusted else None
        if data is None or data[-_HASH:] != self._sum([memoryview(data)[:-_HASH]]):
            return {}
        return dict(entries(data))

    def _write(self, shelf: str, values: Mapping[bytes, bytes]) -> None:
        """Piece by piece: all of it may be large."""
        pieces = [piece for key, data in values.items() for piece in (key, _size(data), data)]
        keep_bytes(self._file(shelf), [*pieces, self._sum(pieces)], self._course)

    def _sum(self, pieces: Iterable[bytes | memoryview]) -> bytes:
        """Of another program, a file is as if it were damaged."""
        whole = hashlib.sha256(self._program)
        for piece in pieces:
            whole.update(piece)
        return whole.digest()


def entries(file: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Keys and values of a file: a key, how long its value is, the value; a hash at the end."""
    at = 0
    while at < len(file) - _HASH:
        key, at = file[at : at + _HASH], at + _HASH
        size, at = int.from_bytes(file[at : at + _LENGTH], "big"), at + _LENGTH
        yield key, file[at : at + size]
        at += size


def _size(data: bytes) -> bytes:
    return len(data).to_bytes(_LENGTH, "big")


class _Remembered:
    """Values that this process made or read, for its next build; the oldest go first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._values: dict[tuple[object, ...], tuple[Any, int]] = {}
        self._size = 0

    def get(self, place: tuple[object, ...]) -> tuple[Any, int] | None:
        with self._lock:
            found = self._values.pop(place, None)
            if found is not None:
                self._values[place] = found  # the youngest
            return found

    def add(self, place: tuple[object, ...], value: object, size: int) -> None:
        with self._lock:
            old = self._values.pop(place, (None, 0))
            self._values[place] = (value, size)
            self._size += size - old[1]
            while self._size > MOST_REMEMBERED:
                self._size -= self._values.pop(next(iter(self._values)))[1]

    def trim(self, most: int) -> None:
        with self._lock:
            while len(self._values) > most:
                self._size -= self._values.pop(next(iter(self._values)))[1]

    def __len__(self) -> int:
        return len(self._values)

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self._size = 0


_REMEMBERED = _Remembered()
forget = _REMEMBERED.clear
trim = _REMEMBERED.trim
"""Forgets all but this many values, the oldest first."""
remembered = _REMEMBERED.__len__
_keep: ContextVar[Keep | None] = ContextVar("keep", default=None)


@contextmanager
def keeping(keep: Keep | None) -> Iterator[None]:
    """Within it, in this thread alone, `current` is this one."""
    token = _keep.set(keep)
    try:
        yield
    finally:
        _keep.reset(token)
        if keep is not None:
            keep.flush()


def flush() -> None:
    """Writes what the build that runs has made so far, and makes room."""
    keep = _keep.get()
    if keep is not None:
        keep.flush()


def current() -> Keep | None:
    """Where the build that runs keeps what it makes; None where it keeps nothing."""
    return _keep.get()
