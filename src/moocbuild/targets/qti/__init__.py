"""QTI 2.1: the questions as items and the quizzes as tests, in a content package."""

from __future__ import annotations

from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.target import Target
from moocbuild.targets.qti.features import ASKED, FATES


def _render(course: Course) -> Package:
    from moocbuild.targets.qti.content import package  # not before somebody asks for it

    return package(course)


TARGETS = (
    Target(
        name="qti-2.1",
        title="QTI 2.1 (items and tests)",
        suffix=".zip",
        interactions=ASKED,
        fates=FATES,
        render=_render,
        on_request=True,
    ),
)
