"""A course without its texts: which page stands for which, and what each page is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Activity, Course, Lesson, PoolUse, Quiz
from moocbuild.model.question import ExtendedTextInteraction, Question
from moocbuild.model.scenario import Scenario

_TEXT_VERSION = "-text"


def text_version(scenario_id: str) -> str:
    """The id of the page that tells a simulation as text."""
    return scenario_id + _TEXT_VERSION


def is_text_version(page_id: str) -> bool:
    """Whether a page id is that of a text version."""
    return page_id.endswith(_TEXT_VERSION)


def quizzes(course: Course) -> Iterator[Quiz]:
    """Every quiz, in reading order."""
    return (page for page in course.pages() if isinstance(page, Quiz))


def pools(course: Course) -> Iterator[tuple[PoolUse, list[Question]]]:
    """Every pool, with what quizzes ask of it in the pool's own order."""
    uses: dict[str, PoolUse] = {}
    asked: dict[str, dict[str, Question]] = {}
    for quiz in quizzes(course):
        for use in quiz.pools:
            uses.setdefault(use.pool, use)
            mine = (question for question in quiz.questions if question.pool == use.pool)
            asked.setdefault(use.pool, {}).update((question.id, question) for question in mine)
    for pool in sorted(uses):
        yield uses[pool], sorted(asked[pool].values(), key=lambda question: question.span.line)


def scenarios(course: Course) -> Iterator[Scenario]:
    """Every simulation, in reading order."""
    return (page for page in course.pages() if isinstance(page, Scenario))


def page_competencies(page: Activity) -> Sequence[CompetencyRef]:
    """What a page is about: of a quiz what its questions are, of a simulation its choices too."""
    if isinstance(page, Quiz):
        return [ref for question in page.questions for ref in question.competencies]
    if isinstance(page, Scenario):
        return [*page.competencies, *page.shown()]
    return page.competencies


def asked_codes(course: Course, *, finals: bool = False) -> Iterator[str]:
    """Codes of the competencies that scored questions of quizzes (only of finals) ask for."""
    for quiz in quizzes(course):
        if quiz.final or not finals:
            asked = (question for question in quiz.questions if question.scored)
            yield from (ref.code for question in asked for ref in question.competencies)


def assessed_competencies(course: Course) -> set[str]:
    """Codes for which a quiz or a simulation can hold evidence."""
    played = {ref.code for scenario in scenarios(course) for ref in scenario.shown()}
    return {*asked_codes(course)} | played


def journal_prompts(page: Activity) -> list[Question]:
    """The private writing spaces of a page; text versions only repeat their simulation's."""
    if isinstance(page, Lesson) and page.kind == "page":
        return []
    asked = page.debrief_questions if isinstance(page, Scenario) else page.questions
    return [q for q in asked if isinstance(q.interaction, ExtendedTextInteraction)]
