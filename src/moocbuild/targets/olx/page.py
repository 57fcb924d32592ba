"""Texts → HTML of html blocks, tabs and the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Course
from moocbuild.model.text import Content, Href, text
from moocbuild.render.foreign_style import block
from moocbuild.render.surroundings import Lists, before, competencies, surrounded
from moocbuild.targets.olx import dialect
from moocbuild.words import words


def html(
    course: Course,
    texts: Iterable[Content],
    href: Href,
    *,
    notes: Sequence[Content] = (),
    lists: Lists = (),
) -> str:
    """One block of text."""
    language = course.language
    whole = surrounded(texts, notes=notes, lists=lists, heading="h3")
    return dialect.html(text(block(language, whole)), href, language) + "\n"


def notes(course: Course, content_notes: Sequence[str], minutes: int) -> list[Content]:
    """What stands before a page."""
    return before(words(course.language), "around.content_note", content_notes, minutes)


def footer(course: Course, refs: Iterable[CompetencyRef]) -> Lists:
    """The statements that a page works on."""
    return competencies(course, (ref.code for ref in refs))
