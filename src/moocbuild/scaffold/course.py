"""A new course in a folder: all of it, or nothing."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

from moocbuild.diagnostics import Collector
from moocbuild.freeze import freeze
from moocbuild.freeze import write as write_ids
from moocbuild.scaffold.errors import ScaffoldError
from moocbuild.scaffold.schemas import schema_text
from moocbuild.scaffold.staging import check_free, put, staged, tops
from moocbuild.scaffold.templates import course_files
from moocbuild.source.pages.naming import unnumbered
from moocbuild.source.pages.section import ID
from moocbuild.source.yaml.json_schema import SCHEMAS
from moocbuild.values import dataclass

SCHEMA_FOLDER = ".schemas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a course needs to begin. released: the date of its first version."""

    title: str
    language: str
    licence: str
    released: datetime.date


def course_id(folder: Path) -> str:
    """An id after the folder's name, `course` where no letter of it may stand in one."""
    id = unnumbered(folder.resolve().name)
    return id if ID.fullmatch(id) else "course"


def new_course(folder: Path, asked: Asked) -> list[str]:
    """Writes a small course into `folder`, which may be there; its files, by path.

    Nothing is written over. Raises ScaffoldError; then nothing is left of what was written.
    """
    values = {
        "id": course_id(folder),
        "title": asked.title,
        "language": asked.language,
        "licence": asked.licence,
        "released": asked.released.isoformat(),
    }
    files = {**course_files(values), **for_editors()}
    names = tops(files)
    check_free(folder, names)
    with staged(folder, files) as made:
        _freeze(made)
        put(made, folder, names)
    return sorted([*files, "course/course.lock"])


def for_editors() -> Mapping[str, bytes]:
    """The schemas, and where an editor finds the one of each file."""
    schemas = {f"{SCHEMA_FOLDER}/{name}.json": schema_text(name).encode() for name in SCHEMAS}
    by_file = {
        f"{SCHEMA_FOLDER}/{name}.json": described.file
        for name, described in SCHEMAS.items()
        if not described.front
    }
    settings = {"yaml.schemas": by_file, "files.associations": {"course.lock": "yaml"}}
    wanted = {"recommendations": ["redhat.vscode-yaml"]}
    return {
        **schemas,
        ".vscode/settings.json": _json(settings),
        ".vscode/extensions.json": _json(wanted),
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=2) + "\n").encode()


def _freeze(folder: Path) -> None:
    """Ids of the sample are frozen from the first day. Raises ScaffoldError for a bad answer."""
    report = Collector()
    changed = freeze(folder, report)
    if report.failed:
        first = report.sorted()[0]
        raise ScaffoldError(f"this makes no course: {first.message}", first.help)
    write_ids(folder, changed)
