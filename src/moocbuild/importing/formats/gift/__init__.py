"""GIFT: Moodle's format for typing questions, as question/format/gift of Moodle 4.5 reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import UNREADABLE
from moocbuild.importing.brought import Brought
from moocbuild.importing.carry import Carry
from moocbuild.importing.errors import ImportFailed
from moocbuild.importing.format import Format, Wanted
from moocbuild.importing.formats.gift.question import Entry, read_entry
from moocbuild.importing.shelves import Shelf, Shelving
from moocbuild.importing.source import Source
from moocbuild.values import dataclass

_CATEGORY = re.compile(r"\$CATEGORY:\s*(.*)", re.I)
_REMARK = re.compile(r"\[(id|tag):((?:\\.|[^\]\\])+)\]")
_SLASH = "\ufdd0"
_HEAD = 200_000
"""Characters that are looked at to recognise it."""
_ANSWERS = re.compile(r"(?<!\\)\{(?:[^{}\\]|\\.){0,20000}(?<!\\)\}", re.S)


def recognises(source: Source) -> bool:
    """A text with answers in braces, or that says what it is by its end."""
    if not source.data or b"\0" in source.data[:1000]:
        return False
    if source.suffix == ".gift":
        return True
    text = source.data[:_HEAD].decode("utf-8", "replace")
    if source.suffix not in (".txt", "") or text.lstrip().startswith("<"):
        return False
    return bool(re.search(r"^(?:\$CATEGORY:|::[^:\n]+::)", text, re.M)) or any(
        re.match(r"\{\s*(?:[=~#]|T\b|F\b|TRUE|FALSE)", found[0])
        for found in _ANSWERS.finditer(text)
    )


@dataclass(slots=True)
class _Lines:
    """Lines of one entry, and the remarks above it."""

    first: int
    lines: list[str]
    remarks: list[str]


def read(source: Source, wanted: Wanted) -> Brought:
    """Categories as modules and quizzes; what asks nothing as pages."""
    carry = Carry()
    shelving = Shelving(source)
    for found in _entries(source.text(wanted.report)):
        span = source.span(found.first)
        if category := _CATEGORY.match(found.lines[0]):
            shelving.begin(Shelf(path=_path(category[1]), span=span))
            found.lines, found.first = found.lines[1:], found.first + 1
        if not any(line.strip() for line in found.lines):
            continue
        shelving.add(read_entry(_entry(found, span), carry, wanted))
    brought = shelving.brought(carry, wanted)
    if not brought.units and not source.data.strip():
        raise ImportFailed(UNREADABLE.at(source.span(), "the file is empty"))
    return brought


def _entries(text: str) -> Iterator[_Lines]:
    """What stands between empty lines; remarks belong to what follows them."""
    found = _Lines(0, [], [])
    remarks: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.lstrip().startswith("//"):
            remarks.append(line.strip()[2:])
        elif line.strip():
            if not found.lines:
                found.first, found.remarks, remarks = number, remarks, []
            found.lines.append(line)
        elif found.lines:
            found.remarks += remarks
            yield found
            found, remarks = _Lines(0, [], []), []


def _entry(found: _Lines, span: Span) -> Entry:
    id, tags = "", []
    for remark in found.remarks:
        for kind, value in _REMARK.findall(remark):
            plain = value.replace("\\]", "]").replace("\\[", "[").strip()
            if kind == "id":
                id = plain
            else:
                tags.append(plain)
    return Entry("\n".join(found.lines), span, id, tuple(dict.fromkeys(tags)))


def _path(written: str) -> tuple[str, ...]:
    """`$course$/top/Name/Below`; a slash in a name is written twice."""
    names = [part.strip() for part in written.replace("//", _SLASH).split("/")]
    path = [name for name in names if name and not re.fullmatch(r"\$\w+\$", name)]
    path = path[1:] if path[:1] == ["top"] else path
    return tuple(name.replace(_SLASH, "/") for name in path)


FORMAT = Format(name="gift", title="GIFT", recognises=recognises, read=read, order=40)
