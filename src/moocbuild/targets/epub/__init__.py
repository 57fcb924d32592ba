"""EPUB 3.3: the course as a book for e-readers, quizzes to read with their answers."""

from __future__ import annotations

from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.target import KEPT, Feature, Target, degraded, lost


def _render(course: Course) -> Package:
    from moocbuild.targets.epub.book import package  # not before somebody asks for a book

    return package(course)


_ALONE = lost("a book tells nobody what was read")
TARGETS = (
    Target(
        name="epub",
        title="EPUB 3.3 (e-book)",
        suffix=".epub",
        interactions=frozenset(),
        fates={
            Feature.READING_VERSION: KEPT,
            Feature.LINKS: degraded("files to download are named in words; all others lead there"),
            Feature.IMAGES: degraded("AVIF, which readers need not know, becomes its description"),
            Feature.CAPTIONS: KEPT,
            Feature.POSTERS: KEPT,
            Feature.FILMS_ELSEWHERE: degraded("are links to the other site"),
            Feature.TABS: degraded("unfold one below the other"),
            Feature.COMPETENCIES: degraded("stand under pages, in words"),
            Feature.MADE_PAGES: KEPT,
            Feature.THEME: degraded(
                "its cover is that of the book; all else is the reader's look"
            ),
            Feature.PROGRESS: _ALONE,
            Feature.COMPLETION: _ALONE,
        },
        render=_render,
        on_request=True,
    ),
)
