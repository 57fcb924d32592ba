"""Lesson → an HTML page that is still itself after an LMS has cleaned it.

No script, style, form or SVG element, nothing that hangs on `id` or `aria-*`: Moodle 4.5 and 5.1
drop them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import escape

from moocbuild.model.course import Course, Lesson, Module, Quiz
from moocbuild.model.language import direction
from moocbuild.model.text import Content, Href, Ref, Text, paragraph, text
from moocbuild.package.memo import once
from moocbuild.render.foreign_style import block
from moocbuild.render.surroundings import Lists, before, competencies, facts, outcomes, surrounded
from moocbuild.targets.common_cartridge.edition import Edition
from moocbuild.words import Words, words
from moocbuild.words.statement import statement

_FRAME = """\
<!DOCTYPE html>
<html lang="%s" dir="%s">
<head>
<meta charset="utf-8">
<title>%s</title>
</head>
<body>
%s
</body>
</html>
"""


Links = Callable[[str], Href]
"""Addresses of media by a pattern, whose `{}` is a path."""

_FOLDER = "\0"
"""Before the path of a file, until it is known which edition names it."""


def lesson(course: Course, edition: Edition, page: Lesson, links: Links) -> bytes:
    """The page of a lesson. Raises TypeError if it still holds a question (our bug)."""

    def whole() -> Text:
        notes = _notes(words(course.language), page.content_notes, page.minutes)
        return _around(course, _texts(page), notes, _footer(course, page))

    return _html(course, edition, page.title, _shared(course, edition, page, whole, links))


def welcome(course: Course, edition: Edition, module: Module, links: Links) -> bytes:
    """The first page of a module: also what learners will be able to do."""
    page = module.welcome
    states = module is course.modules[0] and not edition.welcome

    def whole() -> Text:
        say = words(course.language)
        notes = _notes(say, page.content_notes or module.content_notes, page.minutes)
        if states:
            notes = [*notes, *filter(None, [statement(course)])]
        lists = [*outcomes(course, module), *_footer(course, page)]
        return _around(course, _texts(page), notes, lists)

    if states:
        body = edition.pages.html(whole(), links(edition.page_media))
    else:
        body = _shared(course, edition, page, whole, links)
    return _html(course, edition, page.title, body)


def before_quiz(course: Course, edition: Edition, quiz: Quiz, links: Links) -> bytes:
    """What a quiz says before its first question: importers drop its introduction."""
    notes = _notes(words(course.language), quiz.content_notes, quiz.minutes)
    whole = _around(course, [quiz.intro], notes, [])
    return _html(course, edition, quiz.title, edition.pages.html(whole, links(edition.page_media)))


def about(course: Course, edition: Edition) -> bytes:
    """A page that says which course this is."""
    whole = _around(course, [paragraph(fact) for fact in facts(course)], [], [])
    return _html(course, edition, course.title, edition.pages.html(whole, lambda ref: None))


def _shared(
    course: Course, edition: Edition, page: Lesson, whole: Callable[[], Text], links: Links
) -> str:
    """The text of a page, written once for all editions where it is the same in them.

    They name folders differently, and guard signs of HTML: text that has any is written anew.
    """

    def plainly() -> tuple[Lesson, str, bool]:
        named: list[str] = []
        marked = links(f"{_FOLDER}{{}}")

        def href(ref: Ref) -> str | None:
            address = marked(ref)
            named.extend([address] if address else [])
            return address

        made = edition.shared.html(whole(), href)
        return page, made, made.count(_FOLDER) == len(named)

    key = ("cartridge-page", id(page), course.language)
    _, body, sound = once(key, plainly, lambda made: len(made[1]))
    if sound and (edition.pages is edition.shared or "&" not in body):
        return body.replace(_FOLDER, edition.page_media.format(""))
    return edition.pages.html(whole(), links(edition.page_media))


def _around(
    course: Course, texts: Iterable[Content], notes: Sequence[Content], lists: Lists
) -> Text:
    whole = surrounded(texts, notes=notes, lists=lists)
    return text(block(course.language, whole, edge="right"))


def _texts(page: Lesson) -> list[Text]:
    return [_prose(part, page.id) for part in page.parts]


def _prose(part: object, page_id: str) -> Text:
    if isinstance(part, Text):
        return part
    raise TypeError(f"{page_id}: a cartridge page cannot hold a question")


def _notes(say: Words, content_notes: Sequence[str], minutes: int) -> list[Content]:
    return before(say, "around.content_note", content_notes, minutes)


def _footer(course: Course, page: Lesson) -> Lists:
    return competencies(course, (ref.code for ref in page.competencies))


def _html(course: Course, edition: Edition, title: str, body: str) -> bytes:
    language = course.language
    named = edition.pages.words(title) if edition.pages.words else title
    framed = (escape(language), direction(language), escape(named), body)
    return (_FRAME % framed).encode("utf-8", "replace")
