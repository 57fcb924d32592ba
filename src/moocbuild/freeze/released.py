"""The numbers that a released package has: those of its pages, questions and scenes."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from moocbuild.archive import Limits, RefusedError, is_zip, reading
from moocbuild.diagnostics import Collector
from moocbuild.errors import ExportError
from moocbuild.source.files.lock import parse_lock
from moocbuild.source.files.tree import MAX_TEXT
from moocbuild.source.yaml.schema import LockFile

_PAGES = 5_000
_LONGEST = 4_000_000
_LIMITS = Limits(programs=True)  # nothing but pages is read


def released_lock(path: Path) -> LockFile:
    """The numbers of a package for the web or SCORM, or of the course.lock that it was built with.

    Raises ExportError where there are none.
    """
    try:
        found = _from_zip(path) if is_zip(path) else _from_text(path)
    except RefusedError as error:
        raise ExportError(f"cannot be read: {error}") from error
    except (OSError, ValueError) as error:
        raise ExportError("cannot be read") from error
    if not found.lessons and not found.questions:
        raise ExportError("has no numbers: give a package for the web or SCORM, or a course.lock")
    return found


def _from_text(path: Path) -> LockFile:
    with path.open("rb") as file:
        text = file.read(MAX_TEXT).decode("utf-8-sig")
    return parse_lock(text, Collector())[0] or LockFile()


def _from_zip(path: Path) -> LockFile:
    reader = _Reader()
    with reading(path, limits=_LIMITS) as archive:
        pages = [name for name in archive.members if name.endswith(".html")]
        for page in pages[:_PAGES]:
            reader.feed(archive.read(page, _LONGEST).decode("utf-8", "replace"))
            reader.reset()
    return reader.lock


class _Reader(HTMLParser):
    """Reads what a page of the player says of ids and their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.lock = LockFile()
        self._scenario = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes a number from an element that has one."""
        said = {name: value or "" for name, value in attrs}
        self._scenario = said.get("data-scenario", self._scenario)
        number = said.get("data-ordinal", "")
        if not number.isdecimal() or not int(number):
            return
        if tag == "html" and "data-page" in said:
            self.lock.lessons[said["data-page"]] = int(number)
        elif tag == "form" and "data-question" in said:
            self.lock.questions[said["data-question"]] = int(number)
        elif tag == "article" and "data-scene" in said:
            scenes = self.lock.scenes.setdefault(self._scenario, {})
            scenes[said["data-scene"]] = int(number)
