"""What is shown: states of a course by number, of which the last few can still be asked for.

A page that a browser has begun to load gets all its files from the state that it is of, so that
an edit in that moment mixes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from threading import Lock

from moocbuild.package import Package
from moocbuild.serve.preview import Preview
from moocbuild.values import dataclass

KEPT = 4


@dataclass(frozen=True, slots=True)
class Snapshot:
    """number: from 1; 0 while nothing could be built yet. sites: packages by target."""

    number: int = 0
    sites: Mapping[str, Package] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """The last good pages, and what was found since. trouble: why nothing could be built."""

    snapshot: Snapshot = field(default_factory=Snapshot)
    preview: Preview = field(default_factory=Preview)
    trouble: str = ""


class Snapshots:
    """Safe in threads. Whoever listens is called in the thread that publishes."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: dict[int, Snapshot] = {}
        self._state = State()
        self._listeners: list[Callable[[State], None]] = []

    @property
    def state(self) -> State:
        """The newest."""
        return self._state

    def publish(self, preview: Preview, trouble: str = "") -> State:
        """Shows what was made; pages that could not be made stay as they were."""
        with self._lock:
            before = self._state.snapshot
            sites = {**before.sites, **preview.sites}
            snapshot = before
            if not _same(before.sites, sites):
                snapshot = Snapshot(before.number + 1, sites)
                self._kept[snapshot.number] = snapshot
                self._kept.pop(snapshot.number - KEPT, None)
            self._state = state = State(snapshot, preview, trouble)
            listeners = list(self._listeners)
        for listener in listeners:
            listener(state)
        return state

    def get(self, number: int) -> Snapshot | None:
        """The snapshot of this number; None where it is no longer kept, or never was."""
        with self._lock:
            return self._kept.get(number)

    def count(self) -> int:
        """How many are kept."""
        with self._lock:
            return len(self._kept)

    def listen(self, listener: Callable[[State], None]) -> Callable[[], None]:
        """Calls `listener` with every state from now on; gives what ends that."""
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)


def _same(before: Mapping[str, Package], after: Mapping[str, Package]) -> bool:
    return before.keys() == after.keys() and all(
        before[name].members == after[name].members for name in after
    )
