"""A pool: a file of questions in `quizzes/pools/` that any quiz of the course may ask."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.course import Pool
from moocbuild.source.files.front_matter import Document
from moocbuild.source.pages.lesson import page_title
from moocbuild.source.pages.question import read_question
from moocbuild.source.pages.section import read_body
from moocbuild.source.shared import FileReader
from moocbuild.source.yaml.page_schema import PoolPage

UNJUDGED = Rule(
    "MB183",
    "unjudged-in-pool",
    Severity.ERROR,
    """A pool has a survey question or a private writing space. Quizzes draw from pools what they
judge; what a learner thinks or writes belongs to one place. Write it in the quiz or lesson that
asks it.""",
    remedy="move the question to the quiz or lesson that asks it",
)


def read_pool(document: Document, id: str, reader: FileReader) -> Pool:
    """The questions of a pool. What stands above the first is a note among authors."""
    front = document.checked(PoolPage, reader.report) or PoolPage()
    body = read_body(document, reader)
    questions = tuple(read_question(section) for section in body.sections)
    for question in questions:
        if not question.scored and question.kind != "unknown":
            message = f"'{question.id}' is a {question.kind} question"
            help = "write it in the quiz or lesson that asks it"
            reader.report(UNJUDGED.at(question.span, message, help=help))
    return Pool(
        id=id,
        title=page_title(body, front.title),
        questions=questions,
        span=body.h1_span,
    )
