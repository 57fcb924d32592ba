"""Survey questions are asked in another place, or become text to read.

Where a target has quizzes that judge every answer, they move to a quiz of their own after the
quiz, which judges none. Where it can only ask what is right or wrong, they become text on a page
after the quiz, as they do in lessons whose questions are only read. No answers are collected
there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.reading import asked
from moocbuild.lower.walk import asked_as, change_pages, counted, fresh, note
from moocbuild.model.course import Activity, Course, Lesson, Quiz
from moocbuild.model.question import Question, SurveyInteraction
from moocbuild.model.text import EMPTY, Text, labelled, paragraph, text
from moocbuild.target import Feature, Target, degraded
from moocbuild.words import Words, words

ORDER = 21
RULE = Rule("MB349", "survey-apart", Severity.NOTE, __doc__)
FEATURE = Feature.SURVEY
FATES = {FEATURE: degraded("becomes text to read; no answers are collected")}


def applies(target: Target) -> bool:
    """Where it cannot be asked among questions that are judged."""
    return SurveyInteraction not in target.interactions or target.surveys_apart


def lower(course: Course, target: Target, report: Report) -> Course:
    """Survey questions in quizzes of their own, or as text."""
    found = asked_as(course, SurveyInteraction)
    apart = SurveyInteraction in target.interactions
    readable = target.keeps(Feature.QUESTIONS_IN_LESSONS)
    say = words(course.language)
    taken = {page.id for page in course.pages()}

    def changed(page: Activity) -> tuple[Activity, ...]:
        if isinstance(page, Quiz):
            return tuple(_parted(page, taken, say, apart=apart))
        return (page if readable else _read(page, say),)

    made = change_pages(course, changed) if found else course
    if made is not course:
        what = counted(len(found), "survey question", "survey questions")
        ways = "asked in quizzes of their own, or read" if apart else "only read"
        note(report, RULE, target, [question.span for question in found], f"{what}: {ways}")
    return made


def _parted(quiz: Quiz, taken: set[str], say: Words, *, apart: bool) -> Iterator[Activity]:
    """The quiz without its survey questions, and what holds these; one of surveys alone stays."""
    surveys = tuple(filter(_asks_for_views, quiz.questions))
    rest = tuple(question for question in quiz.questions if question not in surveys)
    if not surveys or (apart and not any(question.scored for question in rest)):
        yield quiz
        return
    if rest:
        yield replace(quiz, questions=rest)
    yield _apart(quiz, surveys, taken, say) if apart else _page(quiz, surveys, taken, say)


def _apart(quiz: Quiz, surveys: tuple[Question, ...], taken: set[str], say: Words) -> Quiz:
    return Quiz(
        id=fresh(f"{quiz.id}-survey", taken),
        title=say("question.survey_page", title=quiz.title),
        intro=text(paragraph(say.content("question.survey_intro"))),
        questions=surveys,
        graded=False,
        shuffle=False,
        pretest=quiz.pretest,
        span=surveys[0].span,
    )


def _page(quiz: Quiz, surveys: tuple[Question, ...], taken: set[str], say: Words) -> Lesson:
    whole, named = len(surveys) == len(quiz.questions), say.quoted(quiz.title)
    intro = (quiz.intro,) if whole and quiz.intro else ()
    return Lesson(
        id=quiz.id if whole else fresh(f"{quiz.id}-survey", taken),
        title=quiz.title if whole else say("question.survey_page", title=quiz.title),
        heading=EMPTY if whole else say.heading("question.survey_page", title=named),
        parts=(*intro, *(_told(question, say) for question in surveys)),
        kind="page",
        content_notes=quiz.content_notes,
        span=surveys[0].span,
    )


def _read(page: Activity, say: Words) -> Activity:
    if not isinstance(page, Lesson) or not any(map(_asks_for_views, page.questions)):
        return page
    parts = (
        _told(p, say) if isinstance(p, Question) and _asks_for_views(p) else p for p in page.parts
    )
    return replace(page, parts=tuple(parts))


def _told(question: Question, say: Words) -> Text:
    explanation = labelled(say.content("question.explanation"), question.explanation)
    return text(asked(question, "h2", say), explanation or EMPTY)


def _asks_for_views(question: Question) -> bool:
    return isinstance(question.interaction, SurveyInteraction)
