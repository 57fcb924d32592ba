"""Pages made from the course itself, so that every target has them: text versions of simulations,
help, competency framework, glossary, sources, about.

They join the course as Lessons of kind "page". Their words stand in `words/`.
"""

from __future__ import annotations

from dataclasses import replace

from moocbuild.diagnostics import Span
from moocbuild.model.course import MADE_MODULE, Course, Module
from moocbuild.pages.about import about_page
from moocbuild.pages.framework import framework_page
from moocbuild.pages.glossary import glossary_page
from moocbuild.pages.help import help_page
from moocbuild.pages.reading import with_reading_versions
from moocbuild.pages.sources import sources_page
from moocbuild.words import words

MODULE = MADE_MODULE
"""Id of the module that holds the made pages."""


def add_pages(course: Course) -> Course:
    """The course with its made pages: text versions in place, the others in a last module."""
    say = words(course.language)
    modules = tuple(with_reading_versions(module, say) for module in course.modules)
    pages = [help_page(course), framework_page(course)]
    pages += [glossary_page(course)] if course.glossary else []
    pages += [sources_page(course)] if course.references else []
    about = Module(
        id=MODULE,
        title=say("about.title"),
        welcome=about_page(course),
        activities=tuple(pages),
        span=Span("course/course.yml", 1),
    )
    return replace(course, modules=(*modules, about))
