"""The page of sources: what the course cites. How far each was checked, authors are told."""

from __future__ import annotations

from moocbuild.diagnostics import Span
from moocbuild.model.course import Course, Lesson, Reference
from moocbuild.model.text import Element, element, paragraph, text
from moocbuild.words import words

PAGE = "sources"


def sources_page(course: Course) -> Lesson:
    """Cited sources by key."""
    say = words(course.language)
    lead = paragraph(say.content("sources.lead"))
    shown = sorted(course.references, key=lambda r: r.key.casefold())
    entries = element("ul", *map(_entry, shown))
    return Lesson(
        id=PAGE,
        title=say("sources.title"),
        heading=say.heading("sources.title"),
        kind="page",
        parts=(text(lead, entries),),
        span=Span("course/references.yml", 1),
    )


def _entry(reference: Reference) -> Element:
    doi = f". doi:{reference.doi}" if reference.doi else ""
    return element(
        "li",
        element("strong", f"[{reference.key}]"),
        f" {reference.cite}{doi}",
        id=f"ref-{reference.key}",
    )
