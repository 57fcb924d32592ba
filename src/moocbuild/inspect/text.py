"""What is in a package, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.archive.refused import shown
from moocbuild.inspect import Inspected
from moocbuild.inspect.contents import Contents
from moocbuild.inspect.data import size

_MOST_LINES = 40
_CHECKED = {
    True: "checked: the archive, and the rules of the standard",
    False: "checked: the archive and its XML; not the rules of the standard",
}


def text(inspected: Inspected) -> Iterator[str]:
    """Lines without their ends: what it is, how much, and what it shows."""
    contents = inspected.contents
    if not inspected.archive:
        yield f"{inspected.name}: refused, {size(inspected.size)}"
        return
    whole = size(sum(bytes_ for _, bytes_ in inspected.files))
    files = f"{len(inspected.files):,} files, {whole} in {size(inspected.size)}"
    if contents is None:
        yield f"{inspected.name}: of no known kind; {files}"
        return
    title = f", '{shown(contents.title)}'" if contents.title else ""
    yield f"{inspected.name}: {kind(contents)}{title}"
    facts = [_fact(name, value) for name, value in contents.facts.items() if value]
    yield f"  {'; '.join([*facts, files])}"
    yield f"  {_CHECKED[contents.deep]}"
    yield from _outline(contents)


def kind(contents: Contents) -> str:
    """`SCORM 2004 3rd Edition`."""
    return f"{contents.kind} {shown(contents.version)}".rstrip()


def _fact(name: str, value: int | str) -> str:
    return f"{name}: {value:,}" if isinstance(value, int) else f"{name}: {shown(value)}"


def _outline(contents: Contents) -> Iterator[str]:
    lines = contents.outline
    if lines:
        yield ""
    for line in lines[:_MOST_LINES]:
        refers = f"  [{shown(line.refers)}]" if line.refers else ""
        yield f"{'  ' * line.depth}{shown(line.title) or '(no title)'}{refers}"
    if len(lines) > _MOST_LINES:
        yield f"  … and {len(lines) - _MOST_LINES:,} more, which --format json lists"
