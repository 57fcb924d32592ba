"""moocbuild.json of a backup: what our plugin for Moodle must know and a backup has no place for.

A restore without the plugin does not look at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moocbuild.formats.lined_json import lined
from moocbuild.formats.moodle import idnumber, name
from moocbuild.model.course import Activity, Contact, Course, Lesson, Module, Quiz
from moocbuild.model.outline import asked_codes, page_competencies, quizzes
from moocbuild.model.question import Question
from moocbuild.package.facts import stated

NAME = "moocbuild.json"
FORMAT = 1
"""Counted up when an older plugin could no longer read it rightly."""

_Row = dict[str, object]


def about(course: Course) -> bytes:
    """The file, as UTF-8."""
    rows: _Row = {
        "format": FORMAT,
        "course": _course(course),
        "framework": idnumber(course.framework.id),
        "items": list(_items(course)),
        "inFinal": list(_in_final(course)),
        "sections": [_section(module) for module in course.modules],
        "activities": [_activity(each, m) for m in course.modules for each in m.pages()],
        "questions": list(_questions(course)),
        "help": course.has_help,
        "contacts": [_contact(each) for each in course.contacts],
    }
    return lined(rows)


def _course(course: Course) -> _Row:
    return {
        "id": course.id,
        "track": course.track,
        "language": course.language,
        "title": course.title,
        "version": course.version,
        "released": course.released.isoformat(),
        "countries": list(course.countries),
        **stated(course),
    }


def _items(course: Course) -> Iterator[_Row]:
    """What the course is about, in the framework's order."""
    used = {ref.code for page in course.pages() for ref in page_competencies(page)}
    for item in course.framework.by_code.values():
        if item.code in used:
            yield {"code": item.code, "label": item.short_label, "practice": item.practice}


def _in_final(course: Course) -> Iterable[str]:
    """Codes that questions of finals ask for."""
    return dict.fromkeys(asked_codes(course, finals=True))


def _section(module: Module) -> _Row:
    return {"id": module.id, "title": name(module.title)}


def _activity(each: Activity, module: Module) -> _Row:
    kind = "page" if isinstance(each, Lesson) else "quiz" if isinstance(each, Quiz) else "scorm"
    row: _Row = {
        "idnumber": idnumber(each.id),
        "kind": kind,
        "section": module.id,
        "title": name(each.title),
    }
    return {**row, **_settings(each)} if isinstance(each, Quiz) else row


def _settings(quiz: Quiz) -> _Row:
    """By pass mark and order the plugin knows, at the next update, what a site has set itself."""
    return {
        "graded": quiz.graded,
        "final": quiz.final,
        "pass": quiz.pass_mark,
        "shuffle": quiz.shuffle,
    }


def _questions(course: Course) -> Iterator[_Row]:
    """Scored questions, one that several quizzes ask once; `items` begin with the main one."""
    rows: dict[str, _Row] = {}
    for quiz in quizzes(course):
        for question in quiz.questions:
            if question.scored:
                rows.setdefault(question.id, _question(question, quiz))
    yield from rows.values()


def _question(question: Question, quiz: Quiz) -> _Row:
    return {
        "idnumber": idnumber(question.id),
        "activity": idnumber(quiz.id),
        "points": question.points,
        "items": list(dict.fromkeys(ref.code for ref in question.competencies)),
    }


def _contact(contact: Contact) -> _Row:
    return {
        "country": contact.country,
        "role": contact.role,
        "number": contact.number,
        "languages": list(contact.languages),
        "hours": contact.hours,
        "operator": contact.operator,
        "url": contact.url,
        "confirmed": contact.confirmed_on.isoformat() if contact.confirmed_on else None,
    }
