"""A course as plain data: what learners meet, by id. Its words without markup.

`{"form", "course", "modules", "pages", "questions", "scenes", "media", "competencies", "tracks",
"contacts", "sources", "terms"}`; each but the first two is a mapping from ids. A value is what
changes are told of; what only says where something stands in files is left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from moocbuild.compare import FORM
from moocbuild.compare.keys import answers_of
from moocbuild.compare.words import media_in, words_in
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.course import Activity, Course, Lesson, Module, Quiz
from moocbuild.model.plain import facts as plain
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario, Scene, SceneChoice
from moocbuild.model.text import Text

Facts = Mapping[str, Any]
Row = dict[str, Any]


def facts(course: Course) -> Facts:
    """The facts of a course as its author wrote it, before anything is added or replaced."""
    pages = (page for module in course.units() for page in module.pages())
    return joined(course_facts(course), map(page_facts, pages))


def joined(course: Facts, parts: Iterable[Facts]) -> Facts:
    """The facts of a course and of its pages as one; each page learns which module has it."""
    whole: Row = {**course, "pages": {}, "questions": {}, "scenes": {}}
    for part in parts:
        for table, rows in part.items():
            whole[table].update(rows)
    for id, module in whole["modules"].items():
        for page in module["pages"]:
            whole["pages"][page]["module"] = id
    return whole


def page_facts(page: Activity) -> Facts:
    """The rows of one page, and of its questions and scenes."""
    return {
        "pages": {page.id: _page(page)},
        "questions": {q.id: _question(q, page) for q in _questions(page)},
        "scenes": dict(_scenes(page)),
    }


def course_facts(course: Course) -> Facts:
    """All but what stands on pages."""
    return {
        "form": FORM,
        "course": _course(course),
        "modules": {module.id: _module(module) for module in course.units()},
        "media": {asset.href: asset.sha256[:16] for asset in course.assets.values()},
        "competencies": {c.code: c.statement for c in course.framework.by_code.values()},
        "tracks": {t.id: {"title": t.title, "holds": list(t.modules)} for t in course.tracks},
        "contacts": {
            f"{c.country} {c.role} {c.operator}".strip(): f"{c.number} {c.hours} {c.url}".strip()
            for c in course.help_lines()
        },
        "sources": {each.key: each.cite for each in course.references},
        "terms": {each.term: words_in(each.definition) for each in course.glossary},
    }


def _course(course: Course) -> Row:
    look = hashlib.sha256(repr(plain(course.theme)).encode("utf-8", "replace"))
    return {
        "id": course.id,
        "track": course.track,
        "title": course.title,
        "description": course.description,
        "version": course.version,
        "released": course.released.isoformat(),
        "language": course.language,
        **({"licence": course.licence} if course.licence else {}),
        "authors": list(course.authors),
        "countries": list(course.countries),
        "pass_mark": course.settings.pass_mark,
        "framework": course.framework.title,
        "look": look.hexdigest()[:16],
    }


def _module(module: Module) -> Row:
    return {
        "title": module.title,
        "outcomes": list(module.outcomes),
        "competencies": _codes(module.competencies),
        "pages": [page.id for page in module.pages()],
        "minutes": module.minutes,
        "notes": list(module.content_notes),
    }


def _page(page: Activity) -> Row:
    row: Row = {
        "kind": _kind(page),
        "title": page.title,
        "words": " ".join(filter(None, map(words_in, _prose(page)))),
        "media": list(dict.fromkeys(each for text in _prose(page) for each in media_in(text))),
        "minutes": page.minutes,
        "notes": list(page.content_notes),
    }
    if not isinstance(page, Quiz):
        row["competencies"] = _codes(page.competencies)
    return {**row, "settings": _settings(page)} if isinstance(page, Quiz) else row


def _kind(page: Activity) -> str:
    if isinstance(page, Lesson):
        return page.kind
    return "scenario" if isinstance(page, Scenario) else "pretest" if page.pretest else "quiz"


def _prose(page: Activity) -> Iterator[Text]:
    if isinstance(page, Lesson):
        yield from (part for part in page.parts if isinstance(part, Text))
        return
    yield page.intro
    if isinstance(page, Scenario):
        yield page.debrief


def _settings(quiz: Quiz) -> Row:
    return {
        "pass_mark": quiz.pass_mark,
        "graded": quiz.graded,
        "attempts": quiz.attempts,
        "time_limit": quiz.time_limit,
        "drawn": quiz.drawn,
        "category_mark": quiz.category_mark,
        "final": quiz.final,
        "feedback_time": quiz.feedback,
        "right_answers": quiz.right_answers,
        "shuffle": quiz.shuffle,
    }


def _questions(page: Activity) -> Iterable[Question]:
    return page.debrief_questions if isinstance(page, Scenario) else page.questions


def _question(question: Question, page: Activity) -> Row:
    return {
        "title": question.title,
        "page": page.id,
        "kind": question.kind,
        "scored": question.scored,
        "points": question.points,
        "critical": question.critical,
        "level": question.level,
        "competencies": _codes(question.competencies),
        "texts": {
            name: words
            for name in ("prompt", "hint", "explanation")
            if (words := words_in(getattr(question, name)))
        },
        "answers": answers_of(question.interaction),
    }


def _scenes(page: Activity) -> Iterator[tuple[str, Row]]:
    if isinstance(page, Scenario):
        for scene in page.scenes:
            yield f"{page.id}#{scene.id}", _scene(scene, page)


def _scene(scene: Scene, page: Scenario) -> Row:
    return {
        "title": scene.title,
        "page": page.id,
        "words": words_in(scene.text),
        "end": scene.end,
        "choices": {choice.id: _choice(choice) for choice in scene.choices},
    }


def _choice(choice: SceneChoice) -> Row:
    return {
        "text": words_in(choice.text),
        "feedback": words_in(choice.feedback),
        "goes_to": choice.goes_to,
        "evidence": {ref.code: value for ref, value in choice.evidence},
        "effects": dict(choice.effects),
        "critical": choice.critical,
    }


def _codes(refs: Iterable[CompetencyRef]) -> list[str]:
    return list(dict.fromkeys(ref.code for ref in refs))
