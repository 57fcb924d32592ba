"""The glossary page."""

from __future__ import annotations

from moocbuild.diagnostics import Span
from moocbuild.model.course import Course, Lesson
from moocbuild.model.hosts import hosts_of
from moocbuild.model.text import element, text
from moocbuild.words import words

PAGE = "glossary"


def glossary_page(course: Course) -> Lesson:
    """Terms in alphabetical order."""
    say = words(course.language)
    entries = [
        entry
        for term in course.glossary
        for entry in (element("dt", term.term), element("dd", term.definition))
    ]
    return Lesson(
        id=PAGE,
        title=say("glossary.title"),
        heading=say.heading("glossary.title"),
        kind="page",
        parts=(text(element("dl", *entries)),),
        hosts=hosts_of(term.definition for term in course.glossary),
        span=Span("course/glossary.yml", 1),
    )
