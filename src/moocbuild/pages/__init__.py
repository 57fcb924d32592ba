"""Pages made from the course itself, so that every target has them: text versions of simulations,
help, competency framework, glossary, sources, about.

They join the course as Lessons of kind "page", where the course has what they show or asks for
them, unless its author has switched them off or written them. Their words stand in `words/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from moocbuild.diagnostics import Span
from moocbuild.model.course import MADE_MODULE, Course, Lesson, MadePage, Module
from moocbuild.pages.about import ABOUT, about_page
from moocbuild.pages.framework import framework_page
from moocbuild.pages.glossary import glossary_page
from moocbuild.pages.help import help_page
from moocbuild.pages.left import own_words
from moocbuild.pages.reading import with_reading_versions
from moocbuild.pages.sources import sources_page
from moocbuild.words import words

MODULE = MADE_MODULE
"""Id of the module that holds the made pages."""


def add_pages(course: Course) -> Course:
    """The course with its made pages: text versions in place, the others in a last module."""
    say = words(course.language)
    finish = partial(own_words, course=course)
    modules = tuple(with_reading_versions(module, say, finish) for module in course.modules)
    pages = [own_words(page, course) for page in _made(course)]
    if not pages:
        return replace(course, modules=modules)
    about = Module(
        id=MODULE,
        title=say("about.title"),
        welcome=pages[0],
        activities=tuple(pages[1:]),
        span=Span("course/course.yml", 1),
    )
    return replace(course, modules=(*modules, about))


def _made(course: Course) -> Iterator[Lesson]:
    """What is made of what the course has, or written in its place by its author."""
    made = course.made
    if about := about_page(course):
        yield about
    makers: Mapping[MadePage, tuple[bool, Callable[[Course], Lesson]]] = {
        "help": (made.asked.get("help", False), help_page),
        "framework": (bool(course.framework.by_code), framework_page),
        "glossary": (bool(course.glossary), glossary_page),
        "sources": (bool(course.references), sources_page),
    }
    for name, (there, make) in makers.items():
        if own := made.written(name):
            yield own
        elif there and made.wants(name, there=True):
            yield make(course)
    yield from (page for page in made.own if page.id not in {*ABOUT, *makers})
