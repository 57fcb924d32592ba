"""Lesson → an HTML page that is still itself after an LMS has cleaned it.

No script, style, form or SVG element, nothing that hangs on `id` or `aria-*`: Moodle 4.5 and 5.1
drop them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import escape

from moocbuild.model.course import Course, Lesson, Module, Quiz
from moocbuild.model.language import direction
from moocbuild.model.text import Content, Href, Text, paragraph, text
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


def lesson(course: Course, edition: Edition, page: Lesson, href: Href) -> bytes:
    """The page of a lesson. Raises TypeError if it still holds a question (our bug)."""
    say = words(course.language)
    texts = [_prose(part, page.id) for part in page.parts]
    notes = _notes(say, page.content_notes, page.minutes)
    return _html(course, edition, page.title, texts, href, notes, _footer(course, page))


def welcome(course: Course, edition: Edition, module: Module, href: Href) -> bytes:
    """The first page of a module: also what learners will be able to do."""
    say, page = words(course.language), module.welcome
    notes = _notes(say, page.content_notes or module.content_notes, page.minutes)
    if module is course.modules[0] and not edition.welcome:
        notes = [*notes, *filter(None, [statement(course)])]
    texts = [_prose(part, page.id) for part in page.parts]
    lists = [*outcomes(course, module), *_footer(course, page)]
    return _html(course, edition, page.title, texts, href, notes, lists)


def before_quiz(course: Course, edition: Edition, quiz: Quiz, href: Href) -> bytes:
    """What a quiz says before its first question: importers drop its introduction."""
    say = words(course.language)
    notes = _notes(say, quiz.content_notes, quiz.minutes)
    return _html(course, edition, quiz.title, [quiz.intro], href, notes, [])


def about(course: Course, edition: Edition) -> bytes:
    """A page that says which course this is."""
    texts = [paragraph(fact) for fact in facts(course)]
    return _html(course, edition, course.title, texts, lambda ref: None, [], [])


def _prose(part: object, page_id: str) -> Text:
    if isinstance(part, Text):
        return part
    raise TypeError(f"{page_id}: a cartridge page cannot hold a question")


def _notes(say: Words, content_notes: Sequence[str], minutes: int) -> list[Content]:
    return before(say, "around.content_note", content_notes, minutes)


def _footer(course: Course, page: Lesson) -> Lists:
    return competencies(course, (ref.code for ref in page.competencies))


def _html(
    course: Course,
    edition: Edition,
    title: str,
    texts: Iterable[Content],
    href: Href,
    notes: Sequence[Content],
    lists: Lists,
) -> bytes:
    language = course.language
    whole = surrounded(texts, notes=notes, lists=lists)
    around = text(block(language, whole, edge="right"))
    body = edition.pages.html(around, href)
    named = edition.pages.words(title) if edition.pages.words else title
    framed = (escape(language), direction(language), escape(named), body)
    return (_FRAME % framed).encode("utf-8", "replace")
