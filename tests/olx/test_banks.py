"""Every question that an attempt can ask is in the package, and an attempt asks as many."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from moocbuild.model.banks import banks
from moocbuild.model.course import Quiz
from moocbuild.model.draw import draw_plan
from moocbuild.model.question import CompetencyRef, Question
from moocbuild.targets.olx import TARGETS
from olx.test_package import framework
from pages.sample import course

QUESTION = next(q for q in course().questions() if q.scored)
CODE = framework().items[0].code
QUIZ = next(page for page in course().pages() if isinstance(page, Quiz))


def question(number: int, item: str, critical: bool) -> Question:
    ref = CompetencyRef(code=item, span=QUESTION.span)
    return replace(QUESTION, id=f"q{number}", critical=critical, competencies=(ref,))


@st.composite
def quizzes(draw: st.DrawFn) -> Quiz:
    kinds = draw(st.lists(st.tuples(st.sampled_from("ABCD"), st.booleans()), min_size=1))
    asked = tuple(question(number, *kind) for number, kind in enumerate(kinds))
    drawn = draw(st.integers(0, len(asked)))
    return replace(QUIZ, questions=asked, drawn=drawn)


@given(quizzes())
def test_no_question_is_lost_and_none_is_there_twice(quiz: Quiz) -> None:
    always, drawn = banks(quiz)
    there = [*always, *(id for bank in drawn for id in bank.questions)]
    plan = draw_plan(quiz)
    assert sorted(there) == sorted({q.id for q in quiz.questions} - {*plan.never})
    assert len(always) + sum(bank.count for bank in drawn) == plan.size
    assert all(0 < bank.count < len(bank.questions) for bank in drawn)


def test_what_is_never_asked_has_no_tags() -> None:
    asked = (question(0, CODE, True), question(1, CODE, False))
    quiz = replace(QUIZ, questions=asked, drawn=1)
    assert draw_plan(quiz).never == ("q1",)
    module = course().modules[0]
    modules = (replace(module, activities=(quiz,)),)
    made = replace(course(framework=framework()), modules=modules)
    members = TARGETS[0].render(made).members
    tags = next(data for name, data in members.items() if name.endswith("tags.csv"))
    assert isinstance(tags, bytes)
    named = {row[2] for row in csv.reader(io.StringIO(tags.decode()))}
    assert "q0" in named and "q1" not in named
    assert not [name for name in members if name.endswith("/q1.xml")]
