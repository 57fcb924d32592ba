"""Makes the next state of the course after each burst of edits, in a thread of its own."""

from __future__ import annotations

import datetime
import gc
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from moocbuild.cache.prints import program
from moocbuild.errors import ChangedDuringBuild
from moocbuild.serve.preview import Maker, Preview
from moocbuild.serve.snapshots import Snapshots, State
from moocbuild.serve.watch import Marks, Watcher, marks

_TRIES = 20
"""Times that a course is read again which somebody is writing; then it is shown as it is."""


class _Written(Exception):  # noqa: N818 - says what happened
    """A file was changed while the course was read."""


class _Stopped(Exception):  # noqa: N818 - says what happened
    """Nobody waits for this build any more."""


class Workshop:
    """Builds until `stop`; every state goes to `snapshots`, and then to `said`."""

    def __init__(
        self,
        root: Path,
        targets: Sequence[str],
        today: Callable[[], datetime.date],
        said: Callable[[State], None] = lambda _: None,
        language: str = "",
    ) -> None:
        self.snapshots = Snapshots()
        self._root, self._said = root, said
        self._maker = Maker(root, targets, program(), today, language)
        self._changed, self._stop = Event(), Event()
        self._watcher = Watcher(root, self._changed.set, self._look, self._stop)
        self._seen: Marks = None
        self._shown: Marks = None
        self._untidy = False
        self.builds = 0

    def start(self) -> None:
        """Builds in a daemon thread: nothing waits for it when the process ends."""
        self._seen = marks(self._root)  # the first look finds nothing new
        self._watcher.start()
        self._changed.set()
        Thread(target=self._run, daemon=True, name="moocbuild-build").start()

    def stop(self) -> None:
        """Ends after the build that runs."""
        self._stop.set()
        self._changed.set()

    def _run(self) -> None:
        while True:
            self._changed.wait()
            self._changed.clear()
            if self._stop.is_set():
                return
            try:
                state = self.build()
            except _Stopped:
                return
            with suppress(OSError):  # nobody reads at the terminal any more
                self._said(state)

    def build(self) -> State:
        """The course as it is now, shown."""
        self.builds += 1
        try:
            preview, trouble = self._whole(), ""
        except _Stopped:
            raise
        except OSError as error:
            preview, trouble = Preview(failed=True), str(error)
        except Exception:  # a bug of ours: the next edit may be free of it
            with suppress(OSError):
                traceback.print_exc()
            preview = Preview(failed=True)
            trouble = "a bug in moocbuild stopped the build; the terminal says more"
        self._untidy, self._shown = True, self._seen
        return self.snapshots.publish(preview, trouble)

    def is_current(self) -> bool:
        """Whether what is shown is the course as it is now."""
        now = marks(self._root)
        return now is not None and now == self._shown

    def _whole(self) -> Preview:
        """A state that the course really had: nobody wrote while it was read."""
        for _ in range(_TRIES):
            try:
                self._seen = marks(self._root)
                return self._maker.made(self._settled)
            except (_Written, ChangedDuringBuild):
                continue
        return self._maker.made(lambda: None)

    def _settled(self) -> None:
        if self._stop.is_set():
            raise _Stopped
        if marks(self._root) != self._seen:
            raise _Written

    def _look(self) -> None:
        """While nothing happens: what was not told of, and what builds left."""
        if self._untidy:
            self._untidy = False
            gc.collect()
        if marks(self._root) != self._seen:
            self._changed.set()
