"""Lesson → mod_page: the author's HTML as it is, notes before it and competencies after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moocbuild.formats.moodle import Element, name, record
from moocbuild.model.competency import Competency
from moocbuild.model.course import Activity, Course, Lesson, Module
from moocbuild.model.question import Question
from moocbuild.model.text import Content, Ref, Text, attribute, element, paragraph, text, walk
from moocbuild.render.foreign_style import block
from moocbuild.render.surroundings import Lists, before, competencies, surrounded
from moocbuild.targets.moodle.text import Html, Writer
from moocbuild.values import dataclass
from moocbuild.words import Words, words

_SHOW_NAME_ONLY = 'a:2:{s:10:"printintro";i:0;s:17:"printlastmodified";i:0;}'
_OPEN_IN_PLACE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around a text. help: whether it ends with a link to the help page."""

    notes: Sequence[Content] = ()
    lists: Lists = ()
    help: bool = False


def lesson(
    course: Course, page: Lesson, module: Module, taught: Sequence[Competency], writer: Writer
) -> Html:
    """The text of a page. Raises TypeError if it still holds a question (our bug)."""
    say = words(course.language)
    first = page is module.welcome
    lists: list[tuple[Content, Sequence[Content]]] = []
    if first and module.outcomes:
        lists.append((say.content("around.outcomes"), module.outcomes))
    lists += competencies(course, (each.code for each in taught))
    around = Around(notes=notes(say, page.content_notes, page.minutes), lists=lists)
    return framed(course, [_prose(part, page) for part in page.parts], around, writer)


def notes(say: Words, content_notes: Sequence[str], minutes: int) -> list[Content]:
    """What to know before one begins."""
    return before(say, "moodle.content_note", content_notes, minutes)


def framed(
    course: Course,
    texts: Iterable[Content],
    around: Around,
    writer: Writer,
    *,
    heading: str = "h3",
) -> Html:
    """Texts with what stands around them, in the course's language and direction.

    heading: of the lists, one below those of the page that the text stands on.
    """
    whole = surrounded(texts, notes=around.notes, lists=around.lists, heading=heading)
    if around.help:
        help = element("a", words(course.language).content("page.help"), href=Ref("page", "help"))
        whole = text(whole, paragraph(help))
    return writer.html(text(block(course.language, whole)))


def body(instance: int, page: Lesson, content: Html, created: int) -> Element:
    """The page's own element."""
    return record(
        "page",
        instance,
        {
            "name": name(page.title),
            "intro": "",
            "introformat": 1,
            "content": content.markup,
            "contentformat": 1,
            "legacyfiles": 0,
            "legacyfileslast": None,
            "display": _OPEN_IN_PLACE,
            "displayoptions": _SHOW_NAME_ONLY,
            "revision": 1,
            "timemodified": created,
        },
    )


def anchors(page: Activity) -> frozenset[str]:
    """The ids in a page's text, to which links may lead."""
    if not isinstance(page, Lesson):
        return frozenset()
    texts = (part.nodes for part in page.parts if isinstance(part, Text))
    return frozenset(attribute(each, "id") for nodes in texts for each in walk(nodes)) - {""}


def _prose(part: Text | Question, page: Lesson) -> Text:
    if isinstance(part, Question):
        raise TypeError(f"{page.id}: a Moodle page cannot hold a question")
    return part
