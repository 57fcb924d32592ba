"""A question bank: front matter, an introduction, and one question a section."""

from __future__ import annotations

from moocbuild.model.course import Quiz
from moocbuild.source.files.front_matter import Document
from moocbuild.source.pages.lesson import page_title
from moocbuild.source.pages.question import read_question
from moocbuild.source.pages.section import read_body
from moocbuild.source.shared import FileReader
from moocbuild.source.yaml.schema import QuizPage


def read_quiz(document: Document, pass_mark: int, reader: FileReader) -> Quiz:
    """The bank of a module. pass_mark: the course's."""
    front = document.checked(QuizPage, reader.report) or QuizPage()
    body = read_body(document, reader)
    questions = tuple(read_question(section) for section in body.sections)
    for question in questions:
        body.texts.anchors.claim_question(question.id, question.title)
    return Quiz(
        id=reader.page,
        title=page_title(body, front.title),
        intro=body.texts.prose(*body.intro.blocks, alone=True),
        questions=questions,
        pass_mark=pass_mark if front.pass_mark is None else front.pass_mark,
        graded=front.graded,
        shuffle=front.shuffle,
        drawn=front.draw,
        final=front.kind == "final",
        category_mark=front.category_mark,
        content_notes=tuple(front.content_notes),
        minutes=front.minutes,
        ordinal=reader.added.ids.page(reader.page),
        span=body.h1_span,
    )
