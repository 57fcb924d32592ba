"""What answers and choices are evidence for."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.model.course import Course
from moocbuild.model.outline import quizzes, scenarios


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
