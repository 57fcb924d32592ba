"""The question bank as GIFT: one text file, for Moodle and whatever else reads the format.

A category for each quiz below that of its module, one for each pool; ids and competencies in the
comments that Moodle reads as id numbers and tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from moocbuild.formats import gift
from moocbuild.formats.moodle import FRACTIONS, name
from moocbuild.model.course import Course, Module, Quiz
from moocbuild.model.marks import made, module_key
from moocbuild.model.outline import pools
from moocbuild.model.plain import PLAIN
from moocbuild.package import Package
from moocbuild.package.single import write_single
from moocbuild.target import Target
from moocbuild.targets.gift.features import FATES
from moocbuild.targets.gift.question import RENDERERS, Writer, entry, writer

FILE = "questions.txt"


def _render(course: Course) -> Package:
    write = writer(course.language)
    entries: list[str] = [f"// {' '.join(course.title.split())}\n"]
    for module in course.modules:
        rows = partial(_module, module, write)
        entries.append(made("gift", module_key(course, module.id), PLAIN, rows))
    entries += _pools(course, write)
    return Package({FILE: gift.document(filter(None, entries))})


def _module(module: Module, write: Writer) -> str:
    quizzes = (page for page in module.activities if isinstance(page, Quiz))
    return "\n".join(row for quiz in quizzes for row in _quiz(module.title, quiz, write))


def _quiz(module: str, quiz: Quiz, write: Writer) -> Iterator[str]:
    own = [question for question in quiz.questions if not question.pool]
    if own:
        yield gift.category((name(module), name(quiz.title)))
        yield from (entry(question, write) for question in own)


def _pools(course: Course, write: Writer) -> Iterator[str]:
    for use, questions in pools(course):
        yield gift.category((name(write.say("moodle.pools")), name(use.title)))
        yield from (entry(question, write) for question in questions)


TARGETS = (
    Target(
        name="gift",
        title="GIFT question bank (text)",
        suffix=".txt",
        interactions=RENDERERS.known,
        fates=FATES,
        render=_render,
        shares=FRACTIONS,
        pack=write_single,
        on_request=True,
    ),
)
