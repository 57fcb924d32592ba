"""The files of a package: an item a question, a test a quiz, the media that they show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from moocbuild.formats import qti21
from moocbuild.formats.imscp import ncname
from moocbuild.formats.titles import fitting
from moocbuild.formats.xml import DECLARATION
from moocbuild.model.course import Course, Quiz
from moocbuild.model.draw import DrawPlan, draw_plans
from moocbuild.model.outline import quizzes
from moocbuild.model.question import Question
from moocbuild.model.text import Element, Href, Nodes, Ref
from moocbuild.package import Content, Package
from moocbuild.package.names import media_files
from moocbuild.render.common import speaking
from moocbuild.targets.qti.question import Writer, identifier, item
from moocbuild.targets.qti.text import DIALECT, block
from moocbuild.words import words

MANIFEST = "imsmanifest.xml"


def package(course: Course) -> Package:
    """Items and tests. Its course has been lowered. Links to pages become words."""
    media = media_files(course)
    write = Writer(
        dialect=speaking(DIALECT, course.language),
        say=words(course.language),
        language=course.language,
    )
    made: dict[str, Content] = {}
    resources: dict[str, qti21.Resource] = {}
    for quiz in quizzes(course):
        for question in quiz.questions:
            if identifier(question) not in resources:
                _add_item(question, replace(write, shuffle=quiz.shuffle), media, made, resources)
    for quiz in quizzes(course):
        if quiz.questions:
            _add_test(quiz, write, media, made, resources)
    used = {name for each in resources.values() for name in each.media}
    made |= {path: course.assets[href] for href, path in media.items() if path in used}
    manifest = qti21.manifest(ncname(course.id, "M_"), resources.values())
    made[MANIFEST] = _written(manifest, lambda ref: None)
    return Package(made, first=(MANIFEST,))


def _add_item(
    question: Question,
    write: Writer,
    media: Mapping[str, str],
    made: dict[str, Content],
    resources: dict[str, qti21.Resource],
) -> None:
    id = identifier(question)
    file = f"items/{ncname(question.id, 'q-', caseless=True)}.xml"
    named: dict[str, None] = {}
    made[file] = _written(qti21.item(item(question, write)), _href(media, named))
    resources[id] = qti21.Resource(id=id, type=qti21.ITEM, file=file, media=[*named])


def _add_test(
    quiz: Quiz,
    write: Writer,
    media: Mapping[str, str],
    made: dict[str, Content],
    resources: dict[str, qti21.Resource],
) -> None:
    id = ncname(quiz.id, "T_")
    file = f"tests/{ncname(quiz.id, 't-', caseless=True)}.xml"
    named: dict[str, None] = {}
    test = qti21.Test(
        id=id,
        title=fitting(quiz.title),
        sections=[*_sections(quiz, resources)],
        intro=[block(write.dialect, quiz.intro)] if quiz.intro else [],
        pass_mark=quiz.pass_mark if quiz.graded else 0,
        minutes=quiz.time_limit,
        together=quiz.feedback != "immediate",
        feedback=quiz.feedback != "after-close",
        solution=quiz.right_answers,
    )
    made[file] = _written(qti21.test(test), _href(media, named))
    needs = [identifier(question) for question in quiz.questions]
    resources[id] = qti21.Resource(id=id, type=qti21.TEST, file=file, media=[*named], needs=needs)


def _sections(quiz: Quiz, resources: Mapping[str, qti21.Resource]) -> Iterator[qti21.Section]:
    """What is always asked, then what is drawn: one of each group, and some of the rest."""
    by_id = {question.id: question for question in quiz.questions}
    number = 0
    unscored = [question.id for question in quiz.questions if not question.scored]
    for place, plan in enumerate(draw_plans(quiz)):
        always = [*plan.always, *(unscored if not place else ())]
        for ids, drawn in ((always, 0), *_drawn(plan)):
            if ids:
                number += 1
                yield qti21.Section(
                    id=f"S_{number}",
                    title=fitting(quiz.title),
                    items=[_ref(by_id[id], resources) for id in ids],
                    drawn=drawn,
                )


def _drawn(plan: DrawPlan) -> Iterator[tuple[list[str], int]]:
    for pool in plan.pools:
        yield [*pool], 1
    if plan.rest:
        yield [id for id in plan.bank if id not in plan.chosen], plan.rest


def _ref(
    question: Question, resources: Mapping[str, qti21.Resource]
) -> tuple[str, str, list[str]]:
    id = identifier(question)
    codes = [ncname(ref.code, "C_") for ref in question.competencies]
    return id, f"../{resources[id].file}", codes


def _href(media: Mapping[str, str], named: dict[str, None]) -> Href:
    """Paths from a folder below the root; what is named belongs to the resource."""

    def href(ref: Ref) -> str | None:
        path = media.get(ref.id) if ref.kind == "media" else None
        if path is not None:
            named[path] = None
        return path and f"../{path}"

    return href


def _written(root: Element, href: Href) -> bytes:
    nodes: Nodes = (root,)
    return f"{DECLARATION}\n{DIALECT.markup(nodes, href)}\n".encode("utf-8", "replace")
