"""What a target cannot carry becomes something that it can, and is said so: one file a step.

A step takes and gives a course. Where nothing is to do it gives the very same object back.
"""

from __future__ import annotations

from collections.abc import Mapping

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
)
from moocbuild.lower.lowering import Lowering, fates
from moocbuild.lower.unsupported import report_unsupported
from moocbuild.model.course import Course
from moocbuild.target import Fate, Feature, Target

LOWERINGS: tuple[Lowering, ...] = (
    scenario,
    journal,
    lesson_questions,  # reads better before its questions become simpler ones
    match,
    order,
    hottext,
    numeric,
    shares,
    typed_numbers,
    quiz_size,
    answers,  # of the questions and quizzes as they are now
)


def features(target: Target) -> Mapping[Feature, Fate]:
    """What becomes of every feature: the target's own word, else that of a lowering."""
    return fates(target, LOWERINGS)


def lower(course: Course, target: Target, report: Report) -> Course:
    """The course as `target` can carry it; one note for each thing that changes or is lost."""
    if not target.content:
        return course
    steps = [lowering for lowering in LOWERINGS if lowering.applies(target)]
    told = {step.FEATURE for step in steps}
    rest = {feature: fate for feature, fate in features(target).items() if feature not in told}
    report_unsupported(course, target, rest, report)  # of the author's course, before it changes
    for step in steps:
        course = step.lower(course, target, report)
    return course
