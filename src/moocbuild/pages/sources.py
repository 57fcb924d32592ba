"""The page of sources: what the course cites, and how far each source was checked."""

from __future__ import annotations

from moocbuild.diagnostics import Span
from moocbuild.model.course import Course, Lesson, Reference
from moocbuild.pages.compose import element, escape, text

PAGE = "sources"
_CHECKED = {
    "memory": "To be checked: cited from memory.",
    "part": "Seen in part; details to be checked.",
}


def sources_page(course: Course) -> Lesson:
    """Cited sources by key."""
    lead = element("p", "The course cites these sources. Keys in square brackets lead here.")
    shown = sorted(course.references, key=lambda r: r.key.casefold())
    items = "".join(_entry(reference) for reference in shown)
    return Lesson(
        id=PAGE,
        title="Sources",
        kind="page",
        parts=(text(lead, f"<ul>{items}</ul>"),),
        span=Span("course/references.yml", 1),
    )


def _entry(reference: Reference) -> str:
    words = f"<strong>[{escape(reference.key)}]</strong> {escape(reference.cite)}"
    words += f". doi:{escape(reference.doi)}" if reference.doi else ""
    note = _CHECKED.get(reference.verified, "")
    words += f" <em>{note}</em>" if note else ""
    return f'<li id="ref-{escape(reference.key)}">{words}</li>'
