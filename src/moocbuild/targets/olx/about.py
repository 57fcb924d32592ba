"""The catalogue's page of the course, and its tabs: help, framework, about and privacy."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.model.course import Course, Lesson
from moocbuild.model.text import Element, Text, paragraph
from moocbuild.package import Content
from moocbuild.targets.olx import page
from moocbuild.targets.olx.names import Places
from moocbuild.targets.olx.words import words

_TABS = {"help": "help", "framework": "framework", "about": "privacy"}
"""Page id → slug of its tab, in order."""


def files(course: Course, places: Places) -> dict[str, Content]:
    """about/*.html and tabs/*.html."""
    made: dict[str, Content] = {
        "about/overview.html": _text(page.html(course, _overview(course), places.href())),
        "about/short_description.html": _text(_short(course)),
    }
    minutes = sum(module.minutes for module in course.modules)
    if minutes:
        made["about/effort.html"] = _text(f"{minutes // 60}:{minutes % 60:02}")
    for shown, slug in _shown(course):
        texts = [part for part in shown.parts if isinstance(part, Text)]
        made[f"tabs/{slug}.html"] = _text(page.html(course, texts, places.href(shown.id)))
    return made


def tabs(course: Course) -> list[dict[str, object]]:
    """The row of tabs. A forum is the platform's to offer; a wiki has no one to look after it."""
    rows: list[dict[str, object]] = [
        {"type": "courseware", "name": "Course"},
        {"type": "progress", "name": "Progress"},
        {"type": "dates", "name": "Dates"},
        {"type": "discussion", "name": "Discussion", "is_hidden": True},
        {"type": "wiki", "name": "Wiki", "is_hidden": True},
    ]
    say = words(course.language)
    for shown, slug in _shown(course):
        name = say.privacy if slug == "privacy" else shown.title
        rows.append({"type": "static_tab", "name": name, "url_slug": slug})
    return [{"course_staff_only": False, **row} for row in rows]


def _shown(course: Course) -> Iterator[tuple[Lesson, str]]:
    found = {lesson.id: lesson for lesson in course.pages() if isinstance(lesson, Lesson)}
    for id, slug in _TABS.items():
        if id in found:
            yield found[id], slug


def _overview(course: Course) -> list[Element]:
    say = words(course.language)
    lines = [course.description, say.version.format(course.version, course.released.isoformat())]
    lines += [say.authors.format(", ".join(course.authors))] if course.authors else []
    lines += [say.licence.format(course.licence)] if course.licence else []
    lines += [course.stated()]
    return [paragraph(line) for line in lines if line]


def _short(course: Course) -> str:
    """Plain text: the platform shows it as it is, also to other sites and in its API."""
    return course.description or course.title


def _text(html: str) -> bytes:
    return html.encode("utf-8", "replace")
