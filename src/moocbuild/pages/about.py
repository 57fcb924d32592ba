"""The page about the course: who made it, its version and licence, what leaves the device."""

from __future__ import annotations

from moocbuild.diagnostics import Span
from moocbuild.model.course import Course, Lesson
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Text, element, listed, paragraph, text
from moocbuild.pages.reviews import made_and_reviewed

PAGE = "about"


def about_page(course: Course) -> Lesson:
    """Facts only: everything here follows from the course and the player."""
    authors = ", ".join(course.authors) or course.org
    facts = listed(
        "ul",
        (
            f"Version {course.version}, released {course.released.isoformat()}",
            f"By {authors}",
            f"Licence of the course text: {course.licence}",
            _contents(course),
        ),
    )
    return Lesson(
        id=PAGE,
        title="About this course",
        kind="page",
        parts=(
            text(
                paragraph(course.description),
                facts,
                made_and_reviewed(course),
                _privacy(course),
                _access(course),
            ),
        ),
        span=Span("course/course.yml", 1),
    )


def _contents(course: Course) -> str:
    pages = [page for module in course.modules for page in module.activities]
    counted = {
        "lessons and cases": sum(isinstance(p, Lesson) and p.kind != "page" for p in pages),
        "simulations": sum(isinstance(page, Scenario) for page in pages),
        "questions": sum(question.scored for question in course.questions()),
        "competencies": len(course.framework.items),
    }
    parts = [f"{n} {what}" for what, n in counted.items() if n]
    return f"In it: {', '.join(parts)}"


def _privacy(course: Course) -> Text:
    told = (line.format(course=course.id) for line in _PRIVACY)
    return text(
        element("h2", "What is stored, and who sees it", id="privacy"), *map(paragraph, told)
    )


def _access(course: Course) -> Text:
    scenes = any(isinstance(page, Scenario) for page in course.pages())
    versions = "Simulations have a text version. " if scenes else ""
    told = (line.format(versions=versions) for line in _ACCESS)
    return text(element("h2", "Accessibility", id="accessibility"), *map(paragraph, told))


_PRIVACY = (
    "The course sets no cookies and asks no other server for anything. Inside a learning "
    "system it sends your place, your answers to scored questions, your score and your "
    "status, so that you can go on later and your trainer can see your result. It does not "
    "send your name.",
    "Where the course runs as pages of its own, this device keeps your place, your results, "
    "how you like the pages to look, and what you write, under names that begin with "
    "“moocbuild:{course}”. The journal page has a switch for computers that others use: "
    "then nothing is kept here.",
    "What you write in the journal stays on this device. It is never sent. Anyone who uses "
    "this device can read it; you can save it as a file and delete it at any time. The name "
    "that you type on the completion page is not kept at all.",
)
_ACCESS = (
    "The pages are made to meet WCAG 2.2, level AA. Every page can be read without a mouse, "
    "without sound, enlarged to 400 %, in the dark, on paper, and with a screen reader. "
    "{versions}Drawings have a description. Nothing has a time limit, nothing moves by itself.",
    "This is checked by programs on every page of each release. Programs do not find "
    "everything: people who use screen readers have not tested this release yet.",
    "If something does not work for you, tell your training centre: it is the course’s fault.",
)
