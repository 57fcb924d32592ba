"""Addresses on the web that a course names: in its texts, sources and contacts."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urldefrag

from moocbuild.diagnostics import Span
from moocbuild.model.course import Course
from moocbuild.prose.course_prose import Prose
from moocbuild.prose.passages import elements


def addresses(prose: Prose) -> dict[str, Span]:
    """Each address with http or https, without what is behind a `#`, by its first place."""
    found: dict[str, Span] = {}
    for address, span in (*_in_texts(prose), *_listed(prose.course)):
        if address.startswith(("https://", "http://")):
            found.setdefault(urldefrag(address)[0], prose.where(address, span))
    return found


def _in_texts(prose: Prose) -> Iterator[tuple[str, Span]]:
    for page in prose.course.pages():
        for (name, attributes, _, line), span in elements(page, page.span):
            for key, value in attributes:
                if key == "href" and name in ("a", "card") and isinstance(value, str):
                    yield value, Span(span.path, line or span.line)


def _listed(course: Course) -> Iterator[tuple[str, Span]]:
    for reference in course.references:
        yield reference.url, reference.span
        if reference.doi:
            yield f"https://doi.org/{reference.doi}", reference.span
    for contact in course.contacts:
        yield contact.url, contact.span
