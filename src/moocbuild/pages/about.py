"""The page about the course: who made it, its version and licence, what leaves the device."""

from __future__ import annotations

from moocbuild.diagnostics import Span
from moocbuild.model.course import Course, Lesson
from moocbuild.pages.compose import bullets, element, paragraphs, text

PAGE = "about"


def about_page(course: Course) -> Lesson:
    """Facts only: everything here follows from the course and the player."""
    authors = ", ".join(course.authors) or course.org
    facts = bullets(
        (
            f"Version {course.version}, released {course.released.isoformat()}",
            f"By {authors}",
            f"Licence of the course text: {course.licence}",
        )
    )
    return Lesson(
        id=PAGE,
        title="About this course",
        kind="page",
        parts=(text(paragraphs(course.description), facts, _PRIVACY, _ACCESS),),
        span=Span("course/course.yml", 1),
    )


_PRIVACY = element("h2", "What is stored, and who sees it", "privacy") + paragraphs(
    "The course sets no cookies and asks no other server for anything. Inside a learning "
    "system it sends your place, your answers to scored questions, your score and your "
    "status, so that you can go on later and your trainer can see your result.",
    "What you write in the journal stays on this device. It is never sent. Anyone who uses "
    "this device can read it; you can delete it at any time.",
)
_ACCESS = element("h2", "Accessibility", "accessibility") + paragraphs(
    "Every page can be read without a mouse, without sound, enlarged to 400 %, and with a screen "
    "reader. Simulations have a text version, drawings a description. Nothing has a time limit.",
    "If something does not work for you, tell your training centre: it is the course’s fault.",
)
