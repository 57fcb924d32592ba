"""`ids --restore`: retiring, undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moocbuild.diagnostics import Collector, near
from moocbuild.errors import ExportError, UnknownNameError
from moocbuild.source.files.lock import PATH, parse_lock
from moocbuild.source.files.lock_file import holder, lock_text, numbers, retired
from moocbuild.source.files.tree import SourceTree
from moocbuild.source.yaml.schema import LockFile


def restored(tree: SourceTree, ids: Sequence[str]) -> str:
    """The lock with `ids` in use again, under their old numbers; of a module its pages, of a page
    its scenes, too.

    Raises UnknownNameError for an id that is not retired, ExportError where there is no way back.
    """
    file = tree.texts.get(PATH)
    lock = parse_lock(file.text, Collector())[0] if file else None
    if lock is None:
        raise ExportError("it cannot be read: run 'moocbuild check'")
    for id in _each(lock, ids):
        kinds = [kind for kind in lock.retired if id in retired(lock, kind)]
        if not kinds:
            known = {name for kind in lock.retired for name in retired(lock, kind)}
            raise UnknownNameError("retired id", id, sorted(known))
        for kind in kinds:
            number = retired(lock, kind)[id]
            live = numbers(lock).get(kind, {})
            if not number or id in live or number in live.values():
                why = "its number is not known" if not number else "its number is another's"
                raise ExportError(f"'{id}' cannot come back: {why}")
            holder(lock, kind)[id] = number
            names = lock.retired[kind]
            lock.retired[kind] = [name for name in names if name.rpartition("=")[0] != id]
        scenes = f"scenes/{id}"
        if "lessons" in kinds and retired(lock, scenes):
            holder(lock, scenes).update(retired(lock, scenes))
            lock.retired[scenes] = []
        if "lessons" in kinds:
            _ask_again(lock, id)
    return lock_text(lock)


def _ask_again(lock: LockFile, quiz: str) -> None:
    """What a quiz asked from pools is asked again, where the pools still have it."""
    spent = retired(lock, "questions")
    for key, number in spent.items():
        id, _, asked_in = key.partition("@")
        free = number and number not in lock.questions.values()
        if asked_in == quiz and free and id in lock.questions:
            lock.questions[key] = number
            lock.retired["questions"].remove(f"{key}={number}")


def _each(lock: LockFile, ids: Sequence[str]) -> Iterator[str]:
    """Of a module that was retired all its pages."""
    pages = retired(lock, "lessons")
    for id in ids:
        inside = [page for page in pages if page.startswith(f"{id}/")]
        yield from inside or [id]


def hint(error: UnknownNameError) -> str:
    """What may have been meant."""
    return (
        near(error.name, error.known)
        or "look under 'retired:' in course/course.lock: it has them all"
    )
