"""Texts → HTML of html blocks, tabs and the catalogue."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from moocbuild.formats.olx_html import html4
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Course
from moocbuild.model.language import direction
from moocbuild.model.richtext import Href, RichText
from moocbuild.targets.olx.words import words

if TYPE_CHECKING:
    import jinja2

Lists = Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the template fills in. notes stand before the body, lists after it."""

    language: str
    direction: str
    notes: Sequence[str] = ()
    body: Sequence[Markup] = ()
    lists: Lists = ()


def html(
    course: Course,
    texts: Iterable[RichText],
    href: Href,
    *,
    notes: Sequence[str] = (),
    lists: Lists = (),
) -> str:
    """One block of text."""
    page = Page(
        language=course.language,
        direction=direction(course.language),
        notes=notes,
        body=[Markup(text.bind(href)) for text in texts],
        lists=lists,
    )
    return html4(_template().render(page=page)) + "\n"


def notes(course: Course, content_notes: Sequence[str], minutes: int) -> list[str]:
    """What stands before a page."""
    say = words(course.language)
    told = [say.content_note.format(", ".join(content_notes))] if content_notes else []
    return told + ([say.minutes.format(minutes)] if minutes else [])


def footer(course: Course, refs: Iterable[CompetencyRef]) -> Lists:
    """The statements that a page works on."""
    lines = list(_statements(course, refs))
    return [(words(course.language).competencies, lines)] if lines else []


def plain(text: str) -> RichText:
    """A paragraph of plain words."""
    return RichText((Markup("<p>{}</p>").format(text),), text)


def _statements(course: Course, refs: Iterable[CompetencyRef]) -> Iterator[str]:
    for ref in refs:
        competency = course.framework.by_code.get(ref.code)
        if competency is not None:
            yield f"{competency.code}: {competency.statement}"


@functools.cache
def _template() -> jinja2.Template:
    import jinja2  # only where a page is written: it takes longer than the rest of a start

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")
