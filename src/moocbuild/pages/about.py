"""The page about the course: who made it, its version and licence; privacy and accessibility."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moocbuild import __version__
from moocbuild.diagnostics import Span
from moocbuild.model.course import Activity, Course, Lesson, MadePage
from moocbuild.model.language import autonym
from moocbuild.model.marks import key_of_value, made
from moocbuild.model.plain import PLAIN
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import (
    EMPTY,
    Content,
    Element,
    Nodes,
    Text,
    attribute,
    element,
    listed,
    paragraph,
    rewrite,
    text,
    walk,
)
from moocbuild.model.walk import texts
from moocbuild.pages.reviews import made_and_reviewed
from moocbuild.words import Words, words

PAGE = "about"
ABOUT: tuple[MadePage, ...] = ("about", "privacy", "accessibility")
"""What stands on this page, each if the course has it or asks for it."""


def about_page(course: Course) -> Lesson | None:
    """The page, or None where an author has switched off all that would be on it."""
    say = words(course.language)
    own = course.made.written("about")
    first = own.parts if own else (_facts(course, say),)
    parts = [*(part for part in first if part), _privacy(course, say), _access(course, say)]
    if not any(parts):
        return None
    written = [page for page in course.made.own if page.id in ABOUT]
    return Lesson(
        id=PAGE,
        title=own.title if own else say("about.title"),
        heading=own.heading if own else say.heading("about.title"),
        kind="page",
        parts=tuple(part for part in parts if part),
        content_notes=own.content_notes if own else (),
        hosts=tuple(sorted({host for page in written for host in page.hosts})),
        uses=tuple(sorted({each for page in written for each in page.uses})),
        span=own.span if own else Span("course/course.yml", 1),
    )


def _facts(course: Course, say: Words) -> Text:
    """All of it follows from the course."""
    if not course.made.wants("about", there=True):
        return EMPTY
    return text(
        paragraph(course.description) if course.description else EMPTY,
        listed("ul", _lines(course, say)),
        made_and_reviewed(course, say),
    )


def _lines(course: Course, say: Words) -> Iterator[Content]:
    released = say.date(course.released)
    yield say.content("about.version", version=course.version, date=released)
    if course.authors:
        yield say.content("about.authors", authors=say.quoted(say.joined(course.authors)))
    if course.licence:
        yield say.content("about.licence", licence=say.quoted(course.licence))
    if counted := _counted(course, say):
        yield say.content("about.contents", parts=say.joined(counted))
    far = course.translation
    if far and far.done < far.total:
        language = element("span", autonym(far.language) or far.language, lang=far.language)
        done, total = str(far.done), str(far.total)
        yield say.content("about.translation", done=done, total=total, language=language)


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
    own = course.made.written("privacy")
    if own:
        return _section(own)
    hosts = course.hosts()
    if not course.made.wants("privacy", there=bool(course.statements.privacy or hosts)):
        return EMPTY
    return text(
        element("h2", say.content("about.privacy"), id="privacy"),
        paragraph(say.content("about.privacy_system")),
        paragraph(say.content("about.privacy_device", course=course.id)),
        paragraph(say.content("about.privacy_journal")),
        *_films(hosts, say),
        *_said(course.statements.privacy),
    )


def _films(hosts: Sequence[str], say: Words) -> Iterator[Element]:
    if hosts:
        yield paragraph(say.content("about.privacy_films", hosts=say.listed(hosts)))


def _access(course: Course, say: Words) -> Text:
    own = course.made.written("accessibility")
    if own:
        return _section(own)
    if not course.made.wants("accessibility", there=bool(course.statements.accessibility)):
        return EMPTY
    return text(
        element("h2", say.content("about.access"), id="accessibility"),
        *_said(course.statements.accessibility),
        paragraph(say.content("about.access_checked", version=__version__)),
        listed("ul", (say.content(f"about.access_{what}") for what in _checked(course))),
    )


def _checked(course: Course) -> Iterator[str]:
    """What a course cannot be built without, of that which it has."""
    found = {name for page in course.pages() for name in _held(page)}
    for what, name in _HOLDS.items():
        if name in found:
            yield "films_here" if what == "films" and course.hosts() else what
    if any(isinstance(page, Scenario) for page in course.pages()):
        yield "versions"
    yield "links"


def _held(page: Activity) -> Sequence[str]:
    """Which of these a page holds, looked for now or before."""
    return made("held", key_of_value(page), PLAIN, lambda: tuple(sorted(_found(page) & _NAMES)))


def _found(page: Activity) -> set[str]:
    every = (each for t in texts(page) for each in walk(t.nodes))
    return {attribute(each, "kind") if each[0] == "player" else each[0] for each in every}


_HOLDS = {"pictures": "img", "films": "video", "sounds": "audio"}
"""What is checked → the element, or the kind of player."""
_NAMES = frozenset(_HOLDS.values())


def _said(words: str) -> tuple[Element, ...]:
    return (paragraph(words),) if words else ()


def _section(page: Lesson) -> Text:
    """An author's page as a section of this one: its title is a heading, others stand below."""
    parts = (Text(rewrite(part.nodes, _LOWER)) for part in page.parts if isinstance(part, Text))
    return text(element("h2", page.title, id=page.id), *parts)


def _lowered(found: Element) -> Nodes:
    return ((f"h{min(6, int(found[0][1]) + 1)}", *found[1:]),)


_LOWER = {f"h{level}": _lowered for level in range(2, 6)}
