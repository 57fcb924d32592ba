"""The glossary page."""

from __future__ import annotations

from moocbuild.diagnostics import Span
from moocbuild.model.course import Course, Lesson
from moocbuild.model.richtext import Part, RichText
from moocbuild.pages.compose import element, text

PAGE = "glossary"


def glossary_page(course: Course) -> Lesson:
    """Terms in alphabetical order."""
    parts: list[Part | RichText] = ["<dl>"]
    for term in course.glossary:
        parts += [element("dt", term.term), "<dd>", term.definition, "</dd>"]
    return Lesson(
        id=PAGE,
        title="Glossary",
        kind="page",
        parts=(text(*parts, "</dl>"),),
        span=Span("course/glossary.yml", 1),
    )
