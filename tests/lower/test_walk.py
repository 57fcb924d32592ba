"""Changing parts of a course: what does not change stays the very same object."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from common_cartridge import hand_made as make
from moocbuild.lower.walk import change_pages, change_questions, counted, fresh, stable_shuffle_key
from moocbuild.model.course import Activity, Course, Lesson, Quiz
from moocbuild.model.question import Question

ONE, TWO = (make.question(id, make.typed("a")) for id in ("one", "two"))
PAGES = (make.lesson(make.prose("a"), ONE), make.quiz(ONE, TWO), make.scenario())
COURSE = make.course(*PAGES)


def twice(question: Question) -> Sequence[Question]:
    return (question, replace(question, id=f"{question.id}-2"))


def none(question: Question) -> Sequence[Question]:
    return ()


def same(question: Question) -> Sequence[Question]:
    return (question,)


def asked(course: Course) -> list[str]:
    return [question.id for question in course.questions()]


@pytest.mark.parametrize(
    ("change", "ids"),
    [
        (twice, ["one", "one-2", "one", "one-2", "two", "two-2"]),
        (none, []),
        (lambda q: (q,) if q.id == "two" else (), ["two"]),
        (lambda q: (replace(q, id="new"),) if q.id == "two" else (q,), ["one", "one", "new"]),
    ],
)
def test_questions_of_lessons_and_quizzes_change(
    change: Callable[[Question], Sequence[Question]], ids: list[str]
) -> None:
    changed = change_questions(COURSE, change)
    assert asked(changed) == ids
    lesson, _, scenario = changed.modules[0].activities
    assert isinstance(lesson, Lesson) and lesson.parts[0] is PAGES[0].parts[0]  # type: ignore[union-attr]
    assert scenario is PAGES[2]


def test_what_does_not_change_is_the_same_course() -> None:
    assert change_questions(COURSE, same) is COURSE
    assert change_pages(COURSE, lambda page: (page,)) is COURSE


def test_other_pages_stay_the_same() -> None:
    def shorter(page: Activity) -> Sequence[Activity]:
        return (
            (replace(page, questions=page.questions[:1]),) if isinstance(page, Quiz) else (page,)
        )

    (module,) = change_pages(COURSE, shorter).modules
    lesson, quiz, scenario = module.activities
    assert (lesson, scenario) == (PAGES[0], PAGES[2]) and quiz != PAGES[1]
    assert lesson is PAGES[0] and module.welcome is COURSE.modules[0].welcome


def test_pages_may_go_and_may_become_several() -> None:
    def change(page: Activity) -> Sequence[Activity]:
        if page is COURSE.modules[0].welcome:
            return (page, make.lesson(key="m/new"))
        return () if isinstance(page, Quiz) else (page,)

    (module,) = change_pages(COURSE, change).modules
    assert [page.id for page in module.pages()] == ["m/index", "m/new", "m/one", "m/sami"]


def test_a_welcome_page_that_changes_stays_the_first() -> None:
    def change(page: Activity) -> Sequence[Activity]:
        return (replace(page, title="New"),) if page.id == "m/index" else (page,)

    (module,) = change_pages(COURSE, change).modules
    assert module.welcome.title == "New" and module.activities == PAGES


def test_a_name_that_is_taken_gets_a_number() -> None:
    taken = {"a", "a-2"}
    assert [fresh(name, taken) for name in ("a", "a", "b", "b")] == ["a-3", "a-4", "b", "b-2"]


@pytest.mark.parametrize(("number", "said"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages")])
def test_counting(number: int, said: str) -> None:
    assert counted(number, "page", "pages") == said


def test_chance_is_the_same_in_every_build() -> None:
    keys = [stable_shuffle_key("q", letter) for letter in "abcd"]
    assert keys == [stable_shuffle_key("q", letter) for letter in "abcd"]
    assert len({*keys, stable_shuffle_key("qa")}) == 5
