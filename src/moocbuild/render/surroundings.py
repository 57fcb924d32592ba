"""What systems that show no page of ours put around a text: notes before it, lists after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from moocbuild.model.course import Course, Module
from moocbuild.model.language import direction, primary
from moocbuild.model.text import Content, Element, Text, element, paragraph, text, with_attributes
from moocbuild.words import Words, words
from moocbuild.words.statement import statement

Lists = Sequence[tuple[Content, Sequence[Content]]]
"""Headings, each with its lines."""


def surrounded(
    texts: Iterable[Content],
    *,
    notes: Iterable[Content] = (),
    lists: Lists = (),
    heading: str = "h2",
) -> Text:
    """The texts with `notes` before them and `lists`, each under a `heading`, after them."""
    return text(*map(_note, notes), *texts, *_listed(lists, heading))


def before(say: Words, note: str, content_notes: Sequence[str], minutes: int) -> list[Content]:
    """What to know before one begins; note: the key of the word for content notes."""
    named = say.listed(content_notes)
    found = [say.content(note, notes=named)] if content_notes else []
    return found + ([say.content("around.minutes", n=minutes)] if minutes else [])


def competencies(course: Course, codes: Iterable[str]) -> Lists:
    """What a page works on, by codes; those that the framework has not are left out."""
    say = words(course.language)
    known = course.framework.by_code
    found = [known[code] for code in codes if code in known]
    colon = say("page.colon")
    lines = [_line(f"{each.code}{colon}", each.statement, course) for each in found]
    return [(say.content("around.competencies"), lines)] if lines else []


def outcomes(course: Course, module: Module) -> Lists:
    """What learners can do after a module."""
    if not module.outcomes:
        return []
    lines = [_own(each, course) for each in module.outcomes]
    return [(words(course.language).content("around.outcomes"), lines)]


def _line(code: str, statement: str, course: Course) -> Content:
    """The words of a framework, marked where they are in another language than the course."""
    language = course.framework.language
    if not language or primary(language) == primary(course.language):
        return code + statement
    way = direction(language)
    turned = way if way != direction(course.language) else ""
    return text(code, element("span", statement, lang=language, dir=turned))


def facts(course: Course) -> Iterator[Content]:
    """What a course says of itself, a paragraph each."""
    say = words(course.language)
    released = say.date(course.released)
    yield from filter(None, [course.description])
    yield say.content("around.version", version=course.version, date=released)
    if course.authors:
        yield say.content("around.authors", authors=say.quoted(say.joined(course.authors)))
    if course.licence:
        yield say.content("around.licence", licence=say.quoted(course.licence))
    yield from filter(None, [statement(course)])


def _own(line: str, course: Course) -> Content:
    """A line that says its language if nobody has translated it yet."""
    marks = course.own_marks(line)
    return with_attributes(element("span", line), **marks) if marks else line


def _note(words: Content) -> Element:
    return paragraph(element("em", words))


def _listed(lists: Lists, heading: str) -> Iterator[Element]:
    for title, lines in lists:
        yield element(heading, title)
        yield element("ul", *(element("li", line) for line in lines))
