"""A new course in a folder: all of it, or nothing."""

from __future__ import annotations

import datetime
import json
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from moocbuild.diagnostics import Collector
from moocbuild.freeze import freeze
from moocbuild.freeze import write as write_ids
from moocbuild.scaffold.errors import ScaffoldError, refused, taken
from moocbuild.scaffold.schemas import schema_text
from moocbuild.scaffold.templates import course_files
from moocbuild.source.pages.naming import unnumbered
from moocbuild.source.pages.section import ID
from moocbuild.source.yaml.json_schema import SCHEMAS
from moocbuild.values import dataclass

STAGING = ".moocbuild-new-"
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
    files = {**course_files(values), **_for_editors()}
    tops = sorted({name.partition("/")[0] for name in files})
    _check_free(folder, tops)
    try:
        with tempfile.TemporaryDirectory(prefix=STAGING, dir=_parent(folder)) as room:
            staged = Path(room) / "new"
            _write(staged, files)
            _freeze(staged)
            _put(staged, folder, tops)
    except OSError as error:
        raise refused(folder, error) from error
    return sorted([*files, "course/course.lock"])


def _parent(folder: Path) -> Path:
    """Where staging stands: on the same disk."""
    return folder.resolve().parent


def _check_free(folder: Path, tops: list[str]) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise taken(str(folder))
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    for name in tops:
        if name in there:
            raise taken(str(folder / name))


def _for_editors() -> Mapping[str, bytes]:
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


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _freeze(folder: Path) -> None:
    """Ids of the sample are frozen from the first day. Raises ScaffoldError for a bad answer."""
    report = Collector()
    changed = freeze(folder, report)
    if report.failed:
        first = report.sorted()[0]
        raise ScaffoldError(f"this makes no course: {first.message}", first.help)
    write_ids(folder, changed)


def _put(staged: Path, folder: Path, tops: list[str]) -> None:
    """In one step where the folder is new; else name by name, and back again if one fails."""
    if not folder.exists():
        staged.rename(folder)
        return
    moved: list[str] = []
    try:
        for name in tops:
            if (folder / name).exists():  # a rename would replace an empty folder
                raise taken(str(folder / name))
            (staged / name).rename(folder / name)
            moved.append(name)
    except BaseException:
        for name in moved:
            with suppress(OSError):
                _remove(folder / name)
        raise


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
