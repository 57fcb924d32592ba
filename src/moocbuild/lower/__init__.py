"""What a target cannot carry becomes something that it can, and is said so: one file a step.

A step takes and gives a course. Where nothing is to do it gives the very same object back. A file
here that has `FATES` is a step, and its `ORDER` says when; nothing else knows the steps.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import cast

from moocbuild.diagnostics import Report, Rule, Severity, Span
from moocbuild.lower.lowering import Lowering, fates
from moocbuild.lower.unsupported import report_unsupported
from moocbuild.lower.walk import change_pages, note
from moocbuild.model.course import Activity, Course, Lesson
from moocbuild.pages.left import own_words
from moocbuild.source.framework import PATH as FRAMEWORK
from moocbuild.target import Fate, Feature, Target


def _found() -> Iterator[Lowering]:
    for file in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{file.name}")
        if hasattr(module, "FATES"):
            yield cast(Lowering, module)


LOWERINGS: tuple[Lowering, ...] = tuple(sorted(_found(), key=lambda step: step.ORDER))
"""In the order in which they are taken."""


def features(target: Target) -> Mapping[Feature, Fate]:
    """What becomes of every feature: the target's own word, else that of a lowering."""
    return fates(target, LOWERINGS)


NOTHING_TO_EXPORT = Rule(
    "MB340",
    "nothing-to-export",
    Severity.NOTE,
    """The course has no competency framework, so there is nothing to write for targets that carry
only a framework. Add course/framework.yml, or do not ask for these targets.""",
)


def has_content(course: Course, target: Target, report: Report) -> bool:
    """Whether there is anything for `target` to carry; a note where there is not."""
    if target.content or course.framework.by_code:
        return True
    note(
        report,
        NOTHING_TO_EXPORT,
        target,
        [Span(FRAMEWORK)],
        "no file, as the course has no framework",
    )
    return False


def lower(course: Course, target: Target, report: Report) -> Course:
    """The course as `target` can carry it; one note for each thing that changes or is lost."""
    if not target.content:
        return course
    steps = [lowering for lowering in LOWERINGS if lowering.applies(target)]
    told = {step.FEATURE for step in steps}
    rest = {feature: fate for feature, fate in features(target).items() if feature not in told}
    report_unsupported(course, target, rest, report)  # of the author's course, before it changes
    before = course
    for step in steps:
        course = step.lower(course, target, report)
    return course if course is before else _marked(course, before)


def _marked(course: Course, before: Course) -> Course:
    """Pages that a step has written or changed say which titles in them are not translated yet."""
    if course.translation is None:
        return course
    known = set(map(id, before.pages()))

    def marked(page: Activity) -> Activity:
        if isinstance(page, Lesson) and id(page) not in known:
            return own_words(page, course)
        return page

    return change_pages(course, lambda page: (marked(page),))
