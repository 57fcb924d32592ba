"""A course in another language: a copy beside it, to be translated file by file."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from moocbuild.scaffold.course import STAGING
from moocbuild.scaffold.course_yml import with_values
from moocbuild.scaffold.errors import refused, taken
from moocbuild.scaffold.pages import Course
from moocbuild.source.course import COURSE
from moocbuild.source.files.tree import FOLDERS

_BESIDE = ("AGENTS.md", ".gitignore", ".schemas", ".vscode")
"""What `init` puts beside the course's folders."""


def copy_for(course: Course, language: str) -> Path:
    """Copies the course into a folder beside it; that folder.

    Ids stay the same, so that the two can be compared; the course's own id does not, as a
    translation is a course of its own to every system. Raises ScaffoldError.
    """
    root = course.root.resolve()
    folder = root.parent / f"{root.name}-{language.lower()}"
    if folder.exists() or folder.is_symlink():
        raise taken(str(folder))
    id = f"{_id(course)}-{language.lower()}"
    settings = with_values(course.tree.texts[COURSE].text, {"id": id, "language": language})
    try:
        with tempfile.TemporaryDirectory(prefix=STAGING, dir=root.parent) as room:
            staged = Path(room) / "new"
            staged.mkdir()
            _copy(root, staged)
            (staged / COURSE).write_text(settings, "utf-8", newline="\n")
            staged.rename(folder)
    except OSError as error:
        raise refused(folder, error) from error
    return folder


def _id(course: Course) -> str:
    found = [line for line in course.tree.texts[COURSE].lines if line.startswith("id:")]
    return found[0].partition(":")[2].partition("#")[0].strip(" '\"") if found else "course"


def _copy(root: Path, staged: Path) -> None:
    for name in (*FOLDERS, *_BESIDE):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, staged / name, symlinks=True)
        elif source.is_file():
            shutil.copy2(source, staged / name, follow_symlinks=False)
