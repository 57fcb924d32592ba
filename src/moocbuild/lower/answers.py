"""A page of answers and explanations follows each quiz, where learners would not see feedback.

Imported feedback stays hidden in Moodle until someone changes the review options of the quiz, and
is left out by Open edX (measured on Moodle 4.5 and 5.1 and cc2olx 0.4.0). The page has every
option with its feedback, the hint, the explanation and the items of each question.
"""

from __future__ import annotations

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.reading import answered
from moocbuild.lower.walk import change_pages, counted, fresh, note, quizzes
from moocbuild.model.course import Activity, Course, Lesson, Quiz
from moocbuild.model.question import Question
from moocbuild.model.text import Text
from moocbuild.package.memo import once
from moocbuild.target import Feature, Target, degraded
from moocbuild.words import Words, words

ORDER = 80  # of the questions and quizzes as they are now
RULE = Rule("MB309", "answers-page", Severity.NOTE, __doc__)
FEATURE = Feature.FEEDBACK
_ON_THE_PAGE = degraded("stands on the page of answers after the quiz")
FATES = {
    FEATURE: degraded("a page of answers follows each quiz"),
    Feature.HINT: _ON_THE_PAGE,
    Feature.EXPLANATION: _ON_THE_PAGE,
}


def applies(target: Target) -> bool:
    """Where questions are asked, and learners would not see feedback."""
    return target.asks and not target.keeps(FEATURE)


def lower(course: Course, target: Target, report: Report) -> Course:
    """A page of answers after each quiz."""
    found = [quiz for quiz in quizzes(course) if quiz.questions]
    if not found:
        return course
    what = counted(len(found), "quiz is", "quizzes are")
    said = f"{what} followed by a page of answers, since feedback is not shown"
    note(report, RULE, target, [quiz.span for quiz in found], said)
    say = words(course.language)
    taken = {page.id for page in course.pages()}
    return change_pages(course, lambda page: _followed(page, taken, say))


def _followed(page: Activity, taken: set[str], say: Words) -> tuple[Activity, ...]:
    if not isinstance(page, Quiz) or not page.questions:
        return (page,)
    answers = Lesson(
        id=fresh(f"{page.id}-answers", taken),
        title=say("question.answers_page", title=page.title),
        parts=tuple(_answered(question, say) for question in page.questions),
        kind="page",
        content_notes=page.content_notes,
        span=page.span,
    )
    return (page, answers)


def _answered(question: Question, say: Words) -> Text:
    """Made once for all versions of a package that ask this very question."""
    key = ("answered", id(question), say.language)
    _, found = once(key, lambda: (question, answered(question, "h2", say)), lambda _: _SIZE)
    return found


_SIZE = 4_000
"""Bytes that such a text takes, about."""
