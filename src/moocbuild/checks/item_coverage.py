"""An item that a module announces is not taught, not practised, or barely assessed there.

A module lists its items in the front matter of index.md. Each needs a lesson that names it, at
least two questions with it as the main item (four if the framework marks the item as critical for
safety), and, in a course with simulations, one with choices tagged with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Course, Lesson, Quiz
from moocbuild.model.draw import main_item
from moocbuild.model.outline import scenarios

RULE = Rule("MB210", "item-coverage", Severity.NOTE, __doc__)


def check(course: Course) -> Iterator[Diagnostic]:
    """Items that modules announce, at the word."""
    plays = any(scenarios(course))
    taught, practised, asked = _taught(course), _practised(course), _asked(course)
    for module in course.modules:
        for ref in module.competencies:
            lacks = []
            if ref.code not in taught:
                lacks.append("no lesson teaches it")
            if plays and ref.code not in practised:
                lacks.append("no simulation practises it")
            if asked[ref.code] < _wanted(course, ref):
                lacks.append(f"{asked[ref.code]} of {_wanted(course, ref)} questions assess it")
            if lacks and ref.code in course.framework.by_code:
                yield RULE.at(ref.span, f"{ref.code}: {', '.join(lacks)}")


def _wanted(course: Course, ref: CompetencyRef) -> int:
    item = course.framework.by_code.get(ref.code)
    return 4 if item is not None and item.critical else 2


def _taught(course: Course) -> set[str]:
    lessons = (p for m in course.modules for p in m.activities if isinstance(p, Lesson))
    return {ref.code for lesson in lessons if lesson.kind != "page" for ref in lesson.competencies}


def _practised(course: Course) -> set[str]:
    return {ref.code for scenario in scenarios(course) for ref in scenario.shown()}


def _asked(course: Course) -> Counter[str]:
    quizzes = (p for m in course.modules for p in m.activities if isinstance(p, Quiz))
    asked = {q.id: q for quiz in quizzes for q in quiz.questions if q.scored}
    return Counter(map(main_item, asked.values()))
