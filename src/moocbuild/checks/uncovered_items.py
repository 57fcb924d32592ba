"""Some items of the framework do not appear in the course.

No lesson, simulation or question names them, or an item below them. That is fine for a course that
grows unit by unit; the list shows how far it has come.
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.outline import page_competencies

RULE = Rule("MB211", "uncovered-items", Severity.NOTE, __doc__)


def check(course: Course) -> Iterator[Diagnostic]:
    """One note for the course."""
    missing = [item.code for item in course.framework.untouched(_met(course))]
    if missing:
        total = len(course.framework.items)
        shown = ", ".join(missing[:8]) + (" …" if len(missing) > 8 else "")
        message = f"{len(missing)} of {total} items do not appear in this course: {shown}"
        yield RULE.at(Span("course/framework.yml"), message)


def _met(course: Course) -> set[str]:
    asked = {ref.code for q in course.questions() for ref in q.competencies}
    return asked | {ref.code for page in course.pages() for ref in page_competencies(page)}
