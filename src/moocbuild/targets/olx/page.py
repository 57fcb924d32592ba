"""Texts → HTML of html blocks, tabs and the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Course
from moocbuild.model.text import Content, Href, text
from moocbuild.render.foreign_style import block
from moocbuild.render.surroundings import Lists, before, surrounded
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
    lines = list(_statements(course, refs))
    return [(words(course.language).content("around.competencies"), lines)] if lines else []


def _statements(course: Course, refs: Iterable[CompetencyRef]) -> Iterator[str]:
    for ref in refs:
        competency = course.framework.by_code.get(ref.code)
        if competency is not None:
            yield f"{competency.code}: {competency.statement}"
