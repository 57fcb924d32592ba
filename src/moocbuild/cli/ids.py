"""`moocbuild ids`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from moocbuild.cli.problems import AUTHOR_ERRORS, OK, Problem
from moocbuild.diagnostics import Collector, Diagnostic
from moocbuild.diagnostics.emit import EMITTERS
from moocbuild.errors import ExportError, UnknownNameError
from moocbuild.freeze import Frozen, frozen, replace_file, write
from moocbuild.freeze.driver import mark_conflict, merge_files
from moocbuild.freeze.moves import Move
from moocbuild.freeze.released import released_lock
from moocbuild.freeze.restore import hint, restored
from moocbuild.source.files.lock import LOST_OPTION, PATH
from moocbuild.source.files.lock_merge import Given
from moocbuild.source.files.tree import read_tree
from moocbuild.source.requires import OTHER_VERSION
from moocbuild.source.yaml.schema import LockFile

_SHOWN = 5
"""Errors that do not keep ids from being frozen."""
Three = tuple[Path, Path, Path]


def run(
    root: Path,
    write_: bool,
    moved: bool,
    retire: bool,
    restore: Sequence[str],
    released: Sequence[Path],
    merge: Three | None,
) -> int:
    """Freezes ids; without `write_`, only lists the changes."""
    if merge:
        return _merge(*merge)
    if restore:
        return _restore(root, restore)
    if moved and retire:
        message = "--moved keeps what seems to have moved, and --retire does not"
        raise Problem(message, "leave one of the two out")
    report = Collector()
    locks = [_released(path) for path in released]
    out = frozen(root, report, moved=moved, retire=retire, released=locks)
    if out.unreadable:
        _show(root, [d for d in out.standing if d.span.path in (PATH, "course")] or out.standing)
        unfit = any(d.rule == OTHER_VERSION for d in out.standing)
        first = "" if unfit else "fix course.lock first; "
        click.echo(f"{first}nothing was written", err=True)
        return AUTHOR_ERRORS
    if not out.standing and not out.moves:
        _show(root, [d for d in report.sorted() if d.rule == LOST_OPTION])
    writes = write_ or moved
    _say_given(out.given, "now has" if writes else "would get")
    for path in sorted(out.changed):
        click.echo(f"{'written' if writes else 'would change'}: {path}")
    if writes:
        _write(root, out.changed)
    return _say_open(root, out, writes)


def _say_open(root: Path, out: Frozen, writes: bool) -> int:
    """What is not decided yet, and what stands in the way."""
    for move in out.moves:
        click.echo(_proposal(move))
    if out.moves:
        click.echo(
            "If so, 'moocbuild ids --moved' writes these ids into the front matter, and learners' "
            "records stay.\nIf not, give those that have moved their 'id:' yourself; "
            "'moocbuild ids --write --retire' retires the rest."
        )
    if out.standing:
        _show(root, out.standing[:_SHOWN], "concise")
        more = len(out.standing) - _SHOWN
        if more > 0:
            click.echo(f"and {more} more: see 'moocbuild check'")
        done = "nothing was retired" if writes else "nothing would be retired"
        click.echo(f"while there are errors, {done}: ids may be gone for their sake", err=True)
    elif not out.changed and not out.moves:
        click.echo("all ids are frozen")
    return AUTHOR_ERRORS if writes and out.moves else OK


def _proposal(move: Move) -> str:
    what = "module" if "/" not in move.old else "page"
    return f"{move.path} seems to be the {what} '{move.old}' ({move.why}): id: {move.id}"


def _say_given(given: Sequence[Given], gets: str) -> None:
    for each in given:
        keeper = f"{each.old} belongs to '{each.keeper}'"
        click.echo(f"'{each.id}' {gets} the number {each.new}; {keeper}", err=True)


def _show(root: Path, findings: Sequence[Diagnostic], form: str = "full") -> None:
    for line in EMITTERS[form](findings, read_tree(root, Collector()).line) if findings else ():
        click.echo(line)


def _write(root: Path, changed: Mapping[str, str]) -> None:
    try:
        write(root, changed)
    except OSError as error:
        raise _unwritten(error) from error


def _unwritten(error: OSError) -> Problem:
    reason = (error.strerror or str(error)).lower()
    return Problem(f"{error.filename}: {reason}", "make it writable, and run the command again")


def _released(path: Path) -> LockFile:
    try:
        return released_lock(path)
    except ExportError as error:
        help = "name a package for the web or SCORM that was released, or its course.lock"
        raise Problem(f"{path}: {error}", help) from error


def _restore(root: Path, ids: Sequence[str]) -> int:
    try:
        text = restored(read_tree(root, Collector()), ids)
    except UnknownNameError as error:
        raise Problem(str(error), hint(error)) from error
    except ExportError as error:
        help = "run 'moocbuild ids' to see what is retired and what is used"
        raise Problem(f"{PATH}: {error}", help) from error
    _write(root, {PATH: text})
    click.echo(f"written: {PATH}")
    return OK


def _merge(base: Path, ours: Path, theirs: Path) -> int:
    """As git calls a merge driver: the result goes into `ours`."""
    found = merge_files(base, ours, theirs)
    if found is None:
        mark_conflict(base, ours, theirs)
        click.echo(f"{PATH} cannot be read on both sides: merge it by hand", err=True)
        return AUTHOR_ERRORS
    text, given = found
    _say_given(given, "now has")
    try:
        replace_file(ours, text)
    except OSError as error:
        raise _unwritten(error) from error
    return OK
