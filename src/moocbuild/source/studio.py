"""Reads Studio's export of a course for what its team has set there: foreign input, bounded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from moocbuild.archive import Limits, Member, RefusedError, read_xml, reading
from moocbuild.errors import ExportError
from moocbuild.model.openedx import Studio

KINDS = frozenset({"chapter", "sequential", "vertical", "problem", "html"})
BANKS = frozenset({"library_content", "itembank"})
"""Types of blocks of which a team's settings are kept."""
_LIMITS = Limits(files=100_000, total=2_000_000_000, programs=True)
_LONGEST = 2_000_000


def read_export(path: Path) -> Studio:
    """The settings in an export (`.tar.gz`); raises ExportError."""
    course: dict[str, object] = {}
    grading: dict[str, object] = {}
    blocks: dict[tuple[str, str], Mapping[str, str]] = {}
    try:
        for name, data in _files(path):
            kind = name.parent.name
            if name.name == "policy.json":
                course |= _settings(data)
            elif name.name == "grading_policy.json":
                grading |= _object(data)
            elif kind in KINDS | BANKS and name.suffix == ".xml":
                blocks[kind, name.stem] = _attributes(name.as_posix(), data)
    except (RefusedError, OSError) as error:
        where = error.entry if isinstance(error, RefusedError) else ""
        raise ExportError(f"{where or 'it'} cannot be read: {error}") from error
    except (ValueError, RecursionError) as error:
        raise ExportError(f"a file in it cannot be read: {error}") from error
    if not course or not blocks:
        raise ExportError("it is no export of a course: it has no policy.json or no blocks")
    return Studio(course=course, grading=grading, blocks=blocks)


def _files(path: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Small files only, in the order of the archive; nothing is unpacked."""
    with reading(path, limits=_LIMITS) as archive:
        for member, data in archive.walk(_is_wanted):
            yield PurePosixPath(member.name), data


def _is_wanted(member: Member) -> bool:
    return member.size <= _LONGEST and member.name.endswith((".xml", ".json"))


def _settings(data: bytes) -> dict[str, object]:
    """Of the course, in a policy that may also speak of blocks."""
    found = (value for key, value in _object(data).items() if key.startswith("course/"))
    return next((value for value in found if isinstance(value, dict)), {})


def _object(data: bytes) -> dict[str, object]:
    found = json.loads(data.decode("utf-8"))
    return found if isinstance(found, dict) else {}


def _attributes(name: str, data: bytes) -> dict[str, str]:
    """Those of the root."""
    root = read_xml(data, "", name).root
    return {str(key): str(value) for key, value in root.attrib.items()}
