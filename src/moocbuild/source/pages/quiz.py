"""A question bank: front matter, an introduction, and one question a section."""

from __future__ import annotations

from moocbuild.model.course import Quiz
from moocbuild.source.context import Context
from moocbuild.source.files.front_matter import Document
from moocbuild.source.pages.lesson import page_title
from moocbuild.source.pages.prose import claim_anchors, render_prose
from moocbuild.source.pages.question import read_question
from moocbuild.source.pages.section import read_body
from moocbuild.source.yaml.schema import QuizPage


def read_quiz(document: Document, page: str, pass_mark: int, context: Context) -> Quiz:
    """The bank of a module. pass_mark: the course's."""
    front = document.checked(QuizPage, context.report) or QuizPage()
    body = read_body(document, context)
    questions = tuple(read_question(section, context) for section in body.sections)
    context.anchors.setdefault(page, set())
    for question in questions:
        claim_anchors(question, page, context)
    return Quiz(
        id=page,
        title=page_title(body, front.title, context),
        intro=render_prose(body.intro, body.intro.blocks, context, page),
        questions=questions,
        pass_mark=pass_mark if front.pass_mark is None else front.pass_mark,
        graded=front.graded,
        shuffle=front.shuffle,
        drawn=front.draw,
        final=front.kind == "final",
        category_mark=front.category_mark,
        content_notes=tuple(front.content_notes),
        minutes=front.minutes,
        ordinal=context.ids.page(page),
        span=body.h1_span,
    )
