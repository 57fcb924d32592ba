"""The help page: what to do now. It leads somewhere by itself, also where no line is confirmed.

Only confirmed contacts are ever shown. A course about crisis says more: what to tell, where to go,
and public directories, which are links and open only on a click.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moocbuild.diagnostics import Span
from moocbuild.model.course import Contact, Course, Lesson
from moocbuild.model.text import (
    EMPTY,
    Content,
    Element,
    Text,
    element,
    listed,
    paragraph,
    text,
)
from moocbuild.words import Words, words
from moocbuild.words.crisis import about_crisis

PAGE = "help"


def help_page(course: Course) -> Lesson:
    """Danger, somewhere to go, someone to talk to, rest: each with the lines that there are."""
    say = words(course.language)
    return Lesson(
        id=PAGE,
        title=say("help.title"),
        heading=say.heading("help.title"),
        kind="page",
        parts=(text(*(_crisis(course, say) if about_crisis(course) else _plain(course, say))),),
        span=Span("course/contacts.yml", 1),
    )


def _plain(course: Course, say: Words) -> Iterator[Content]:
    yield text(_danger(say), _emergency(course, say))
    yield text(_heading(say, "talk"), _talking(course, say), _line(say, "trust"))
    yield text(_pause(say), _line(say, "no_service"))


def _crisis(course: Course, say: Words) -> Iterator[Content]:
    yield text(_danger(say), _line(say, "suicide"), _emergency(course, say), _call(say), _go(say))
    yield text(_heading(say, "talk"), _talking(course, say), _line(say, "trust"), _find(say))
    yield text(_pause(say), _line(say, "way_round"), _line(say, "no_service"))


def _heading(say: Words, name: str, level: str = "h2") -> Element:
    return element(level, say.content(f"help.{name}"), id=name)


def _line(say: Words, name: str) -> Element:
    return paragraph(say.content(f"help.{name}"))


def _lines(say: Words, *names: str) -> Text:
    return listed("ul", (say.content(f"help.{name}") for name in names))


# --- the lines that there are ---------------------------------------------------------------


def _emergency(course: Course, say: Words) -> Text:
    return _table((line for line in course.help_lines() if line.emergency), say)


def _talking(course: Course, say: Words) -> Text:
    return _table((line for line in course.help_lines() if not line.emergency), say)


def _table(lines: Iterable[Contact], say: Words) -> Text:
    rows = [_row(line, say) for line in lines]
    if not rows:
        return EMPTY
    names = (say.content(f"help.{name}") for name in ("country", "number", "who", "when"))
    head = element("tr", *(element("th", name, scope="col") for name in names))
    return text(element("table", element("thead", head), element("tbody", *rows)))


def _row(contact: Contact, say: Words) -> Element:
    who = contact.operator or _role(contact.role, say)
    number = element("bdi", contact.number, dir="ltr") if say.right_to_left else contact.number
    cells = (contact.country, number, who, contact.hours)
    return element("tr", *(element("td", cell) for cell in cells))


def _role(role: str, say: Words) -> Content:
    """What a line is for; an author's own word where it is none of ours."""
    return say.content(f"role.{role}") if f"role.{role}" in say else role.replace("_", " ")


# --- what every help page says --------------------------------------------------------------


def _danger(say: Words) -> Text:
    number = element("a", "112", href="tel:112")
    return text(_heading(say, "danger"), paragraph(say.content("help.danger_call", number=number)))


def _pause(say: Words) -> Text:
    return text(_heading(say, "pause"), _line(say, "pause_any"))


# --- what that of a course about crisis says besides ------------------------------------------


def _call(say: Words) -> Text:
    told = _lines(say, "call_free", "call_asks", "call_sends", "call_stay", "call_language")
    return text(_heading(say, "call", "h3"), told)


def _go(say: Words) -> Text:
    return text(_heading(say, "go"), _lines(say, "go_hospital", "go_doctor", "go_with"))


def _find(say: Words) -> Text:
    sites = (
        _directory(say, "findahelpline.com", "Find a Helpline", "country"),
        _directory(say, "befrienders.org", "Befrienders Worldwide", "listen"),
    )
    return text(
        _heading(say, "find", "h3"),
        _line(say, "find_lead"),
        listed("ul", sites),
        _line(say, "find_busy"),
    )


def _directory(say: Words, address: str, name: str, what: str) -> Content:
    site = element("a", name, href=f"https://{address}")
    told = say(f"help.find_{what}")
    return say.content("help.find_site", site=site, address=address, what=told)
