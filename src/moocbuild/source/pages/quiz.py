"""A question bank: front matter, an introduction, and one question a section."""

from __future__ import annotations

from moocbuild.diagnostics import Report, Rule, Severity, Span
from moocbuild.model.course import Quiz
from moocbuild.model.question import Question
from moocbuild.source.files.front_matter import Document
from moocbuild.source.markdown.texts import line_of
from moocbuild.source.pages.lesson import page_title
from moocbuild.source.pages.naming import unnumbered
from moocbuild.source.pages.question import read_question
from moocbuild.source.pages.raw_question import is_entries
from moocbuild.source.pages.section import Body, read_body
from moocbuild.source.shared import AskedPool, FileReader
from moocbuild.source.yaml.page_schema import QuizPage

GRADED_PRETEST = Rule(
    "MB174",
    "graded-pretest",
    Severity.ERROR,
    """A pre-test asks what learners know before the unit has taught it, so it is never graded.
Leave `graded: true` out, or write `kind: quiz`.""",
    remedy="leave 'graded: true' out, or write 'kind: quiz'",
)
LIMITED_CRITICAL = Rule(
    "MB175",
    "critical-within-limit",
    Severity.ERROR,
    """A critical question has to be answered right before the unit is finished, so learners may
try it as often as they like. In a quiz with `attempts:` those who use all of them could never
finish. Leave one of the two out.""",
    remedy="leave out 'attempts:', or 'critical'",
)

UNTITLED = Rule(
    "MB168",
    "question-without-heading",
    Severity.ERROR,
    """Ticked boxes, or words to type, stand above the first question of a quiz. A question
begins with a heading of level 2 and its id; without these, learners would read which answers are
right.""",
    remedy="write '## ' and a title above what is asked",
)

QUIZZES = frozenset({"quiz", "final", "pretest"})
"""Kinds of pages that are question banks."""


def read_quiz(document: Document, pass_mark: int, reader: FileReader) -> Quiz:
    """A bank of a module. pass_mark: the course's."""
    front = document.checked(QuizPage, reader.report) or QuizPage()
    body = read_body(document, reader)
    _report_untitled(body)
    questions = tuple(read_question(section) for section in body.sections)
    scored = any(question.scored for question in questions) or bool(front.pools)
    for name, (drawn, ids) in front.pools.items():
        span = document.span("pools", name)
        reader.added.pools.append(AskedPool(unnumbered(name), ids, drawn, span))
    pretest = front.kind == "pretest"
    if pretest and front.graded and "graded" in front.written():
        message = "a pre-test is not graded"
        reader.report(GRADED_PRETEST.at(document.span("graded"), message))
    for question in questions:
        check_critical(question, front.attempts, question.span, reader.report)
    for question, section in zip(questions, body.sections, strict=True):
        body.texts.anchors.claim_question(question.id, section.original)
    return Quiz(
        id=reader.page,
        title=page_title(body, front.title),
        intro=body.texts.prose(*body.intro.blocks, alone=True),
        questions=questions,
        pass_mark=pass_mark if front.pass_mark is None else front.pass_mark,
        graded=front.graded and not pretest and scored,
        shuffle=front.shuffle,
        drawn=front.draw,
        final=front.kind == "final",
        category_mark=front.category_mark,
        attempts=front.attempts,
        time_limit=front.time_limit,
        feedback=front.feedback,
        right_answers=front.right_answers,
        pretest=pretest,
        content_notes=tuple(front.content_notes),
        minutes=front.minutes,
        ordinal=reader.added.ids.page(reader.page),
        span=body.h1_span,
    )


def _report_untitled(body: Body) -> None:
    """Reports answers above the first heading, which learners would read with their key."""
    for block in body.intro.blocks:
        ticked = any(item.get("checked") for item in block if block.tag in ("ul", "ol"))
        if ticked or is_entries(body.intro, block):
            place = body.reader.line(line_of(block))
            body.reader.report(UNTITLED.at(place, "answers of no question"))
            return


def check_critical(question: Question, attempts: int, place: Span, report: Report) -> None:
    """Reports a critical question of a quiz that can be taken only so many times."""
    if question.critical and attempts:
        message = f"'{question.id}' must be answered right, but attempts are limited"
        help = "leave out 'attempts:', or 'critical'"
        report(LIMITED_CRITICAL.at(place, message, help=help))
