"""An item code is not in the framework.

Codes appear in front matter (`items: [IX.2]`), in the line of tags below a question's heading, and
after the choices of a simulation. Each must match a code in course/framework.yml exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, nearest
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Activity, Course, Lesson
from moocbuild.model.outline import page_competencies

RULE = Rule(
    "MB101",
    "unknown-competency",
    Severity.ERROR,
    __doc__,
    remedy="use a code of course/framework.yml, or add this one there",
)


def check(course: Course) -> Iterator[Diagnostic]:
    """Every code at the very word."""
    known = course.framework.by_code
    items = {c.code for c in course.framework.items}
    for ref in _refs(course):
        if ref.code not in known:
            message = f"unknown competency '{ref.code[:60]}'"
            yield RULE.meant(ref.span, message, ref.code, nearest(ref.code, items))


def _refs(course: Course) -> Iterator[CompetencyRef]:
    for module in course.modules:
        yield from module.competencies
        for page in module.activities:
            yield from _of_page(page)
        for question in module.welcome.questions:
            yield from question.competencies


def _of_page(page: Activity) -> Iterator[CompetencyRef]:
    yield from page_competencies(page)
    if isinstance(page, Lesson):
        for question in page.questions:
            yield from question.competencies
