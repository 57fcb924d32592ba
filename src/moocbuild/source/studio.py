"""Reads Studio's export of a course for what its team has set there: foreign input, bounded."""

from __future__ import annotations

import json
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO

from lxml import etree

from moocbuild.errors import ExportError
from moocbuild.model.openedx import Studio

KINDS = frozenset({"chapter", "sequential", "vertical", "problem", "html"})
BANKS = frozenset({"library_content", "itembank"})
"""Types of blocks of which a team's settings are kept."""
_MOST_BYTES, _MOST_FILES, _LONGEST = 2_000_000_000, 100_000, 2_000_000
_UNREADABLE = (tarfile.TarError, OSError, EOFError, zlib.error, UnicodeDecodeError, RecursionError)


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
                blocks[kind, name.stem] = _attributes(data)
    except _UNREADABLE as error:
        raise ExportError(f"it cannot be read: {error}") from error
    except (ValueError, etree.XMLSyntaxError) as error:
        raise ExportError(f"a file in it cannot be read: {error}") from error
    if not course or not blocks:
        raise ExportError("it is no export of a course: it has no policy.json or no blocks")
    return Studio(course=course, grading=grading, blocks=blocks)


def _files(path: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Small files only, in the order of the archive; nothing is unpacked."""
    whole = 0
    with tarfile.open(path, mode="r|gz") as tar:
        for count, member in enumerate(tar):
            whole += member.size
            if count > _MOST_FILES or whole > _MOST_BYTES:
                raise ExportError("it is too large")
            name = PurePosixPath(member.name)
            if member.isfile() and member.size <= _LONGEST and name.suffix in (".xml", ".json"):
                stream: IO[bytes] | None = tar.extractfile(member)
                if stream is not None:
                    yield name, stream.read()


def _settings(data: bytes) -> dict[str, object]:
    """Of the course, in a policy that may also speak of blocks."""
    found = (value for key, value in _object(data).items() if key.startswith("course/"))
    return next((value for value in found if isinstance(value, dict)), {})


def _object(data: bytes) -> dict[str, object]:
    found = json.loads(data.decode("utf-8"))
    return found if isinstance(found, dict) else {}


def _attributes(data: bytes) -> dict[str, str]:
    """Those of the root."""
    if b"<!DOCTYPE" in data:
        raise ValueError("it has a document type")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    return {str(key): str(value) for key, value in root.attrib.items()}
