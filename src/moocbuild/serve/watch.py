"""Tells when a file of a course has changed, once for a burst of edits."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

from moocbuild.cache.prints import OddFileError, files_below, marks_of
from moocbuild.source.files.tree import FOLDERS

QUIET = 30
"""Milliseconds without a further change that end a burst."""
LONGEST = 400
"""The same of a burst that does not end by itself."""
LOOK = 1_000
"""The same between looks at the files themselves, as not every disk tells of changes."""

Marks = Mapping[str, Sequence[int]] | None


def marks(root: Path) -> Marks:
    """What the system says of every file of the course; None where one of them is odd."""
    with suppress(OddFileError, OSError):
        return marks_of(files_below(root, FOLDERS))
    return None


class Watcher:
    """Calls `changed` from threads of its own until `stop` is set.

    looked: called every now and then, while nothing happens. Only the course's own folders are
    watched whole, as beside them may lie whatever is large. The folder that holds them is watched
    alone: they may come and go.
    """

    def __init__(
        self, root: Path, changed: Callable[[], None], looked: Callable[[], None], stop: Event
    ) -> None:
        self._root = Path(os.path.realpath(root))
        self._changed, self._looked, self._stop = changed, looked, stop
        self._below = Event()

    def start(self) -> None:
        """Begins; what changes before the system listens is found by a look."""
        self._watch_below()
        _start(self._watch_root)

    def _watch_root(self) -> None:
        for names in _changes(self._root, stop=self._stop, recursive=False):
            if not names.isdisjoint(FOLDERS):
                self._below.set()  # a folder of this name may be another one now
                self._watch_below()
                self._changed()
            elif not names:
                self._looked()
        self._below.set()

    def _watch_below(self) -> None:
        folders = [self._root / name for name in FOLDERS]
        there = [folder for folder in folders if folder.is_dir() and not folder.is_symlink()]
        ended = self._below = Event()

        def tell() -> None:
            for names in _changes(*there, stop=ended, recursive=True):
                if names:
                    self._changed()

        if there:
            _start(tell)


def _start(what: Callable[[], None]) -> None:
    Thread(target=what, daemon=True, name="moocbuild-watch").start()


def _changes(*folders: Path, stop: Event, recursive: bool) -> Iterator[set[str]]:
    """Names of files that have changed; now and then an empty set.

    Ends with `stop`. Where the system cannot tell of changes (a folder is gone already, or there
    are too many), looks remain.
    """
    with suppress(OSError):
        for changes in watch(
            *folders,
            watch_filter=lambda _, path: not Path(path).name.startswith("."),
            debounce=LONGEST,
            step=QUIET,
            stop_event=stop,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=recursive,
        ):
            yield {Path(path).name for _, path in changes}
    while not stop.wait(LOOK / 1000):
        yield set()
