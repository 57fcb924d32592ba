"""`moocbuild check --fix`: the fixes of findings, applied to the author's files.

Nothing but the places of the fixes changes: ends of lines, a byte order mark and what is odd
elsewhere in a file stay. What `ids --write` would write counts as a fix where a finding says so,
once no other one is left: ids stand in the text.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from moocbuild.diagnostics import WRITE_IDS, Collector, Diagnostic, Edit
from moocbuild.diagnostics.edits import edits_of
from moocbuild.source.files.tree import SourceTree
from moocbuild.values import dataclass

_BOM = "\ufeff"


class ChangedMeanwhileError(Exception):
    """Somebody has written a file since it was read. Its argument is the file's path."""


@dataclass(slots=True)
class Mending:
    """What is to be written. files: old and new text by path, all characters as they are on disk;
    the old one is None where there is no file yet.

    count: of the findings that are mended. left: of those that have a fix which is not sure, and
    was not asked for.
    """

    files: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    count: int = 0
    left: int = 0

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff, without their ends."""
        for path, (old, new) in sorted(self.files.items()):
            name = "/dev/null" if old is None else f"a/{path}"
            for line in difflib.unified_diff(_lines(old or ""), _lines(new), name, f"b/{path}"):
                yield line.removesuffix("\n")
                if not line.endswith("\n"):
                    yield "\\ No newline at end of file"

    def write(self, root: Path) -> None:
        """Each file as a whole. Raises OSError; ChangedMeanwhileError before any is written."""
        for path, (old, _) in self.files.items():
            if _read(root / path) != old:
                raise ChangedMeanwhileError(path)
        from moocbuild.freeze import replace_file  # `check` asks for it only where it mends

        for path, (_, new) in sorted(self.files.items()):
            replace_file(root / path, new)


def mending(tree: SourceTree, found: Sequence[Diagnostic], *, guesses: bool = False) -> Mending:
    """What the fixes of `found` make of the files of `tree`.

    guesses: those as well that are not sure. Of two fixes of one place the first counts.
    """
    made = Mending()
    wanted: dict[str, list[Edit]] = {}
    for each in found:
        edits = edits_of(each, tree.line)
        if not edits or any(edit.span.path not in tree.texts for edit in edits):
            continue
        if each.fix and not each.fix.sure and not guesses:
            made.left += 1
        elif not any(_meets(edit, wanted.get(edit.span.path, ())) for edit in edits):
            made.count += 1
            for edit in edits:
                wanted.setdefault(edit.span.path, []).append(edit)
    made.files.update(_files(tree.root, wanted))
    if not made.files and any(each.fix and each.fix.command == WRITE_IDS for each in found):
        made.count = 1
        made.files.update(_with_ids(tree.root))
    return made


def _files(
    root: Path, wanted: Mapping[str, Iterable[Edit]]
) -> Iterator[tuple[str, tuple[str, str]]]:
    for path, edits in wanted.items():
        old = _read(root / path)
        if old is not None:
            yield path, (old, _edited(old, edits))


def _meets(edit: Edit, others: Iterable[Edit]) -> bool:
    start, end = edit.span.column, edit.span.column + edit.span.length
    return any(
        other.span.line == edit.span.line
        and (
            (start < other.span.column + other.span.length and other.span.column < end)
            or start == other.span.column
        )
        for other in others
    )


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """From the end to the beginning, so that columns stay true."""
    mark, lines = text.startswith(_BOM), text.removeprefix(_BOM).split("\n")
    for edit in sorted(edits, key=lambda e: (e.span.line, e.span.column), reverse=True):
        line, start = lines[edit.span.line - 1], edit.span.column - 1
        lines[edit.span.line - 1] = line[:start] + edit.new + line[start + edit.span.length :]
    return (_BOM if mark else "") + "\n".join(lines)


def _with_ids(root: Path) -> Iterator[tuple[str, tuple[str | None, str]]]:
    """What `moocbuild ids --write` writes, with the ends of lines that each file has."""
    from moocbuild.freeze import frozen

    changed: Mapping[str, str] = frozen(root, Collector()).changed
    for path, text in changed.items():
        old = _read(root / path)
        new = text.replace("\n", "\r\n") if "\r\n" in (old or "") else text
        if new != old:
            yield path, (old, new)


def _read(path: Path) -> str | None:
    """As it is on disk; None where there is no such file."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None


def _lines(text: str) -> list[str]:
    """With their ends; other characters than line feeds end none."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])
