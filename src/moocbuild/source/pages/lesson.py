"""Lessons, cases and the welcome pages of modules: prose and questions in sequence."""

from __future__ import annotations

import re

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Lesson
from moocbuild.model.question import Question
from moocbuild.model.richtext import RichText
from moocbuild.source.context import Context
from moocbuild.source.files.front_matter import Document
from moocbuild.source.markdown.fragment import Fragment
from moocbuild.source.markdown.render import render
from moocbuild.source.pages.prose import anchor, claim_anchors, render_prose
from moocbuild.source.pages.question import read_question
from moocbuild.source.pages.raw_question import task_list
from moocbuild.source.pages.section import Block, Body, Section, read_body
from moocbuild.source.yaml.schema import LessonPage

MISSING_TITLE = Rule(
    "MB122",
    "missing-title",
    Severity.ERROR,
    """A page has no title. Begin its text with one `# Heading`; learners see that.""",
)
EMPTY_PAGE = Rule(
    "MB115",
    "empty-page",
    Severity.WARNING,
    """The page has a title and no text.""",
)

STRAY_CHIPS = Rule(
    "MB130",
    "stray-chips",
    Severity.WARNING,
    """A line of item codes stands below a heading, but what follows is no question. In lessons a
question is a task list below such a line, or has `kind=` in the comment below its heading.
Items of the whole lesson stand in its front matter: `items: [IX.2]`.""",
)

Part = RichText | Question


def read_lesson(document: Document, page: str, context: Context) -> Lesson:
    """A lesson or a case."""
    front = document.checked(LessonPage, context.report) or LessonPage()
    body = read_body(document, context)
    return Lesson(
        id=page,
        title=page_title(body, front.title, context),
        kind=front.kind,
        parts=read_parts(body, page, context),
        competencies=listed(document, front.items),
        content_notes=tuple(front.content_notes),
        minutes=front.minutes,
        ordinal=context.ids.page(page),
        span=body.h1_span,
    )


def page_title(body: Body, short: str, context: Context) -> str:
    """The H1, which learners see, else `title:` of the front matter; neither is an error."""
    if not body.h1 and not short and body.readable:
        help = "begin the text with '# Heading'"
        context.report(MISSING_TITLE.at(body.h1_span, "the page has no title", help=help))
    return body.h1 or short or "Untitled"


def listed(document: Document, codes: list[str]) -> tuple[CompetencyRef, ...]:
    """The items of the front matter, each with its place."""
    return tuple(CompetencyRef(code, document.span("items", n)) for n, code in enumerate(codes))


def read_parts(body: Body, page: str, context: Context) -> tuple[Part, ...]:
    """Prose and questions in the order of the page."""
    notes = _footnotes(body)
    taken = context.anchors.setdefault(page, set())
    for section in filter(_is_question, body.sections):
        taken.update((section.id, f"q-{section.id}") if section.id else ())
    parts: list[Part] = _prose(body.intro, body.intro.blocks, page, notes, context)
    for section in body.sections:
        if _is_question(section):
            question = read_question(section, context)
            claim_anchors(question, page, context)
            parts.append(question)
        else:
            parts.append(_heading(section, page, context))
            parts.extend(_prose(section, section.blocks, page, notes, context))
    if not parts and body.readable:
        context.report(EMPTY_PAGE.at(body.h1_span, "the page has no text"))
    return _merged(parts)


def _is_question(section: Section) -> bool:
    """In lessons tables, numbered lists and rules stay prose unless `kind=` is given."""
    return "kind" in section.attributes or bool(section.chips and task_list(section))


def _heading(section: Section, page: str, context: Context) -> RichText:
    id = anchor(section.title, section.id, context, page)
    line = section.document.file.line(section.span.line)
    words = line[section.span.column - 1 :][: section.span.length]
    inner = render(Fragment(section.path, section.span.line, (words,)), context, inline=True)
    return RichText((f'<h2 id="{id}">', *inner.parts, "</h2>"), inner.plain)


_NOTE = re.compile(r"\[\^[^\]]+\]:")


def _footnotes(body: Body) -> list[tuple[str, Fragment]]:
    """Every footnote of the page: its mark and its lines."""
    found: list[tuple[str, Fragment]] = []
    for section in (body.intro, *body.sections):
        for block in section.blocks:
            if _is_note(section, block):
                fragment = section.of(block)
                found.append((fragment.lines[0].partition("]:")[0] + "]", fragment))
    return found


def _prose(
    section: Section,
    blocks: tuple[Block, ...],
    page: str,
    notes: list[tuple[str, Fragment]],
    context: Context,
) -> list[Part]:
    """Text blocks with the footnotes that they mention, wherever on the page these stand."""
    text = [b for b in blocks if not _is_note(section, b)]
    if section.chips:
        message = "item codes without a question"
        context.report(STRAY_CHIPS.at(section.chips[0].span, message))
    if not text:
        return []
    if not notes:
        return [render_prose(section, text, context, page)]
    return [_with_notes(section, text, notes, page, context)]


def _is_note(section: Section, block: Block) -> bool:
    return block.type == "paragraph" and bool(_NOTE.match(section.of(block).lines[0]))


def _with_notes(
    section: Section,
    text: list[Block],
    notes: list[tuple[str, Fragment]],
    page: str,
    context: Context,
) -> RichText:
    said = "\n".join(section.of(*text).lines)
    wanted = [fragment for mark, fragment in notes if mark in said]
    if not wanted:
        return render_prose(section, text, context, page)
    return render_prose(section, text, context, page, notes=wanted)


def _merged(parts: list[Part]) -> tuple[Part, ...]:
    """Neighbouring texts as one."""
    out: list[Part] = []
    for part in parts:
        if isinstance(part, RichText) and out and isinstance(out[-1], RichText):
            out[-1] = out[-1] + part
        elif part:
            out.append(part)
    return tuple(out)
