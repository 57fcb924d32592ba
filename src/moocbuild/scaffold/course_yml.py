"""Changes in course.yml that leave the rest of it as its author wrote it."""

from __future__ import annotations

import re

from moocbuild.diagnostics import Span
from moocbuild.scaffold.errors import ScaffoldError
from moocbuild.source.course import COURSE
from moocbuild.source.yaml.reader import Node, read_yaml


def _left_to_author(line: str) -> ScaffoldError:
    help = f"write '{line}' there yourself, in its place; nothing was changed"
    return ScaffoldError(f"{COURSE} cannot be changed by itself", help)


def with_module(text: str, folder: str) -> str:
    """The file with a further module at the end of the list. Raises ScaffoldError."""
    before = _modules(text)
    for changed in (_below(text, folder), _within(text, folder)):
        if before and changed is not None and _modules(changed) == [*before, folder]:
            return changed
    raise _left_to_author(f"- {folder}")


def _read(text: str) -> Node:
    return read_yaml(text, COURSE, lambda _: None) or Node({}, Span(COURSE))


def _modules(text: str) -> list[object]:
    found = _read(text).child("modules").value
    return [each.value for each in found] if isinstance(found, list) else []


def _below(text: str, folder: str) -> str | None:
    """As a line below the last `- name`, behind whatever remark that line ends in."""
    listed = _read(text).child("modules").value
    if not isinstance(listed, list) or not listed:
        return None
    lines = text.split("\n")
    last = listed[-1].span
    lead = lines[last.line - 1][: last.column - 1]
    if not re.fullmatch(r"\s*-\s+", lead):
        return None
    lines.insert(last.line, f"{lead}{folder}")
    return "\n".join(lines)


def _within(text: str, folder: str) -> str | None:
    """As a further name between brackets."""
    listed = _read(text).child("modules").value
    if not isinstance(listed, list) or not listed:
        return None
    lines = text.split("\n")
    last = listed[-1].span
    line, end = lines[last.line - 1], last.column - 1 + last.length
    lines[last.line - 1] = f"{line[:end]}, {folder}{line[end:]}"
    return "\n".join(lines)
