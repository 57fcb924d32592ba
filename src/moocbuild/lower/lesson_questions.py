"""Questions inside lessons cannot be answered in this target; they are there to read.

The question and its options stand where they were; answers, feedback and explanations stand at the
end of the page under a heading of their own. What must be scored belongs in a quiz.
"""

from __future__ import annotations

from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.reading import answers, asked
from moocbuild.lower.walk import change_pages, counted, lessons, note
from moocbuild.model.course import Activity, Course, Lesson
from moocbuild.model.question import Question
from moocbuild.target import Feature, Target, degraded
from moocbuild.words import Words, words

ORDER = 30  # reads better before its questions become simpler ones
RULE = Rule("MB307", "lesson-questions-as-prose", Severity.NOTE, __doc__)
FEATURE = Feature.QUESTIONS_IN_LESSONS
FATES = {FEATURE: degraded("are read, with the answers at the end of the page")}


def applies(target: Target) -> bool:
    """Where pages cannot ask."""
    return not target.keeps(FEATURE)


def lower(course: Course, target: Target, report: Report) -> Course:
    """Questions of lessons as prose, their answers at the end of the page."""
    found = [question for lesson in lessons(course) for question in lesson.questions]
    if not found:
        return course
    what = counted(len(found), "question of a lesson is", "questions of lessons are")
    said = f"{what} there to read, with the answers below"
    note(report, RULE, target, [question.span for question in found], said)
    say = words(course.language)
    return change_pages(course, lambda page: (_changed(page, say),))


def _changed(page: Activity, say: Words) -> Activity:
    if not isinstance(page, Lesson) or not page.questions:
        return page
    read = (asked(p, "h2", say) if isinstance(p, Question) else p for p in page.parts)
    return replace(page, parts=(*read, *answers(page.questions, say)))
