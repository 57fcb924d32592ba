"""What course.lock says, as a file and as numbers.

One id a line, in the order of the ids: what two people add stands in different places, so that
git can merge it.
"""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from moocbuild.source.yaml.schema import LockFile

HEAD = (
    "# Written by 'moocbuild ids --write'. "
    "Keep it with the course: learners' records hang on it.\n"
)


def numbers(lock: LockFile) -> dict[str, dict[str, int]]:
    """Kind of id → id → number, as the lock itself holds them."""
    scenes = {f"scenes/{page}": lock.scenes[page] for page in sorted(lock.scenes)}
    return {"questions": lock.questions, "lessons": lock.lessons, "items": lock.items, **scenes}


def retired(lock: LockFile, kind: str) -> dict[str, int]:
    """Ids of a kind that are retired, with their numbers; 0 where the lock does not know it."""
    found: dict[str, int] = {}
    for name in lock.retired.get(kind, ()):
        id, _, number = name.rpartition("=")
        known = bool(id) and number.isdecimal()
        found[id if known else name] = int(number) if known else 0
    return found


def holder(lock: LockFile, kind: str) -> dict[str, int]:
    """The numbers of a kind, to be written to."""
    kind, _, page = kind.partition("/")
    held: dict[str, int] = lock.scenes.setdefault(page, {}) if page else getattr(lock, kind)
    return held


def lock_text(lock: LockFile) -> str:
    """The file."""
    data = {
        "questions": _sorted(lock.questions),
        "homes": _sorted(lock.homes),
        "lessons": _sorted(lock.lessons),
        "scenes": {name: _sorted(ids) for name, ids in sorted(lock.scenes.items()) if ids},
        "items": _sorted(lock.items),
        "options": {name: _sorted(texts) for name, texts in sorted(lock.options.items()) if texts},
        "retired": {kind: sorted(set(ids)) for kind, ids in sorted(lock.retired.items()) if ids},
    }
    there = {name: said for name, said in data.items() if said}
    openedx = _openedx(lock)
    return HEAD + yaml.safe_dump(
        {**there, **openedx}, sort_keys=False, allow_unicode=True, width=1000
    )


def _openedx(lock: LockFile) -> dict[str, dict[str, object]]:
    """Nothing where all is as a lock without this part has it."""
    said: dict[str, object] = {"periods": lock.openedx.periods}
    if lock.openedx.org:
        said["org"] = lock.openedx.org
    banks = {quiz: _sorted(held) for quiz, held in sorted(lock.openedx.banks.items()) if held}
    if banks:
        said["banks"] = banks
    return {} if lock.openedx.periods and len(said) == 1 else {"openedx": said}


def _sorted(said: Mapping[str, object]) -> dict[str, object]:
    return dict(sorted(said.items()))
