"""Changing parts of a course: what does not change stays the very same object."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from moocbuild.diagnostics import Report, Rule, Span
from moocbuild.model.course import Activity, Course, Lesson, Module, Quiz
from moocbuild.model.question import Interaction, Question
from moocbuild.model.text import Text
from moocbuild.package.memo import once
from moocbuild.target import Target
from moocbuild.values import replace


def change_pages(course: Course, change: Callable[[Activity], Sequence[Activity]]) -> Course:
    """The course with every page replaced by what `change` makes of it.

    A welcome page stays the first page of its module: `change` gives a lesson first for a lesson.
    """
    modules = tuple(_changed_module(module, change) for module in course.modules)
    return course if _same(modules, course.modules) else replace(course, modules=modules)


def change_questions(course: Course, change: Callable[[Question], Sequence[Question]]) -> Course:
    """The course with every question, of quizzes and lessons, replaced by what `change` makes.

    One of a pool becomes the same wherever it is asked.
    """
    pooled: dict[str, tuple[Question, Sequence[Question]]] = {}

    def each(question: Question) -> Sequence[Question]:
        if not question.pool:
            return change(question)
        if question.id not in pooled:
            pooled[question.id] = question, change(question)
        return _again(question, *pooled[question.id])

    def changed(page: Activity) -> tuple[Activity]:
        if isinstance(page, Quiz):
            questions = tuple(new for q in page.questions for new in each(q))
            return (
                page if _same(questions, page.questions) else replace(page, questions=questions),
            )
        if isinstance(page, Lesson):
            parts = tuple(new for part in page.parts for new in _changed_part(part, change))
            return (page if _same(parts, page.parts) else replace(page, parts=parts),)
        return (page,)

    return change_pages(course, changed)


def _again(question: Question, first: Question, made: Sequence[Question]) -> Sequence[Question]:
    """What a question of a pool becomes, by what it became in the quiz that asks it first."""
    if question is first or _same(made, (first,)):
        return made if question is first else (question,)
    place = question.asked_in
    return [
        replace(new, asked_in=place, ordinal=question.ordinal if new.ordinal else 0)
        for new in made
    ]


def asked_as(course: Course, kind: type[Interaction]) -> list[Question]:
    """The questions whose interaction is of this kind, in reading order; one of a pool once."""
    # Targets that change nothing yet have the very same course; it is held, so that no other has
    # its id.
    key = ("questions", id(course))
    _, found = once(key, lambda: (course, list(course.questions())), lambda _: 0)
    return [q for q in found if isinstance(q.interaction, kind)]


def fresh(wanted: str, taken: set[str]) -> str:
    """`wanted`, or with a number where it is taken already; taken from now on."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name


def stable_shuffle_key(*names: str) -> int:
    """A number that looks like chance and is the same in every build."""
    digest = hashlib.sha256("\0".join(names).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big")


def note(report: Report, rule: Rule, target: Target, places: Sequence[Span], message: str) -> None:
    """Report once what a target changes; it is seen at the first place."""
    report(replace(rule.at(places[0], message), target=target.name))


def counted(number: int, one: str, many: str) -> str:
    """ "1 order question becomes", "3 order questions become"."""
    return f"{number} {one if number == 1 else many}"


def _changed_module(module: Module, change: Callable[[Activity], Sequence[Activity]]) -> Module:
    first, *more = change(module.welcome)
    assert isinstance(first, Lesson)
    changed = (new for activity in module.activities for new in change(activity))
    activities = (*more, *changed)
    if first is module.welcome and _same(activities, module.activities):
        return module
    return replace(module, welcome=first, activities=activities)


def _changed_part(
    part: Text | Question, change: Callable[[Question], Sequence[Question]]
) -> Iterable[Text | Question]:
    return change(part) if isinstance(part, Question) else (part,)


def _same(new: Sequence[object], old: Sequence[object]) -> bool:
    return len(new) == len(old) and all(a is b for a, b in zip(new, old, strict=True))


def quizzes(course: Course) -> Iterator[Quiz]:
    """Every quiz, in reading order."""
    return (page for page in course.pages() if isinstance(page, Quiz))


def lessons(course: Course) -> Iterator[Lesson]:
    """Every lesson, case and page, in reading order."""
    return (page for page in course.pages() if isinstance(page, Lesson))
