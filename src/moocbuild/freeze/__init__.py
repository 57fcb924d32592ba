"""`ids`: ids for headings that lack one, moves, and course.lock for the course as it is."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path

from moocbuild.diagnostics import Collector, Diagnostic, Report
from moocbuild.freeze.headings import with_ids
from moocbuild.freeze.history import known_locks, stages
from moocbuild.freeze.moves import Move, moves, with_id
from moocbuild.source.course import COURSE, load_course
from moocbuild.source.files.front_matter import UNCLOSED
from moocbuild.source.files.lock import (
    LOST_ID,
    PATH,
    RETIRED_ID,
    SAME_NUMBER,
    Ids,
    Open,
    kept,
    parse_lock,
)
from moocbuild.source.files.lock_file import lock_text, numbers
from moocbuild.source.files.lock_merge import Given, merged, settled
from moocbuild.source.files.tree import SourceFile, SourceTree, read_tree
from moocbuild.source.pages.question import DUPLICATE_ID, MISSING_ID
from moocbuild.source.pages.section import BAD_ID, RESERVED_ID
from moocbuild.source.requires import other_version
from moocbuild.source.yaml.schema import LockFile
from moocbuild.source.yaml.validate import MISSING_KEY, UNKNOWN_KEY, WRONG_VALUE
from moocbuild.values import dataclass

MENDABLE = frozenset({MISSING_ID.code, LOST_ID.code, SAME_NUMBER.code})
"""What freezing mends; any other error could make pages look lost that are only unreadable."""
OF_THE_LOCK = MENDABLE | {RETIRED_ID.code}
"""What may be wrong with course.lock while it can be read and written."""
_UNSURE = frozenset(
    {BAD_ID.code, DUPLICATE_ID.code, RESERVED_ID.code, RETIRED_ID.code, UNCLOSED.code}
)
_LAST_OF_DATA = "MB029"
"""Codes up to this one are of files and of YAML, by which a page has its id."""


@dataclass(slots=True)
class Frozen:
    """changed: path → new text of every file that would change. moves: what may have moved, and is
    therefore neither retired nor new. given: numbers that two ids had. standing: errors that
    freezing does not mend; while there are any, nothing is retired. unreadable: course.lock is, or
    the course requires another version.
    """

    changed: dict[str, str] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    standing: list[Diagnostic] = field(default_factory=list)
    unreadable: bool = False


def freeze(root: Path, report: Report) -> dict[str, str]:
    """Path → new text of every file that would change; see `frozen`."""
    return frozen(root, report).changed


def frozen(
    root: Path,
    report: Report,
    *,
    moved: bool = False,
    retire: bool = False,
    released: Sequence[LockFile] = (),
) -> Frozen:
    """What `ids --write` writes. moved: take every proposal. retire: pass proposals over."""
    unread = Collector()
    tree = read_tree(root, unread)
    if unfit := other_version(tree.texts.get(COURSE)):
        report(unfit)
        return Frozen(standing=[unfit], unreadable=True)
    return _frozen(root, tree, unread.found, report, moved, retire, released)


def _frozen(
    root: Path,
    tree: SourceTree,
    unread: Sequence[Diagnostic],
    report: Report,
    moved: bool,
    retire: bool,
    released: Sequence[LockFile],
) -> Frozen:
    out = Frozen()
    tree = _merged_tree(root, tree, out)
    tree, ids, found = _settled_tree(root, tree, released, out)
    if not retire:
        out.moves = moves(root, tree, ids) if ids.present else []
    if moved and out.moves:
        _change(out, {m.path: with_id(tree.texts[m.path].text, m.id) for m in out.moves})
        out.moves = []
        tree = _with(tree, out.changed)
        ids, found = _loaded(tree)
    missing = [d for d in found if d.rule == MISSING_ID]
    if missing:
        _change(out, with_ids(tree, missing, ids))
        tree = _with(tree, out.changed)
        ids = _loaded(tree)[0]
    found = [*unread, *found]
    for diagnostic in found:
        report(diagnostic)
    errors = [d for d in found if d.rule.severity > d.rule.severity.WARNING]
    out.standing = [d for d in errors if d.rule.code not in MENDABLE]
    if any(d.span.path == PATH and d.rule.code not in OF_THE_LOCK for d in errors) or (
        PATH not in tree.texts and os.path.lexists(root / PATH)
    ):
        return Frozen(standing=out.standing, unreadable=True)
    text = lock_text(kept(ids, _undecided(ids, out)))
    if not ids.present and not ids.parts:
        return out  # nothing could be read
    if not ids.present or PATH in out.changed or text != lock_text(ids.frozen):
        _change(out, {PATH: text})
    return out


def _loaded(tree: SourceTree) -> tuple[Ids, list[Diagnostic]]:
    report = Collector()
    ids = load_course(tree, report)[1]
    return ids, report.found


def _change(out: Frozen, texts: Mapping[str, str]) -> None:
    out.changed.update(texts)


def _merged_tree(root: Path, tree: SourceTree, out: Frozen) -> SourceTree:
    """Where git could not merge the lock: what both sides changed in it."""
    file = tree.texts.get(PATH)
    if file is None or "\n<<<<<<< " not in f"\n{file.text}":
        return tree
    three = stages(root)
    locks = [parse_lock(text, Collector())[0] or LockFile() for text in three or ()]
    if len(locks) < len(("base", "ours", "theirs")):
        return tree
    lock, given = merged(*locks)
    out.given += given
    _change(out, {PATH: lock_text(lock)})
    return _with(tree, out.changed)


def _settled_tree(
    root: Path, tree: SourceTree, released: Sequence[LockFile], out: Frozen
) -> tuple[SourceTree, Ids, list[Diagnostic]]:
    """The course with a number of its own for each id."""
    ids, found = _loaded(tree)
    if not any(d.rule in (SAME_NUMBER, RETIRED_ID) for d in found):
        return tree, ids, found
    clash = any(d.rule == SAME_NUMBER for d in found)
    lock, given = settled(ids.frozen, [*released, *(known_locks(root) if clash else ())])
    if lock != ids.frozen:
        out.given += given
        _change(out, {PATH: lock_text(lock)})
        tree = _with(tree, out.changed)
        ids, found = _loaded(tree)
    return tree, ids, found


def _undecided(ids: Ids, out: Frozen) -> Open:
    lost = {(kind, id) for move in out.moves for kind, id in _held(move.kept, ids.frozen)}
    new = {(kind, id) for move in out.moves for kind, id in _held(move.left, ids.used)}
    unsure = {d.span.path for d in out.standing if _unsure(d)}
    if any(d.span.path == COURSE and _hides_modules(d) for d in out.standing):
        unsure |= set(ids.parts)
    for path in unsure:
        part = ids.parts.get(path, LockFile())
        new |= {(kind, id) for kind, held in numbers(part).items() for id in held}
    faulty = {d.span.path for d in out.standing}
    owners = {owner for path in faulty for owner in ids.parts.get(path, LockFile()).options}
    return Open(frozenset(lost), frozenset(new), frozenset(owners), bool(out.standing))


def _unsure(diagnostic: Diagnostic) -> bool:
    """Whether what stands in that file may get other ids when this is mended."""
    return diagnostic.rule.code in _UNSURE or diagnostic.rule.code <= _LAST_OF_DATA


def _hides_modules(diagnostic: Diagnostic) -> bool:
    """Whether course.yml does not tell, for now, which folders are modules."""
    code = diagnostic.rule.code
    told = code in (UNKNOWN_KEY.code, WRONG_VALUE.code, MISSING_KEY.code)
    return code <= _LAST_OF_DATA and (not told or "modules" in diagnostic.message)


def _held(pages: Iterable[str], lock: LockFile) -> Iterable[tuple[str, str]]:
    """Pages with their scenes, and with what they ask from pools."""
    for page in pages:
        yield "lessons", page
        yield from (("questions", id) for id in lock.questions if id.endswith(f"@{page}"))
        yield from ((f"scenes/{page}", scene) for scene in lock.scenes.get(page, {}))


def _with(tree: SourceTree, changed: Mapping[str, str]) -> SourceTree:
    files = {p: SourceFile(p, text, tuple(text.split("\n"))) for p, text in changed.items()}
    return replace(tree, texts={**tree.texts, **files})


def write(root: Path, changed: Mapping[str, str]) -> None:
    """Each file by temporary file, fsync and rename."""
    for path, text in sorted(changed.items()):
        replace_file(root / path, text)


def replace_file(path: Path, text: str) -> None:
    """Writes all of a file or nothing."""
    handle, temporary = tempfile.mkstemp(prefix=".moocbuild-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
