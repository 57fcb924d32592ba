"""The page about the course: who made it, its version and licence, what leaves the device."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Span
from moocbuild.model.course import Course, Lesson
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Content, Text, element, listed, paragraph, text
from moocbuild.pages.reviews import made_and_reviewed
from moocbuild.words import Words, words

PAGE = "about"


def about_page(course: Course) -> Lesson:
    """Facts only: everything here follows from the course and the player."""
    say = words(course.language)
    return Lesson(
        id=PAGE,
        title=say("about.title"),
        heading=say.heading("about.title"),
        kind="page",
        parts=(
            text(
                paragraph(course.description),
                listed("ul", _facts(course, say)),
                made_and_reviewed(course, say),
                _privacy(course, say),
                _access(course, say),
            ),
        ),
        span=Span("course/course.yml", 1),
    )


def _facts(course: Course, say: Words) -> Iterator[Content]:
    released = say.date(course.released)
    yield say.content("about.version", version=course.version, date=released)
    yield say.content(
        "about.authors", authors=say.quoted(say.joined(course.authors) or course.org)
    )
    yield say.content("about.licence", licence=course.licence)
    yield say.content("about.contents", parts=say.joined(_counted(course, say)))


def _counted(course: Course, say: Words) -> list[str]:
    pages = [page for module in course.modules for page in module.activities]
    counted = {
        "lessons": sum(isinstance(p, Lesson) and p.kind != "page" for p in pages),
        "simulations": sum(isinstance(page, Scenario) for page in pages),
        "questions": sum(question.scored for question in course.questions()),
        "competencies": len(course.framework.items),
    }
    return [say(f"about.{what}", n=n) for what, n in counted.items() if n]


def _privacy(course: Course, say: Words) -> Text:
    return text(
        element("h2", say.content("about.privacy"), id="privacy"),
        paragraph(say.content("about.privacy_system")),
        paragraph(say.content("about.privacy_device", course=course.id)),
        paragraph(say.content("about.privacy_journal")),
    )


def _access(course: Course, say: Words) -> Text:
    scenes = any(isinstance(page, Scenario) for page in course.pages())
    versions = say("about.access_versions") if scenes else ""
    return text(
        element("h2", say.content("about.access"), id="accessibility"),
        paragraph(say.content("about.access_made", versions=versions)),
        paragraph(say.content("about.access_checked")),
        paragraph(say.content("about.access_tell")),
    )
