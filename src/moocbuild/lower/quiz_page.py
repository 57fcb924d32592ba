"""A quiz becomes a page to read, where a target asks nothing at all, as a book does.

The questions come first, without their answers; answers, feedback, hints and explanations stand at
the end of the page. Nothing is scored. Where an answer has to be given, use another target.
"""

from __future__ import annotations

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.reading import quiz_as_page
from moocbuild.lower.walk import change_pages, counted, note, quizzes
from moocbuild.model.course import Activity, Course, Quiz
from moocbuild.target import Feature, Target, degraded, lost
from moocbuild.words import Words, words

ORDER = 31  # what can only be read need not become simpler first
RULE = Rule("MB359", "quiz-as-page", Severity.NOTE, __doc__)
FEATURE = None
_READ = degraded("is there to read, with the answer at the end of the page")
_TOLD = degraded("stands with the answers at the end of the page")
_UNSCORED = lost("nothing is answered there, so nothing is scored")
_ALL_THERE = lost("every question is there, and may be read at any time")
FATES = {
    Feature.SINGLE: _READ,
    Feature.TWO_OPTIONS: _READ,
    Feature.MULTIPLE: _READ,
    Feature.TRUE_FALSE: _READ,
    Feature.MATCH: _READ,
    Feature.ORDER: _READ,
    Feature.NUMERIC: _READ,
    Feature.TEXT: _READ,
    Feature.HOTTEXT: _READ,
    Feature.GAPS: _READ,
    Feature.LIKERT: degraded("becomes a table to read; no answers are collected"),
    Feature.FEEDBACK: _TOLD,
    Feature.HINT: _TOLD,
    Feature.EXPLANATION: _TOLD,
    Feature.PARTIAL_CREDIT: degraded("the answers say what is right in part"),
    Feature.POINTS: _UNSCORED,
    Feature.PASS_MARK: _UNSCORED,
    Feature.CATEGORY_MARK: _UNSCORED,
    Feature.GRADE: _UNSCORED,
    Feature.CRITICAL: _UNSCORED,
    Feature.DRAW: _ALL_THERE,
    Feature.ATTEMPTS: _ALL_THERE,
    Feature.TIME_LIMIT: _ALL_THERE,
    Feature.LATER_FEEDBACK: _ALL_THERE,
    Feature.CLOSED_FEEDBACK: _ALL_THERE,
    Feature.HIDDEN_ANSWERS: _ALL_THERE,
    Feature.PRETEST: degraded("is read before the unit"),
    Feature.SHUFFLE: lost("options keep their order"),
}


def applies(target: Target) -> bool:
    """Where nothing can be asked."""
    return not target.asks


def lower(course: Course, target: Target, report: Report) -> Course:
    """Quizzes as pages, with the ids that they had."""
    found = list(quizzes(course))
    if not found:
        return course
    what = counted(len(found), "quiz is a page", "quizzes are pages")
    said = f"{what} to read, with the answers at the end"
    note(report, RULE, target, [quiz.span for quiz in found], said)
    say = words(course.language)
    return change_pages(course, lambda page: (_read(page, say),))


def _read(page: Activity, say: Words) -> Activity:
    if not isinstance(page, Quiz):
        return page
    return quiz_as_page(page, page.questions, say, id=page.id, title=page.title, whole=True)
