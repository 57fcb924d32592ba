"""Ids for headings that lack one, in a comment below each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic
from moocbuild.model.spellings import without_accents
from moocbuild.source.files.lock import Ids
from moocbuild.source.files.lock_file import retired
from moocbuild.source.files.tree import SourceTree
from moocbuild.source.markdown.anchors import slug
from moocbuild.source.markdown.below import is_of_heading


def with_ids(tree: SourceTree, missing: list[Diagnostic], ids: Ids) -> dict[str, str]:
    """Texts with an id comment below each heading that `missing` points at."""
    lines = {d.span.path: list(tree.texts[d.span.path].lines) for d in missing}
    taken = {*ids.frozen.questions, *retired(ids.frozen, "questions"), *_written(tree)}
    for d in sorted(missing, key=lambda d: (d.span.path, -d.span.line)):
        _insert(lines[d.span.path], d.span.line, taken)
    return {path: "\n".join(text) for path, text in lines.items()}


def _written(tree: SourceTree) -> Iterator[str]:
    """Every id that stands in a comment of the course."""
    for file in tree.texts.values():
        yield from re.findall(r"^[ \t]*<!--\s*#([a-z0-9-]+)", file.text, re.M)


def _insert(lines: list[str], heading: int, taken: set[str]) -> None:
    """Below line `heading` (from 1): into the comment that stands there, else a new line."""
    wanted = slug(without_accents(lines[heading - 1].lstrip("# ")))[:60].strip("-") or "question"
    id, number = wanted, 1
    while id in taken:
        number += 1
        id = f"{wanted}-{number}"
    taken.add(id)
    place = _comment(lines, heading)
    if place is None:
        lines.insert(heading, f"<!-- #{id} -->")
    else:
        lines[place] = lines[place].replace("<!--", f"<!-- #{id}", 1)


def _comment(lines: list[str], heading: int) -> int | None:
    """Where the comment of a heading begins, from 0."""
    place = next((n for n in range(heading, len(lines)) if lines[n].strip()), heading)
    written = lines[place].strip() if place < len(lines) else ""
    if not written.startswith("<!--"):
        return None
    words = written.removeprefix("<!--").partition("-->")[0]
    return place if place == heading or is_of_heading(words) else None
