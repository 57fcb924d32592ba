"""The player's own pages: what a learner has shown, written and finished.

Each reads whole without a script; the script fills in what it knows of this learner.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from moocbuild.model.competency import Competency
from moocbuild.model.course import Module
from moocbuild.model.outline import assessed_competencies, journal_prompts
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Ref, Text, rewrite
from moocbuild.player.html.frame import Frame, ItemView
from moocbuild.player.html.names import (
    COMPETENCIES,
    COMPLETION,
    JOURNAL,
    question_anchor,
)
from moocbuild.player.html.render import Context
from moocbuild.render.common import card_link
from moocbuild.values import dataclass

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class LearnerPage:
    """template: file. values: what it shows beside the page's view. parts: of the player."""

    template: str
    values: Callable[[Context, Frame], Values]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """An item in the table of competencies."""

    item: ItemView
    practice: bool


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category with those of its items that the course asks for."""

    code: str
    title: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class PromptView:
    """A private writing space, to be found again."""

    id: str
    title: str
    prompt: Text
    href: str
    page: str


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A module with its writing spaces."""

    title: str
    prompts: tuple[PromptView, ...]


@dataclass(frozen=True, slots=True)
class UnitView:
    """A module on the page for the end. pages: JSON, number and title of each."""

    title: str
    href: str
    pages: str


def _competencies(context: Context, frame: Frame) -> Values:
    course, framework = context.course, context.course.framework
    asked = assessed_competencies(course)
    rows: dict[str, list[RowView]] = {}
    for item in framework.items:
        if item.code in asked:
            rows.setdefault(framework.category_of(item), []).append(_row(item, frame))
    return {
        "categories": [
            CategoryView(category.code, category.statement, tuple(rows[category.code]))
            for category in framework.categories
            if category.code in rows
        ],
        "later": len(framework.untouched(asked)),
        "practice": [_row(item, frame) for item in framework.items if item.practice],
        "framework": context.href(Ref("page", "framework")) or "",
        "simulations": any(isinstance(page, Scenario) for page in course.pages()),
        "journal": any(any(journal_prompts(page)) for page in course.pages()),
    }


def _row(item: Competency, frame: Frame) -> RowView:
    return RowView(frame.item(item), item.practice)


def _journal(context: Context, frame: Frame) -> Values:
    chapters = []
    for module in context.course.units():
        prompts = tuple(
            _prompt(q, context.files[page.id], page.title)
            for page in module.pages()
            for q in journal_prompts(page)
        )
        if prompts:
            chapters.append(ChapterView(module.title, prompts))
    return {"chapters": chapters}


def _prompt(question: Question, file: str, page_title: str) -> PromptView:
    href = f"{file}#{question_anchor(question.id)}"
    prompt = Text(rewrite(question.prompt.nodes, {"card": card_link}))
    return PromptView(question.id, question.title, prompt, href, page_title)


def _completion(context: Context, frame: Frame) -> Values:
    modules = list(context.course.units())
    units = [UnitView(m.title, context.files[m.welcome.id], _pages(m)) for m in modules]
    minutes = sum(module.minutes for module in modules)
    released = context.say.date(context.course.released)
    return {"units": units, "length": frame.length(minutes), "released": released}


def _pages(module: Module) -> str:
    rows = [[page.ordinal, page.title] for page in module.activities if page.ordinal]
    return json.dumps(rows, ensure_ascii=False)


LEARNER_PAGES: Mapping[str, LearnerPage] = {
    COMPETENCIES: LearnerPage(
        "competencies.html", _competencies, ("evidence.js", "competencies.js")
    ),
    JOURNAL: LearnerPage("writing.html", _journal, ("writing.js",)),
    COMPLETION: LearnerPage("completion.html", _completion, ("completion.js",)),
}
