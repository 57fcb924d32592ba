"""Quizzes are cut, where a target grades only quizzes of one size rightly.

Moodle grades an imported cartridge quiz as if it had four questions (measured on 4.5 and 5.1). So
a bank becomes quizzes of exactly that many, and what is left over a page of questions to try, with
the answers below. Critical questions stay in quizzes where there are enough of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.reading import quiz_as_page
from moocbuild.lower.walk import change_pages, counted, fresh, note, quizzes
from moocbuild.model.course import Activity, Course, Quiz
from moocbuild.model.question import Question
from moocbuild.model.text import EMPTY
from moocbuild.target import Fate, Feature, Target
from moocbuild.words import Words, words

ORDER = 70
RULE = Rule("MB308", "quiz-cut", Severity.NOTE, __doc__)
FEATURE = None
FATES: Mapping[Feature, Fate] = {}


def applies(target: Target) -> bool:
    """Where quizzes have to be of one size."""
    return target.quiz_size > 0


def lower(course: Course, target: Target, report: Report) -> Course:
    """Quizzes of exactly `target.quiz_size` questions, and a page for the rest."""
    size = target.quiz_size
    found = [quiz for quiz in quizzes(course) if len(quiz.questions) not in (0, size)]
    if not found:
        return course
    what = counted(len(found), "quiz is", "quizzes are")
    rest = sum(len(quiz.questions) % size for quiz in found)
    over = f"; {counted(rest, 'question is', 'questions are')} on a page to try" if rest else ""
    said = f"{what} cut into quizzes of {size}{over}"
    note(report, RULE, target, [quiz.span for quiz in found], said)
    say = words(course.language)
    taken = {page.id for page in course.pages()}
    ids = {quiz.id for quiz in found}
    return change_pages(
        course, lambda p: tuple(_cut(p, size, taken, say)) if p.id in ids else (p,)
    )


def _cut(page: Activity, size: int, taken: set[str], say: Words) -> Iterator[Activity]:
    assert isinstance(page, Quiz)
    rest = _left_over(page.questions, len(page.questions) % size)
    over = {question.id for question in rest}
    kept = tuple(question for question in page.questions if question.id not in over)
    count = len(kept) // size
    for number in range(count):
        yield replace(
            page,
            id=fresh(f"{page.id}-{number + 1}", taken),
            title=_numbered(page.title, number + 1, count, say),
            intro=EMPTY if number else page.intro,
            content_notes=() if number else page.content_notes,
            questions=kept[number * size : (number + 1) * size],
            drawn=0,
            pools=(),
        )
    if rest:
        alone = not count
        title = page.title if alone else say("question.rest_page", title=page.title)
        named = fresh(f"{page.id}-more", taken)
        yield quiz_as_page(page, rest, say, id=named, title=title, whole=alone)


def _numbered(title: str, number: int, count: int, say: Words) -> str:
    if count == 1:
        return title
    return say("question.numbered", title=title, n=number, total=count)


def _left_over(questions: tuple[Question, ...], count: int) -> tuple[Question, ...]:
    """The last `count` questions; critical ones only where nothing else is left."""
    by_need = sorted(questions, key=lambda question: not question.critical)  # critical ones first
    over = {question.id for question in by_need[len(questions) - count :]}
    return tuple(question for question in questions if question.id in over)
