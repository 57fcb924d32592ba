"""From values to HTML: compiled templates, escaping always on, undefined names an error.

Knows no page. A template loops and shows what it is given; what is shown is decided in Python.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from moocbuild.model.course import Course
from moocbuild.model.richtext import Href, RichText
from moocbuild.player.html.names import links
from moocbuild.player.html.words import words

_TEMPLATES = Path(__file__).parent.parent / "templates"
# A whole tag, quoted attributes included, so that `<table` in a title is not taken for one.
_TAG = re.compile(r'<(?:[^">]|"[^"]*")*>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One course on its way to HTML: what every template needs."""

    course: Course
    href: Href
    words: Mapping[str, str]

    def html(self, text: RichText) -> Markup:
        """Text with its links resolved, safe to show: it was cleaned when it was read."""
        html = text.bind(self.href)
        return Markup(self._tables(html) if "<table" in html else html)

    def render(self, template: str, **values: object) -> Markup:
        """A template's HTML."""
        made = environment().get_template(template)
        return Markup(made.render(html=self.html, t=self.words, course=self.course, **values))

    def _tables(self, html: str) -> str:
        """Wide tables scroll in a frame of their own, which the keyboard can reach."""
        label = Markup('<div class="wide" role="group" tabindex="0" aria-label="{}">').format(
            self.words["table"]
        )

        def framed(match: re.Match[str]) -> str:
            tag = match[0]
            if tag.startswith("<table"):
                return f"{label}{tag}"
            return f"{tag}</div>" if tag == "</table>" else tag

        return _TAG.sub(framed, html)


def context(course: Course) -> Context:
    """The context of a course."""
    return Context(course=course, href=links(course), words=words(course.language))


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
