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
            code, wanted = ref.code, _wanted(course, ref)
            lacks = {}
            if code not in taught:
                lacks["no lesson teaches it"] = f"write 'items: [{code}]' in that of a lesson"
            if plays and code not in practised:
                lacks["no simulation practises it"] = f"write `{code} 2` behind a choice of one"
            if asked[code] < wanted:
                lacks[f"{asked[code]} of {wanted} questions assess it"] = (
                    f"write `{code}` first in the tags of {wanted - asked[code]} more"
                )
            if lacks and code in course.framework.by_code:
                help = f"{'; '.join(lacks.values())}; or leave {code} out here"
                yield RULE.at(ref.span, f"{code}: {', '.join(lacks)}", help=help)


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
