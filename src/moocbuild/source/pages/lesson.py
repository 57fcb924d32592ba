"""Lessons, cases and the welcome pages of modules: prose and questions in sequence."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Lesson
from moocbuild.model.question import Question
from moocbuild.model.text import Text, text
from moocbuild.source.files.front_matter import Document
from moocbuild.source.markdown.texts import line_of
from moocbuild.source.pages.question import read_question
from moocbuild.source.pages.raw_question import is_entries, task_list
from moocbuild.source.pages.section import Body, Section, is_boxed, read_body
from moocbuild.source.shared import FileReader
from moocbuild.source.yaml.page_schema import LessonPage, OwnPage

MISSING_TITLE = Rule(
    "MB122",
    "missing-title",
    Severity.ERROR,
    """A page has no title. Begin its text with a `# Heading`; learners see it as the title.""",
    remedy="begin the text with '# Heading'",
)
TWO_TITLES = Rule(
    "MB151",
    "two-titles",
    Severity.WARNING,
    """The front matter gives a `title:` that differs from the `# Heading` of the text. Learners
see the heading; the other is used nowhere.""",
    remedy="make both the same, or leave 'title:' out",
)
GUESSED_TITLE = Rule(
    "MB218",
    "guessed-title",
    Severity.NOTE,
    """A page has no `# Heading`, as in tools that keep the titles of pages in a list of their own.
Its title is the heading under which all others stand, whatever its level; else, in a text without
front matter, the name of its file. Begin the text with `# Heading` to say it yourself.""",
    remedy="begin the text with '# Heading'",
)
_NUMBER = re.compile(r"^\d+(?:-|[ _.]+)")
EMPTY_PAGE = Rule(
    "MB115",
    "empty-page",
    Severity.WARNING,
    "The page has a title but no text.",
    remedy="write some text, or begin the file's name with '_' while it is a draft",
)

STRAY_CHIPS = Rule(
    "MB130",
    "stray-chips",
    Severity.WARNING,
    """There is a line of item codes below a heading, but no question follows it. In a lesson, a
question is a task list below such a line, or has `kind=` in the comment below its heading. List
the items of a whole lesson in its front matter: `items: [IX.2]`.""",
    remedy="delete the line, or write answers below it",
)

ASKS = Rule(
    "MB162",
    "question-outside",
    Severity.ERROR,
    """There is a question on a page that `pages:` in course.yml names. Such a page stands beside
the course, and no answer to it could be kept: move the question to a lesson.""",
    remedy="move the question to a lesson",
)

UNASKED = Rule(
    "MB169",
    "unasked-question",
    Severity.WARNING,
    """A lesson has a list with ticks below a heading with an id, or words to type, and no
`kind=`. In a lesson that is prose: learners see the ticks, or the words with their `=`. If it is a
question, say of which kind: `<!-- #name kind=single -->`.""",
    remedy="write its kind behind the id: '<!-- #name kind=single -->'",
)

Part = Text | Question


def read_lesson(document: Document, reader: FileReader) -> Lesson:
    """A lesson or a case."""
    front = document.checked(LessonPage, reader.report) or LessonPage()
    body = read_body(document, reader, titled=bool(front.title))
    return Lesson(
        id=reader.page,
        title=page_title(body, front.title),
        kind=front.kind,
        parts=read_parts(body),
        competencies=listed(document, front.items),
        content_notes=tuple(front.content_notes),
        minutes=front.minutes,
        ordinal=reader.added.ids.page(reader.page),
        span=body.h1_span,
    )


def read_own_page(document: Document, reader: FileReader) -> Lesson:
    """An author's page in the place of one that is made; nothing is asked on it, or kept."""
    front = document.checked(OwnPage, reader.report) or OwnPage()
    body = read_body(document, reader)
    parts = read_parts(body)
    for question in (part for part in parts if isinstance(part, Question)):
        reader.report(ASKS.at(question.span, f"'{question.id}' is asked beside the course"))
    return Lesson(
        id=reader.page,
        title=page_title(body, front.title),
        kind="page",
        parts=tuple(part for part in parts if isinstance(part, Text)),
        content_notes=tuple(front.content_notes),
        span=body.h1_span,
    )


def page_title(body: Body, short: str) -> str:
    """The H1, which learners see, else `title:` of the front matter; neither is an error, but in a
    text without front matter: that comes from elsewhere, and is called by its file.
    """
    if body.guessed:
        help = f"write '# {body.h1[:60]}'"
        message = "the first heading is the title of the page"
        body.reader.report(GUESSED_TITLE.at(body.h1_span, message, help=help))
    plain = body.readable and not body.reader.file.text.startswith("---")
    if not body.h1 and not short and plain and (named := _named(body.reader.path)):
        help = f"begin the text with '# {named}'"
        message = f"the page is called '{named}', by its file"
        body.reader.report(GUESSED_TITLE.at(body.h1_span, message, help=help))
        return named
    if not body.h1 and not short and body.readable:
        help = "begin the text with '# Heading'"
        body.reader.report(MISSING_TITLE.at(body.h1_span, "the page has no title", help=help))
    if short and body.h1 and short.split() != body.h1.split():
        message = f"the page is called '{body.h1[:60]}', not '{short[:60]}'"
        help = "make both the same, or leave 'title:' out: learners see the heading"
        body.reader.report(TWO_TITLES.at(body.h1_span, message, help=help))
    return body.h1 or short or "Untitled"


def _named(path: str) -> str:
    """`02-quality_control.md` → "Quality control"; an index.md has the name of its folder."""
    folder, _, file = path.removesuffix(".md").rpartition("/")
    name = posixpath.basename(folder) if file == "index" else file
    words = " ".join(_NUMBER.sub("", name).replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:] if any(map(str.isalpha, words)) else ""


def listed(document: Document, codes: list[str]) -> tuple[CompetencyRef, ...]:
    """The items of the front matter, each with its place."""
    return tuple(CompetencyRef(code, document.span("items", n)) for n, code in enumerate(codes))


def read_parts(body: Body) -> tuple[Part, ...]:
    """Prose and questions in the order of the page, then its footnotes."""
    anchors = body.texts.anchors
    for section in filter(_is_question, body.sections):
        anchors.taken.update((section.id, f"q-{section.id}") if section.id else ())
    parts = _merged([*_prose(body.intro), *_sections(body)])
    notes = Text(body.texts.notes())
    if not parts and body.readable and not _opens_folder(body.reader):
        body.reader.report(EMPTY_PAGE.at(body.h1_span, "the page has no text"))
    return _merged([*parts, notes]) if notes else parts


def _opens_folder(reader: FileReader) -> bool:
    """Whether a page stands before those of a folder of its name: its title says enough."""
    folder = reader.path.removesuffix(".md").removesuffix("/index") + "/"
    others = (path for path in reader.shared.pages if path != reader.path)
    return any(path.startswith(folder) for path in others)


def _sections(body: Body) -> Iterator[Part]:
    for section in body.sections:
        if _is_question(section):
            question = read_question(section)
            body.texts.anchors.claim_question(question.id, section.original)
            yield question
        else:
            assert section.heading is not None
            id = body.texts.anchors.claim(section.original, section.id)
            yield body.texts.heading(section.heading, id)
            yield from _prose(section)


def _is_question(section: Section) -> bool:
    """In lessons tables, numbered lists and rules stay prose unless `kind=` is given."""
    boxed = section.chips and task_list(section) is not None
    return "kind" in section.attributes or bool(boxed)


def _prose(section: Section) -> Iterator[Part]:
    if section.chips:
        message = "item codes without a question"
        section.reader.report(STRAY_CHIPS.at(section.chips[0].span, message))
    _report_unasked(section)
    if section.blocks:
        yield section.texts.prose(*section.blocks)


def _report_unasked(section: Section) -> None:
    """Reports what looks like a question, and is none in a lesson."""
    named = bool(section.id)
    for block in section.blocks:
        if block.tag in _HEADINGS:
            named = block.get("below", "").startswith("#")
        ticks = {item.get("checked") for item in block} if is_boxed(block) else set()
        words = is_entries(section, block)
        if (named and len(ticks) > 1) or words:
            kind = "text" if words else "single"
            help = f"write its kind behind the id: '<!-- #name kind={kind} -->'"
            place = section.reader.line(line_of(block))
            section.reader.report(UNASKED.at(place, "a list that asks nothing", help=help))


_HEADINGS = frozenset({"h3", "h4", "h5", "h6"})


def _merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Neighbouring texts as one."""
    out: list[Part] = []
    held: list[Text] = []
    for part in parts:
        if isinstance(part, Text):
            held.append(part)
            continue
        out += [*_whole(held), part]
        held = []
    return (*out, *_whole(held))


def _whole(texts: list[Text]) -> list[Text]:
    whole = text(*texts)
    return [whole] if whole else []
