"""`ids --write`: ids for headings that lack one, and course.lock for the course as it is."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from moocbuild.diagnostics import Collector, Diagnostic
from moocbuild.source.course import load_course
from moocbuild.source.files.lock import LOST_ID, PATH, Ids, lock_text
from moocbuild.source.files.tree import SourceFile, SourceTree, read_tree
from moocbuild.source.markdown.anchors import slug
from moocbuild.source.pages.question import MISSING_ID

MENDABLE = frozenset({MISSING_ID.code, LOST_ID.code})
"""What freezing mends; any other error could make pages look lost that are only unreadable."""


def freeze(root: Path, report: Collector) -> dict[str, str]:
    """Path → new text of every file that would change; {} after errors, which are reported."""
    tree = read_tree(root, report)
    _, ids = load_course(tree, report)
    errors = [d for d in report.found if d.rule.severity > d.rule.severity.WARNING]
    if any(d.rule.code not in MENDABLE for d in errors):
        return {}
    missing = [d for d in errors if d.rule == MISSING_ID]
    changed = with_ids(tree, missing, ids)
    if changed:
        ids = load_course(_with(tree, changed), Collector())[1]
    lock = lock_text(ids)
    old = tree.texts.get(PATH)
    return changed if old and old.text == lock else {**changed, PATH: lock}


def with_ids(tree: SourceTree, missing: list[Diagnostic], ids: Ids) -> dict[str, str]:
    """Texts with an id comment below each heading that `missing` points at."""
    lines = {d.span.path: list(tree.texts[d.span.path].lines) for d in missing}
    taken = {*ids.frozen.questions, *_written(tree)}
    for d in sorted(missing, key=lambda d: (d.span.path, -d.span.line)):
        _insert(lines[d.span.path], d.span.line, taken)
    return {path: "\n".join(text) for path, text in lines.items()}


def _written(tree: SourceTree) -> Iterator[str]:
    """Every id that stands in a comment of the course."""
    for file in tree.texts.values():
        yield from re.findall(r"^[ \t]*<!--\s*#([a-z0-9-]+)", file.text, re.M)


def _insert(lines: list[str], heading: int, taken: set[str]) -> None:
    """Below line `heading` (from 1): into the comment that stands there, else a new line."""
    wanted = slug(lines[heading - 1].lstrip("# "))[:60].strip("-") or "question"
    id, number = wanted, 1
    while id in taken:
        number += 1
        id = f"{wanted}-{number}"
    taken.add(id)
    below = lines[heading] if heading < len(lines) else ""
    if below.lstrip().startswith("<!--"):
        lines[heading] = below.replace("<!--", f"<!-- #{id}", 1)
    else:
        lines.insert(heading, f"<!-- #{id} -->")


def _with(tree: SourceTree, changed: Mapping[str, str]) -> SourceTree:
    files = {p: SourceFile(p, text, tuple(text.split("\n"))) for p, text in changed.items()}
    return replace(tree, texts={**tree.texts, **files})


def write(root: Path, changed: Mapping[str, str]) -> None:
    """Each file by temporary file, fsync and rename."""
    for path, text in sorted(changed.items()):
        _replace(root / path, text)


def _replace(path: Path, text: str) -> None:
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
