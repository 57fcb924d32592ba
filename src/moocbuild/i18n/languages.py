"""The languages of a course: its author's, those that it lists, those that have a catalogue."""

from __future__ import annotations

import posixpath
import re

from moocbuild.model.course import Course
from moocbuild.source.files.tree import SourceTree
from moocbuild.source.yaml.types import LANGUAGE

FOLDER = "course/locale"


def languages_of(course: Course, tree: SourceTree) -> tuple[str, ...]:
    """Its own first, then those of course.yml, then others that have a catalogue."""
    found = [
        posixpath.basename(path).removesuffix(".po")
        for path in tree.texts
        if posixpath.dirname(path) == FOLDER and path.endswith(".po")
    ]
    known = (course.language, *course.settings.languages, *found)
    return tuple(dict.fromkeys(name for name in known if re.fullmatch(LANGUAGE, name)))
