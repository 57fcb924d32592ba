"""The languages of a course: its author's, those that it lists, those that have translations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moocbuild.model.course import Course
from moocbuild.model.language import primary
from moocbuild.source.files.tree import SourceFile, SourceTree
from moocbuild.source.pages.naming import is_other_language, one_language
from moocbuild.source.yaml.types import LANGUAGE

_CATALOGUE = re.compile(r"course/locale/([^/]+)\.po")


def languages_of(course: Course, tree: SourceTree) -> tuple[str, ...]:
    """Its own first, then those of course.yml, then others that have a catalogue or a text."""
    known = (course.language, *course.settings.languages, *_translated(tree))
    return tuple(dict.fromkeys(name for name in known if re.fullmatch(LANGUAGE, name)))


def own_text(tree: SourceTree, path: str, language: str) -> SourceFile | None:
    """The text that stands whole in the place of `path`: `lesson.fr.md`, for `fr-BE` too."""
    stem = path.removesuffix(".md")
    if stem == path:
        return None
    names = (f"{stem}.{name}.md" for name in (language, primary(language)))
    return next((tree.texts[name] for name in names if name in tree.texts), None)


def _translated(tree: SourceTree) -> Iterator[str]:
    for path in tree.texts:
        if catalogue := _CATALOGUE.fullmatch(path):
            yield catalogue[1]
        elif is_other_language(path) and (text := one_language(path)) and text[0] in tree.texts:
            yield text[1]
