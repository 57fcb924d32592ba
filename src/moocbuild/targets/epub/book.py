"""A course as a book: its pages in reading order, and the media that they show."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from moocbuild.formats import epub
from moocbuild.formats.epub import File
from moocbuild.model.asset import Asset
from moocbuild.model.course import Activity, Course, Lesson, Module
from moocbuild.model.language import direction
from moocbuild.model.text import Href, Text, listed, page_link, paragraph, text
from moocbuild.package import Content, Package
from moocbuild.package.names import media_files
from moocbuild.render.surroundings import before, competencies, facts, surrounded
from moocbuild.render.xhtml import MATHML, STYLE, document, file_of, links
from moocbuild.words import words

SHEET = "style.css"


def package(course: Course) -> Package:
    """The book. Its course has been lowered: every page is there to read."""
    pages, media = dict(_pages(course)), dict(_media(course))
    others = [File(name=SHEET, type="text/css"), *media]
    about = _about(course)
    made: dict[str, Content] = {
        **pages,
        **{file.name: asset for file, asset in media.items()},
        SHEET: STYLE,
        "nav.xhtml": _nav(course),
        "book.opf": epub.package(about, [_page(*each) for each in pages.items()], others),
    }
    first: dict[str, Content] = {"mimetype": epub.TYPE, "META-INF/container.xml": epub.CONTAINER}
    inner = {f"EPUB/{name}": content for name, content in made.items()}
    return Package({**first, **inner}, first=("mimetype",))


def _about(course: Course) -> epub.About:
    known = uuid.uuid5(uuid.NAMESPACE_URL, f"urn:moocbuild:{course.id}:{course.language}")
    return epub.About(
        id=known.urn,
        title=course.title,
        language=course.language,
        direction=direction(course.language),
        changed=f"{course.released.isoformat()}T00:00:00Z",
        creators=course.authors,
        description=course.description,
        rights=course.licence,
    )


def _pages(course: Course) -> Iterator[tuple[str, bytes]]:
    language, href = course.language, _href(course)
    first = text(*map(paragraph, facts(course)))
    yield "title.xhtml", document(language, course.title, first, href, SHEET)
    for module in course.modules:
        for page in module.pages():
            assert isinstance(page, Lesson), page.id
            named = (page.title, _whole(course, module, page), href, SHEET, page.heading)
            yield file_of(page.id), document(language, *named)


def _whole(course: Course, module: Module, page: Lesson) -> Text:
    say = words(course.language)
    lists = [*competencies(course, (ref.code for ref in page.competencies))]
    if page is module.welcome and module.outcomes:
        lists.insert(0, (say.content("around.outcomes"), module.outcomes))
    notes = before(say, "around.content_note", page.content_notes, page.minutes)
    return surrounded(_texts(page), notes=notes, lists=lists)


def _texts(page: Activity) -> list[Text]:
    parts = page.parts if isinstance(page, Lesson) else ()
    return [part for part in parts if isinstance(part, Text)]


def _page(name: str, data: bytes) -> File:
    return File(name=name, type=epub.PAGE, properties="mathml" * (MATHML.encode() in data))


def _media(course: Course) -> Iterator[tuple[File, Asset]]:
    paths, cover = media_files(course), course.theme.cover
    for href, asset in course.assets.items():
        kind, shown = asset.media_type, "cover-image" * bool(cover and cover.href == href)
        if kind in epub.IMAGES or kind.startswith(epub.PLAYED):
            yield File(name=paths[href], type=kind, properties=shown), asset


def _nav(course: Course) -> bytes:
    """Titles as pages have them: words of another language say so."""
    say = words(course.language)
    whole = text(epub.contents(listed("ol", map(_entry, course.modules))))
    heading = say.heading("page.contents")
    return document(course.language, say("page.contents"), whole, _href(course), SHEET, heading)


def _entry(module: Module) -> Text:
    pages = (page for page in module.activities if isinstance(page, Lesson))
    below = listed("ol", (page_link(page.id, page.heading or page.title) for page in pages))
    return text(page_link(module.welcome.id, module.welcome.heading or module.title), below)


def _href(course: Course) -> Href:
    return links(media_files(course), {page.id: _texts(page) for page in course.pages()})
