"""Locks of two branches as one, in which each number belongs to one id alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import TypeVar

from moocbuild.source.files.lock_file import numbers, retired
from moocbuild.source.yaml.schema import LockFile, OpenEdxLock
from moocbuild.values import dataclass

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Clash:
    """One place in learners' state for several ids. ids: in use; spent: retired with it."""

    kind: str
    number: int
    ids: tuple[str, ...]
    spent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A new number for an id that had another's."""

    kind: str
    id: str
    old: int
    new: int
    keeper: str


def clashes(lock: LockFile) -> Iterator[Clash]:
    """Every number that several ids have, at least one of them in use."""
    for kind, ids in numbers(lock).items():
        spent = retired(lock, kind)
        holders: dict[int, list[str]] = {}
        for id, number in ids.items():
            holders.setdefault(number, []).append(id)
        for number, live in holders.items():
            gone = tuple(id for id in spent if spent[id] == number and id not in live)
            if len(live) + len(gone) > 1:
                yield Clash(kind, number, tuple(live), gone)


def settled(lock: LockFile, known: Sequence[LockFile]) -> tuple[LockFile, list[Given]]:
    """The lock with a number of its own for each id, and what was given anew.

    An id that a lock of `known` has with this number keeps it: the first lock that has one
    decides. Else an id that is retired, then the first by name, whichever branch was merged into
    which.
    """
    lock = deepcopy(lock)
    _drop_restored(lock)
    given = []
    for clash in list(clashes(lock)):
        keeper = _keeper(clash, known)
        held = numbers(lock)[clash.kind]
        for id in sorted(clash.ids):
            if id != keeper:
                held[id] = _next(lock, clash.kind)
                given.append(Given(clash.kind, id, clash.number, held[id], keeper))
        if keeper in clash.ids:
            _forget(lock, clash.kind, clash.spent)
    return lock, given


def _keeper(clash: Clash, known: Sequence[LockFile]) -> str:
    for lock in known:
        had = {**retired(lock, clash.kind), **numbers(lock).get(clash.kind, {})}
        for id in (*clash.spent, *sorted(clash.ids)):
            if had.get(id) == clash.number:
                return id
    return clash.spent[0] if clash.spent else min(clash.ids)


def _next(lock: LockFile, kind: str) -> int:
    taken = (*numbers(lock)[kind].values(), *retired(lock, kind).values())
    return max(taken, default=0) + 1


def _forget(lock: LockFile, kind: str, ids: Collection[str]) -> None:
    """Retired ids stay retired, without the number that is another's."""
    plain = {f"{id}={number}": id for id, number in retired(lock, kind).items() if id in ids}
    lock.retired[kind] = [plain.get(name, name) for name in lock.retired.get(kind, ())]


def merged(base: LockFile, ours: LockFile, theirs: LockFile) -> tuple[LockFile, list[Given]]:
    """What both sides changed since `base`; of numbers taken twice see `settled`."""
    three = (base, ours, theirs)

    def each(of: Callable[[LockFile], Mapping[str, Value]]) -> dict[str, Value]:
        return _joined(*map(of, three))

    def inner(
        of: Callable[[LockFile], Mapping[str, Mapping[str, Value]]],
    ) -> dict[str, dict[str, Value]]:
        names = dict.fromkeys(name for lock in three for name in of(lock))
        found = {name: _joined(*(of(lock).get(name, {}) for lock in three)) for name in names}
        return {name: held for name, held in found.items() if held}

    was = {kind: dict.fromkeys(names, True) for kind, names in base.retired.items()}
    retired_ids = {
        kind: sorted(
            _joined(
                was.get(kind, {}),
                dict.fromkeys(ours.retired.get(kind, ()), True),
                dict.fromkeys(theirs.retired.get(kind, ()), True),
            )
        )
        for kind in dict.fromkeys(kind for lock in three for kind in lock.retired)
    }
    lock = LockFile(
        questions=each(lambda lock: lock.questions),
        homes=each(lambda lock: lock.homes),
        lessons=each(lambda lock: lock.lessons),
        items=each(lambda lock: lock.items),
        scenes=inner(lambda lock: lock.scenes),
        options=inner(lambda lock: lock.options),
        retired={kind: names for kind, names in retired_ids.items() if names},
        openedx=OpenEdxLock(
            periods=_one(*(lock.openedx.periods for lock in three)) is not False,
            org=_one(*(lock.openedx.org or None for lock in three)) or "",
            banks=inner(lambda lock: lock.openedx.banks),
        ),
    )
    return settled(lock, [base])


def _joined(
    base: Mapping[str, Value], ours: Mapping[str, Value], theirs: Mapping[str, Value]
) -> dict[str, Value]:
    found = {}
    for key in sorted({*ours, *theirs}):
        value = _one(base.get(key), ours.get(key), theirs.get(key))
        if value is not None:
            found[key] = value
    return found


def _one(base: Value | None, ours: Value | None, theirs: Value | None) -> Value | None:
    """What one side changed; where both did, the same whichever side is whose."""
    if ours == base:
        return theirs
    if theirs == base or ours == theirs:
        return ours
    changed = [value for value in (ours, theirs) if value is not None]
    return min(changed, key=lambda value: (str(value) != str(base), len(str(value)), str(value)))


def _drop_restored(lock: LockFile) -> None:
    """An id that is in use with the number under which it is retired is in use."""
    for kind, live in numbers(lock).items():
        spent = retired(lock, kind)
        both = {f"{id}={number}" for id, number in live.items() if spent.get(id) == number}
        if both:
            lock.retired[kind] = [name for name in lock.retired[kind] if name not in both]
