"""What a target cannot carry becomes something that it can, and is said so: one file a step.

A step takes and gives a course. Where nothing is to do it gives the very same object back.
"""

from __future__ import annotations

from collections.abc import Callable

from moocbuild.diagnostics import Report
from moocbuild.lower import (
    answers,
    hottext,
    journal,
    lesson_questions,
    match,
    numeric,
    order,
    quiz_size,
    scenario,
    shares,
    typed_numbers,
    unsupported,
)
from moocbuild.model.course import Course
from moocbuild.target import Target

Step = Callable[[Course, Target, Report], Course]

STEPS: tuple[Step, ...] = (
    unsupported.lower,  # what the author's course loses, before anything else changes it
    scenario.lower,
    journal.lower,
    lesson_questions.lower,  # reads better before its questions become simpler ones
    match.lower,
    order.lower,
    hottext.lower,
    numeric.lower,
    shares.lower,
    typed_numbers.lower,
    quiz_size.lower,
    answers.lower,  # of the questions and quizzes as they are now
)


def lower(course: Course, target: Target, report: Report) -> Course:
    """The course as `target` can carry it; one note for each thing that changes or is lost."""
    if not target.content:
        return course
    for step in STEPS:
        course = step(course, target, report)
    return course
