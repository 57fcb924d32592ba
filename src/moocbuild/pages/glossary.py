"""The glossary page."""

from __future__ import annotations

from moocbuild.diagnostics import Span
from moocbuild.model.course import Course, Lesson
from moocbuild.model.text import element, text

PAGE = "glossary"


def glossary_page(course: Course) -> Lesson:
    """Terms in alphabetical order."""
    entries = [
        entry
        for term in course.glossary
        for entry in (element("dt", term.term), element("dd", term.definition))
    ]
    return Lesson(
        id=PAGE,
        title="Glossary",
        kind="page",
        parts=(text(element("dl", *entries)),),
        span=Span("course/glossary.yml", 1),
    )
