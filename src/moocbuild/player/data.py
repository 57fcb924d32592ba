"""course.js: what the script has to know of the course, as one classic script.

A script and not JSON, since a page opened from a disk may load scripts but may fetch nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from moocbuild.model.course import Activity, Contact, Course, Lesson, Module, Quiz
from moocbuild.model.draw import draw_plan
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.player.frame import competencies, page_kind
from moocbuild.player.names import own_pages, page_file
from moocbuild.player.question import question_kind
from moocbuild.player.words import script_words, words

_Value = dict[str, object]
# What could end a script element, open a comment in it, or end a line in older browsers.
_ESCAPES = str.maketrans(
    {c: f"\\u{ord(c):04x}" for c in ("<", ">", "&", "\u2028", "\u2029", "\u007f", "\ufeff")}
)


def course_script(course: Course) -> bytes:
    """`window.moocbuild = {…}`; what is false, empty or 0 is left out of rows."""
    text = json.dumps(course_data(course), ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate cannot be written as UTF-8; JavaScript takes it as an escape.
    body = f"window.moocbuild={text.translate(_ESCAPES)};\n"
    return body.encode("utf-8", "backslashreplace")


def course_data(course: Course) -> _Value:
    """The value of `window.moocbuild`."""
    return {
        "course": course.id,
        "title": course.title,
        "version": course.version,
        "language": course.language,
        "passMark": course.settings.pass_mark,
        "sco": course.settings.sco,
        "pages": [
            *(_page(page, module) for module in course.modules for page in module.pages()),
            *(_own_page(id, course) for id in own_pages(course)),
        ],
        "quizzes": {p.id: _quiz(p) for p in course.pages() if isinstance(p, Quiz)},
        "questions": {q.id: _question(q, page) for page in course.pages() for q in _asked(page)},
        "scenarios": {p.id: _scenario(p) for p in course.pages() if isinstance(p, Scenario)},
        "items": _items(course),
        "contacts": [_contact(contact) for contact in course.help_lines()],
        "strings": script_words(course.language),
    }


def _page(page: Activity, module: Module) -> _Value:
    return {
        "id": page.id,
        "file": page_file(page.id),
        "title": page.title,
        "kind": page_kind(page, module),
        **_true({"ordinal": page.ordinal, "graded": isinstance(page, Quiz) and page.graded}),
    }


def _own_page(id: str, course: Course) -> _Value:
    title = words(course.language)[f"menu_{id}"]
    return {"id": id, "file": page_file(id), "title": title, "kind": "page"}


def _contact(contact: Contact) -> _Value:
    names = ("country", "number", "operator", "hours", "url", "emergency")
    return _true({name: getattr(contact, name) for name in names})


def _quiz(quiz: Quiz) -> _Value:
    plan = draw_plan(quiz)
    flags = {"graded": quiz.graded, "shuffle": quiz.shuffle, "final": quiz.final}
    return {
        "ordinal": quiz.ordinal,
        "passMark": quiz.pass_mark,
        **_true({**flags, "categoryMark": quiz.category_mark}),
        "plan": {"always": plan.always, "pools": plan.pools, "rest": plan.rest},
    }


def _question(question: Question, page: Activity) -> _Value:
    return {
        "ordinal": question.ordinal,
        "kind": question_kind(question),
        "points": question.points,
        "page": page.id,
        "items": [ref.code for ref in question.competencies],
        **_true({"critical": question.critical}),
    }


def _scenario(scenario: Scenario) -> _Value:
    return {
        "ordinal": scenario.ordinal,
        "items": list(dict.fromkeys(_scenario_codes(scenario))),
    }


def _scenario_codes(scenario: Scenario) -> Iterator[str]:
    yield from (ref.code for ref in scenario.competencies)
    for scene in scenario.scenes:
        for choice in scene.choices:
            yield from (ref.code for ref, _ in choice.evidence)


def _asked(page: Activity) -> Iterator[Question]:
    questions = page.debrief_questions if isinstance(page, Scenario) else page.questions
    return (question for question in questions if question_kind(question))


def _items(course: Course) -> _Value:
    """Those in use; stored evidence names an item by its frozen number `n`."""
    used = {code for page in course.pages() for code in _codes(page)}
    return {
        code: {
            "n": item.ordinal,
            "label": item.short_label or item.statement,
            **_true({"critical": item.critical}),
        }
        for code, item in competencies(course).items()
        if code in used
    }


def _codes(page: Activity) -> Iterator[str]:
    if isinstance(page, Scenario):
        yield from _scenario_codes(page)
    if isinstance(page, Lesson):
        yield from (ref.code for ref in page.competencies)
    for question in _asked(page):
        yield from (ref.code for ref in question.competencies)


def _true(row: _Value) -> _Value:
    return {key: value for key, value in row.items() if value}
