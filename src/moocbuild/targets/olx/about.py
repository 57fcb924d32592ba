"""The catalogue's page of the course, and its tabs: help, framework, about and privacy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moocbuild.model.course import Course, Lesson
from moocbuild.model.text import Element, Text, paragraph
from moocbuild.package import Content
from moocbuild.render.surroundings import facts
from moocbuild.targets.olx import page
from moocbuild.targets.olx.names import Places
from moocbuild.words import words

_TABS = {"help": "help", "framework": "framework", "about": "privacy"}
"""Page id → slug of its tab, in order."""
_PLATFORM: Sequence[tuple[str, str, dict[str, object]]] = (
    ("courseware", "course", {}),
    ("progress", "progress", {}),
    ("dates", "dates", {}),
    ("discussion", "discussion", {"is_hidden": True}),
    ("wiki", "wiki", {"is_hidden": True}),
)
"""Tabs that are the platform's: type, word, what else is said of them."""


def files(course: Course, places: Places) -> dict[str, Content]:
    """about/*.html and tabs/*.html; no effort, which the platform takes for hours a week.

    What is not among about/*.html stays as the team wrote it in Studio (measured). The short
    description is plain text: the platform shows it as it is, also to other sites and in its API.
    """
    made: dict[str, Content] = {}
    if course.settings.olx.about:
        overview = page.html(course, _overview(course), places.href())
        made["about/overview.html"] = _text(overview)
    if course.settings.olx.about and course.description:
        made["about/short_description.html"] = _text(course.description)
    for shown, slug in _shown(course):
        texts = [part for part in shown.parts if isinstance(part, Text)]
        made[f"tabs/{slug}.html"] = _text(page.html(course, texts, places.href(shown.id)))
    return made


def tabs(course: Course) -> list[dict[str, object]]:
    """The row of tabs. A forum is the platform's to offer; a wiki has no one to look after it."""
    say = words(course.language)
    rows: list[dict[str, object]] = [
        {"type": type, "name": say(f"olx.tab_{name}"), **hidden}
        for type, name, hidden in _PLATFORM
    ]
    for shown, slug in _shown(course):
        name = say("olx.privacy") if slug == "privacy" else shown.title
        rows.append({"type": "static_tab", "name": name, "url_slug": slug})
    return [{"course_staff_only": False, **row} for row in rows]


def _shown(course: Course) -> Iterator[tuple[Lesson, str]]:
    found = {lesson.id: lesson for lesson in course.pages() if isinstance(lesson, Lesson)}
    for id, slug in _TABS.items():
        if id in found:
            yield found[id], slug


def _overview(course: Course) -> list[Element]:
    return [paragraph(fact) for fact in facts(course)]


def _text(html: str) -> bytes:
    return html.encode("utf-8", "replace")
