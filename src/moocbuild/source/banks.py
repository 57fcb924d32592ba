"""The banks that quizzes draw from in Open edX, compared with those that course.lock names."""

from __future__ import annotations

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.model.banks import ALWAYS, bank_names
from moocbuild.model.course import Course
from moocbuild.model.outline import quizzes
from moocbuild.source.files.lock import Ids

MOVED = Rule(
    "MB228",
    "draw-changed",
    Severity.WARNING,
    """Questions of a quiz that draws are in other banks now than when course.lock was written: the
first item of one was changed, or how many questions are drawn. Open edX keeps what it has drawn
for a learner only as long as a question stays in its bank. Learners who had drawn one of these get
another in its place, unanswered, and their score in this quiz falls. Change the first item back
and name the other one behind it, or accept this with `moocbuild ids --write`. The other packages
draw anew at each attempt.""",
    remedy="keep the first item of each question, or run 'moocbuild ids --write'",
)
_NAMED = 5


def check_banks(course: Course, ids: Ids, report: Report) -> None:
    """One warning for each quiz whose draws change; what is there now goes into the lock."""
    for quiz in quizzes(course):
        now = bank_names(quiz)
        if now:
            ids.used.openedx.banks[quiz.id] = {str(id): str(item) for id, item in now.items()}
        before = ids.frozen.openedx.banks.get(quiz.id, {})
        # One that is in every draw from now on keeps what was earned with it.
        moved = [id for id in before if now.get(id, ALWAYS) not in (ALWAYS, before[id])]
        if moved:
            named = ", ".join(moved[:_NAMED]) + (" …" if len(moved) > _NAMED else "")
            message = f"the draws of '{quiz.title}' change for learners in Open edX: {named}"
            help = "keep the first item of each question, or run 'moocbuild ids --write'"
            report(MOVED.at(quiz.span, message, help=help))
