"""A learner's progress does not fit into SCORM 1.2.

SCORM 1.2 stores 4,096 characters of state for a course, of which the player uses 4,000. It needs
one character for each question and page, and more for each simulation. Split the course, or leave
`scorm-1.2` out of `targets:` and build SCORM 2004 (64,000).
"""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.outline import quizzes, scenarios
from moocbuild.model.scenario import Scenario

RULE = Rule(
    "MB143",
    "suspend-data",
    Severity.ERROR,
    __doc__,
    remedy="split the course into two, or leave scorm-1.2 out of 'targets:'",
)
TARGETS = frozenset({"scorm-1.2"})
LIMIT = 4000


def check(course: Course) -> Iterator[Diagnostic]:
    """The largest state the player can write, estimated from above."""
    size = estimate(course)
    if size > LIMIT:
        message = (
            f"the state of this course needs {size} characters; SCORM 1.2 has room for {LIMIT}"
        )
        help = "split the course into two, or leave scorm-1.2 out of 'targets:'"
        yield RULE.at(Span("course/course.yml"), message, help=help)


def estimate(course: Course) -> int:
    """Characters of suspend_data when everything is done."""
    asked = (page.questions for page in course.pages() if not isinstance(page, Scenario))
    ordinals = [q.ordinal for questions in asked for q in questions if q.scored]
    pages = [page.ordinal for page in course.pages()]
    played = list(scenarios(course))
    evidence = sum(len({ref.code for ref in each.shown()}) for each in played)
    return (
        80
        + max(ordinals, default=0) * 4 // 3  # best and latest answers, 4 bits each
        + max(pages, default=0) // 6
        + 12 * len(list(quizzes(course)))
        + 12 * len(played)
        + 3 * evidence
    )
