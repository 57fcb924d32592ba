"""From values to HTML: compiled templates, escaping always on, undefined names an error.

Knows no page. A template loops and shows what it is given; what is shown is decided in Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from moocbuild.model.course import Course
from moocbuild.model.text import Href, Text
from moocbuild.player.html.dialect import dialect
from moocbuild.player.html.names import links
from moocbuild.player.html.words import words
from moocbuild.render import Dialect

_TEMPLATES = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One course on its way to HTML: what every template needs."""

    course: Course
    href: Href
    words: Mapping[str, str]
    dialect: Dialect

    def html(self, text: Text) -> Markup:
        """Text with its links resolved, safe to show: a tree holds no markup."""
        return Markup(self.dialect.html(text, self.href))

    def render(self, template: str, **values: object) -> Markup:
        """A template's HTML."""
        made = environment().get_template(template)
        return Markup(made.render(html=self.html, t=self.words, course=self.course, **values))


def context(course: Course) -> Context:
    """The context of a course."""
    said = words(course.language)
    return Context(course=course, href=links(course), words=said, dialect=dialect(said["table"]))


@cache
def environment() -> Environment:
    """Jinja2 for HTML only; templates are compiled once a process."""
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
