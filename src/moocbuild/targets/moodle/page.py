"""Lesson → mod_page: the author's HTML as it is, notes before it and competencies after it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from moocbuild.formats import xml
from moocbuild.formats.moodle import literal, name, record
from moocbuild.model.competency import Competency
from moocbuild.model.course import Course, Lesson, Module
from moocbuild.model.language import direction
from moocbuild.model.question import Question
from moocbuild.targets.moodle.text import Html, Writer
from moocbuild.targets.moodle.words import Words, words

if TYPE_CHECKING:
    import jinja2

_SHOW_NAME_ONLY = 'a:2:{s:10:"printintro";i:0;s:17:"printlastmodified";i:0;}'
_OPEN_IN_PLACE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around a text. lists: heading and lines; help: address of the help page."""

    notes: Sequence[str] = ()
    lists: Sequence[tuple[str, Sequence[str]]] = ()
    help: str = ""


def lesson(
    course: Course, page: Lesson, module: Module, taught: Sequence[Competency], writer: Writer
) -> Html:
    """The text of a page. Raises TypeError if it still holds a question (our bug)."""
    say = words(course.language)
    first = page is module.welcome
    lists: list[tuple[str, Sequence[str]]] = []
    if first and module.outcomes:
        lists.append((say.outcomes, module.outcomes))
    if taught:
        lines = [f"{competency.code}: {competency.statement}" for competency in taught]
        lists.append((say.competencies, lines))
    around = Around(notes=notes(say, page.content_notes, page.minutes), lists=lists)
    return framed(course, [_prose(part, page, writer) for part in page.parts], around)


def notes(say: Words, content_notes: Sequence[str], minutes: int) -> list[str]:
    """What to know before one begins."""
    found = [say.content_note.format(", ".join(content_notes))] if content_notes else []
    return found + ([say.minutes.format(minutes)] if minutes else [])


def framed(course: Course, texts: Iterable[Html], around: Around) -> Html:
    """Texts with what stands around them, in the course's language and direction."""
    texts = list(texts)
    markup = _template().render(
        language=course.language,
        direction=direction(course.language),
        notes=[Markup(literal(str(Markup.escape(note)))) for note in around.notes],
        body=[Markup(text.markup) for text in texts],
        lists=[
            (_safe(heading), [_safe(line) for line in lines]) for heading, lines in around.lists
        ],
        help=Markup(around.help),
        help_words=words(course.language).help,
    )
    return Html(markup, tuple(dict.fromkeys(href for text in texts for href in text.media)))


def body(instance: int, page: Lesson, content: Html, created: int) -> xml.Element:
    """The page's own element."""
    return record(
        "page",
        instance,
        {
            "name": name(page.title),
            "intro": "",
            "introformat": 1,
            "content": content.markup,
            "contentformat": 1,
            "legacyfiles": 0,
            "legacyfileslast": None,
            "display": _OPEN_IN_PLACE,
            "displayoptions": _SHOW_NAME_ONLY,
            "revision": 1,
            "timemodified": created,
        },
    )


def anchors(page: Lesson) -> frozenset[str]:
    """The ids in a page's text, to which links may lead."""
    texts = "".join(
        part
        for text in page.parts
        if not isinstance(text, Question)
        for part in text.parts
        if isinstance(part, str)
    )
    return frozenset(_ID.findall(texts))


_ID = re.compile(r'<[^>]*?\bid="([^"]*)"')


def _prose(part: object, page: Lesson, writer: Writer) -> Html:
    if isinstance(part, Question):
        raise TypeError(f"{page.id}: a Moodle page cannot hold a question")
    assert not isinstance(part, str | Question)
    return writer.html(part)  # type: ignore[arg-type]


def _safe(text: str) -> Markup:
    return Markup(literal(str(Markup.escape(text))))


@functools.cache
def _template() -> jinja2.Template:
    import jinja2  # only where a page is written: it takes longer than the rest of a start

    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined
    )
    return environment.get_template("page.html")
