"""What a page needs of the player and its style, and so a course: nothing else is packed.

What loads when: sheets before the page is drawn, and first.js beside them; when the page is there,
the core and the page's scripts, in that order; when its pictures are there, too, what `_loaded`
names; when somebody searches, search.js.
"""

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
from moocbuild.player.html.parts import KINDS, files_of
from moocbuild.player.html.question import needed, needed_sheets
from moocbuild.values import dataclass

_PARTS: Mapping[str, tuple[str, ...]] = {
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
_HURRIED: Mapping[str, tuple[str, ...]] = {
    "quiz": ("player.js", KINDS, "quiz.js"),
}
"""Kind of a page → scripts that are fetched beside it: without them, a quiz has not
chosen its questions. They run when the page is there, as all others do."""
HELP = "help"
"""The id of the page to which every page then leads."""
STYLE, PRINT = "style.css", "print.css"
"""The files of style that every page has; for the second, nothing waits."""


@dataclass(frozen=True, slots=True)
class Needs:
    """parts: of the player. sheets: names of files, in an order that works. hurried: see
    `_HURRIED`.
    """

    parts: tuple[str, ...]
    sheets: tuple[str, ...]
    hurried: tuple[str, ...] = ()

    @property
    def scripts(self) -> tuple[str, ...]:
        """The files in which the parts lie, in an order that works."""
        return files_of(self.parts)


HOME_NEEDS = Needs(("home.js",), ("contents.css",))


def own_needs(id: str) -> Needs:
    """What a page of the player's own needs, by its id."""
    return Needs(LEARNER_PAGES[id].parts, ("made.css",))


def page_needs(page: Activity, module: Module) -> Needs:
    """What a page of the course needs."""
    kind, asked = page_kind(page, module), questions_on(page)
    films = CARD_FILES if page.hosts else ((), ())
    tabs = ("tabs.css",) if "tabs" in page.uses else ()
    parts = (*needed(asked, *_PARTS.get(kind, ())), *films[0])
    return Needs(parts, (*_SHEETS.get(kind, ()), *films[1], *tabs), _HURRIED.get(kind, ()))


def questions_on(page: Activity) -> Sequence[Question]:
    """The questions that a page shows."""
    return page.debrief_questions if isinstance(page, Scenario) else page.questions


def kind_sheets(course: Course) -> tuple[str, ...]:
    """What the kinds of its questions add to the style of all pages.

    Files of their own would be small, and a page would wait for each.
    """
    return needed_sheets(question for page in course.pages() for question in questions_on(page))


def course_needs(course: Course) -> Needs:
    """What all pages need, and what they load when they are there; not what editions add."""
    every = (*_every(course), Needs(tuple(_loaded(course)), (STYLE, PRINT)))
    return Needs(
        tuple(sorted({name for each in every for name in each.parts})),
        tuple(sorted({name for each in every for name in each.sheets})),
    )


def _every(course: Course) -> Iterator[Needs]:
    yield HOME_NEEDS
    yield from map(own_needs, learner_page_ids(course))
    for module in course.modules:
        yield from (page_needs(page, module) for page in module.pages())


def _loaded(course: Course) -> Iterator[str]:
    pages = list(course.pages())
    if any(page.id == HELP for page in pages):
        yield "help.js"
    if any(journal_prompts(page) for page in pages):
        yield "journal.js"  # of learner.js
