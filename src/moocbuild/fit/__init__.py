"""What a target cannot carry becomes something that it can, and is said so: one file a step.

A step takes and gives a course. Where nothing is to do it gives the very same object back.
"""

from __future__ import annotations

from collections.abc import Callable

from moocbuild.diagnostics import Report
from moocbuild.fit import (
    answers,
    hottext,
    journal,
    lesson_questions,
    losses,
    match,
    numeric,
    order,
    quiz_size,
    scenario,
)
from moocbuild.model.course import Course
from moocbuild.target import Target

Step = Callable[[Course, Target, Report], Course]

STEPS: tuple[Step, ...] = (
    losses.fit,  # what the author's course loses, before anything else changes it
    scenario.fit,
    journal.fit,
    lesson_questions.fit,  # reads better before its questions become simpler ones
    match.fit,
    order.fit,
    hottext.fit,
    numeric.fit,
    quiz_size.fit,
    answers.fit,  # of the questions and quizzes as they are now
)


def fit(course: Course, target: Target, report: Report) -> Course:
    """The course as `target` can carry it; one note for each thing that changes or is lost."""
    if not target.content:
        return course
    for step in STEPS:
        course = step(course, target, report)
    return course
