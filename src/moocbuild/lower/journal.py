"""Private writing space is not in this target; the prompt stays, to be answered on paper.

In lessons the prompt becomes prose ("Write for yourself"). In quizzes it moves to a page after the
quiz, with what the author offered as model answers, or stays as text without a field where the
target has that. Nothing that learners write is stored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.reading import asked
from moocbuild.lower.walk import asked_as, change_pages, counted, fresh, note
from moocbuild.model.course import Activity, Course, Lesson, Prompt, Quiz
from moocbuild.model.question import ExtendedTextInteraction, Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Text, labelled, text
from moocbuild.target import Feature, Target, degraded
from moocbuild.words import Words, words

ORDER = 20
RULE = Rule("MB306", "journal-as-page", Severity.NOTE, __doc__)
FEATURE = Feature.JOURNAL
FATES = {FEATURE: degraded("becomes a page with the prompt; there is no private notebook")}


def applies(target: Target) -> bool:
    """Where nothing can be written for oneself."""
    return not target.keeps(FEATURE)


def lower(course: Course, target: Target, report: Report) -> Course:
    """Journal prompts as prose, those of quizzes on a page of their own; `prompts` names them."""
    found = asked_as(course, ExtendedTextInteraction)
    if not found:
        return course
    what = counted(len(found), "journal prompt becomes", "journal prompts become")
    note(report, RULE, target, [q.span for q in found], f"{what} prose without a place to write")
    say = words(course.language)
    taken = {page.id for page in course.pages()}
    shown = ExtendedTextInteraction in target.interactions
    changed = change_pages(
        course,
        lambda page: (page,) if shown and isinstance(page, Quiz) else _changed(page, taken, say),
    )
    return replace(changed, prompts=tuple(_prompts(course)))


def _prompts(course: Course) -> Iterator[Prompt]:
    """Pages that the tool made only repeat the prompts of others."""
    for page in course.pages():
        if not isinstance(page, Scenario) and getattr(page, "kind", "") != "page":
            for question in filter(_private, page.questions):
                yield Prompt(page=page.id, title=page.title, question=question)


def _changed(page: Activity, taken: set[str], say: Words) -> Sequence[Activity]:
    if isinstance(page, Lesson) and any(map(_private, page.questions)):
        parts = (_as_prose(p, say) if isinstance(p, Question) else p for p in page.parts)
        return (replace(page, parts=tuple(parts)),)
    if isinstance(page, Quiz) and any(map(_private, page.questions)):
        scored = tuple(q for q in page.questions if not _private(q))
        quiz = (replace(page, questions=scored),) if scored else ()
        return (*quiz, _page(page, taken, say))
    return (page,)


def _page(quiz: Quiz, taken: set[str], say: Words) -> Lesson:
    prompts = [question for question in quiz.questions if _private(question)]
    emptied = len(prompts) == len(quiz.questions)
    intro = (quiz.intro,) if emptied and quiz.intro else ()
    return Lesson(
        id=fresh(f"{quiz.id}-journal", taken),
        title=say("question.journal_page", title=quiz.title),
        heading=say.heading("question.journal_page", title=say.quoted(quiz.title)),
        parts=(*intro, *(_told(question, say) for question in prompts)),
        kind="page",
        competencies=tuple(dict.fromkeys(r for q in prompts for r in q.competencies)),
        content_notes=quiz.content_notes,
        span=prompts[0].span,
    )


def _as_prose(question: Question, say: Words) -> Text | Question:
    return _told(question, say) if _private(question) else question


def _told(question: Question, say: Words) -> Text:
    hint = labelled(say.content("question.hint"), question.hint)
    explanation = labelled(say.content("question.explanation"), question.explanation)
    return text(asked(question, "h2", say), hint, explanation)


def _private(question: Question) -> bool:
    return isinstance(question.interaction, ExtendedTextInteraction)
