"""What a page needs of the player and its style, and so a course: nothing else is packed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from moocbuild.model.course import Activity, Course, Module
from moocbuild.model.outline import journal_prompts
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.player.html.card import CARD_FILES
from moocbuild.player.html.frame import page_kind
from moocbuild.player.html.learner_pages import LEARNER_PAGES
from moocbuild.player.html.names import learner_page_ids
from moocbuild.player.html.question import needed, needed_sheets
from moocbuild.values import dataclass

_SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "module": ("home.js",),
    "quiz": ("order.js", "quiz.js", "evidence.js"),
    "scenario": ("evidence.js", "scenario.js"),
}
"""Kind of a page → the parts of the player that it needs beside those of its questions."""
_SHEETS: Mapping[str, tuple[str, ...]] = {
    "module": ("contents.css",),
    "scenario": ("scenario.css",),
    "page": ("made.css",),
}
"""Kind of a page → the files of style that it needs beside style.css."""
HELP = "help"
"""The id of the page to which every page then leads."""
STYLE = "style.css"
"""The file of style that every page has."""


@dataclass(frozen=True, slots=True)
class Needs:
    """scripts, sheets: names of files, in an order that works."""

    scripts: tuple[str, ...]
    sheets: tuple[str, ...]


HOME_NEEDS = Needs(("home.js",), ("contents.css",))


def own_needs(id: str) -> Needs:
    """What a page of the player's own needs, by its id."""
    return Needs(LEARNER_PAGES[id].scripts, ("made.css",))


def page_needs(page: Activity, module: Module) -> Needs:
    """What a page of the course needs."""
    kind, asked = page_kind(page, module), questions_on(page)
    films = CARD_FILES if page.hosts else ((), ())
    tabs = ("tabs.css",) if "tabs" in page.uses else ()
    return Needs(
        (*needed(asked, *_SCRIPTS.get(kind, ())), *films[0]),
        (*_SHEETS.get(kind, ()), *needed_sheets(asked), *films[1], *tabs),
    )


def questions_on(page: Activity) -> Sequence[Question]:
    """The questions that a page shows."""
    return page.debrief_questions if isinstance(page, Scenario) else page.questions


def course_needs(course: Course) -> Needs:
    """What all pages need, and what they load when they are there."""
    every = (*_every(course), Needs(tuple(_loaded(course)), (STYLE,)))
    return Needs(
        tuple(sorted({name for each in every for name in each.scripts})),
        tuple(sorted({name for each in every for name in each.sheets})),
    )


def _every(course: Course) -> Iterator[Needs]:
    yield HOME_NEEDS
    yield from map(own_needs, learner_page_ids(course))
    for module in course.modules:
        yield from (page_needs(page, module) for page in module.pages())


def _loaded(course: Course) -> Iterator[str]:
    pages = list(course.pages())
    yield "later.js"
    if any(page.id == HELP for page in pages):
        yield "help.js"
    if any(journal_prompts(page) for page in pages):
        yield "journal.js"
