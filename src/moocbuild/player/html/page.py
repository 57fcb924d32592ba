"""Pages: the values that each template shows.

Knows the model's activities; the frame around them is `frame`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from moocbuild.model.course import Activity, Course, Lesson, Module, Quiz
from moocbuild.model.language import direction
from moocbuild.model.outline import page_competencies, scenarios, text_version
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Ref, Text, text
from moocbuild.package.names import page_file
from moocbuild.player.html.frame import (
    Frame,
    ItemView,
    LinkView,
    Neighbours,
    NoteView,
    page_kind,
    read_in_order,
)
from moocbuild.player.html.learner_pages import LEARNER_PAGES
from moocbuild.player.html.names import HOME, learner_page_ids
from moocbuild.player.html.question import needed, question_html
from moocbuild.player.html.quiz import QuizView, quiz_view
from moocbuild.player.html.render import context
from moocbuild.player.html.scenario import ScenarioView, scenario_view
from moocbuild.words.statement import statement

_SHEETS = {"module": "contents.css", "scenario": "scenario.css", "page": "made.css"}
"""Kind of a page → the file of style that it needs beside style.css."""


@dataclass(frozen=True, slots=True)
class RowView:
    """A page in a table of contents."""

    id: str
    ordinal: int
    kind: str
    title: str
    href: str
    minutes: Markup


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module on the course's first page."""

    id: str
    ordinal: int
    title: str
    href: str
    meta: Markup
    pages: int
    contents: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything a page's template shows; what is empty is left out of the page."""

    id: str
    kind: str
    title: str
    head: str
    description: str
    heading: Markup | str
    dir: str
    menu: tuple[LinkView, ...]
    help: str
    imprint: Markup
    policy: str
    ordinal: int = 0
    scripts: tuple[str, ...] = ()
    retells: int = 0
    sheet: str = ""
    above: LinkView | None = None
    place: Markup | str = ""
    meta: Markup = field(default_factory=Markup)
    stated: Markup = field(default_factory=Markup)
    note: NoteView | None = None
    interactive: bool = False
    outcomes: tuple[str, ...] = ()
    intro: Markup = field(default_factory=Markup)
    parts: tuple[Markup, ...] = ()
    contents: Markup = field(default_factory=Markup)
    quiz: QuizView | None = None
    scenario: ScenarioView | None = None
    modules: tuple[ModuleView, ...] = ()
    begin: LinkView | None = None
    around: Neighbours = field(default_factory=Neighbours)
    items: tuple[ItemView, ...] = ()


class PageRenderer:
    """Prints the pages of one course under one content security policy."""

    def __init__(self, course: Course, policy: str) -> None:
        self._course = course
        self._policy = policy
        self._context = context(course)
        self._word = self._context.word
        self._frame = Frame(self._context)
        self._imprint = self._frame.imprint()
        self._retells = {text_version(s.id): s.ordinal for s in scenarios(course)}

    def pages(self) -> Iterator[tuple[str, str]]:
        """File name and HTML of every page, the course's first page first."""
        yield page_file(HOME), self._home()
        for id in learner_page_ids(self._course):
            yield page_file(id), self._own(id)
        for module in self._course.modules:
            for page in module.pages():
                yield page_file(page.id), self._page(page, module)

    def _home(self) -> str:
        course = self._course
        view = replace(
            self._bare(HOME, "home", course.title),
            head=course.title,
            description=course.description,
            sheet="contents.css",
            scripts=("home.js",),
            meta=self._word("page.version", version=course.version),
            stated=self._context.html(statement(course)),
            begin=self._frame.first,
            modules=tuple(self._module(module) for module in course.units()),
        )
        return self._context.render("home.html", view=view)

    def _own(self, id: str) -> str:
        own = LEARNER_PAGES[id]
        view = replace(
            self._bare(id, id, self._context.say(f"page.menu_{id}")),
            heading=self._word(f"page.menu_{id}"),
            sheet="made.css",
            around=self._frame.up,
            scripts=own.scripts,
        )
        values = own.values(self._context, self._frame)
        return self._context.render(own.template, view=view, **values)

    def _page(self, page: Activity, module: Module) -> str:
        if isinstance(page, Quiz):
            return self._quiz(page, module)
        if isinstance(page, Scenario):
            return self._scenario(page, module)
        return self._lesson(page, module)

    def _lesson(self, page: Lesson, module: Module) -> str:
        parts = tuple(self._part(part) for part in page.parts)
        view = replace(
            self._activity(page, module),
            parts=parts,
            interactive=bool(page.questions),
            scripts=needed(page.questions),
            retells=self._retells.get(page.id, 0),
        )
        if view.kind == "module":
            view = self._welcome(view, module)
        return self._context.render("lesson.html", view=view)

    def _part(self, part: Text | Question) -> Markup:
        if isinstance(part, Question):
            return question_html(part, self._context)
        return self._context.html(part)

    def _welcome(self, view: View, module: Module) -> View:
        return replace(
            view,
            meta=self._meta(module.minutes),
            outcomes=module.outcomes,
            scripts=needed(module.welcome.questions, "home.js"),
            contents=self._contents(module),
            items=self._frame.items(module.competencies),
        )

    def _quiz(self, page: Quiz, module: Module) -> str:
        view = replace(
            self._activity(page, module),
            intro=self._context.html(page.intro),
            parts=tuple(self._quiz_questions(page.questions)),
            quiz=quiz_view(page),
            interactive=True,
            scripts=needed(page.questions, "order.js", "quiz.js", "evidence.js"),
        )
        return self._context.render("quiz.html", view=view)

    def _quiz_questions(self, questions: Sequence[Question]) -> Iterator[Markup]:
        """Numbered over all; the script numbers those that an attempt asks."""
        total, number = sum(question.scored for question in questions), 0
        for question in questions:
            number += question.scored
            label = self._quiz_label(question, number, total) if question.scored else ""
            yield question_html(question, self._context, label=label)

    def _quiz_label(self, question: Question, number: int, total: int) -> Markup:
        t = self._context.t
        place = t.plain("quiz_place", n=number, total=total)
        label = Markup("<span{}>{}</span>").format(t.own, place)
        return label + t.plain("colon") + t.quiz_critical if question.critical else label

    def _scenario(self, page: Scenario, module: Module) -> str:
        reading = self._context.href(Ref("page", text_version(page.id))) or ""
        view = replace(
            self._activity(page, module),
            scenario=scenario_view(page, self._context, reading),
            interactive=True,
            scripts=needed(page.debrief_questions, "evidence.js", "scenario.js"),
        )
        return self._context.render("scenario.html", view=view)

    def _bare(self, id: str, kind: str, title: str) -> View:
        return View(
            id=id,
            kind=kind,
            title=title,
            heading=title,
            head=f"{title} – {self._course.title}",
            description=title,
            dir=direction(self._course.language),
            menu=self._frame.menu(id),
            help=self._frame.help(),
            imprint=self._imprint,
            policy=self._policy,
        )

    def _activity(self, page: Activity, module: Module) -> View:
        kind = page_kind(page, module)
        frame = self._frame
        return replace(
            self._bare(page.id, kind, page.title),
            heading=self._context.titled(page),
            ordinal=page.ordinal,
            sheet=_SHEETS.get(kind, ""),
            above=frame.link(module.welcome) if page is not module.welcome else None,
            place=frame.place(page, module),
            meta=self._meta(page.minutes if kind != "page" else 0),
            note=frame.note(page),
            around=frame.neighbours(page),
            items=frame.items(page_competencies(page)),
        )

    def _meta(self, minutes: int) -> Markup:
        length = self._frame.length(minutes)
        if not length:
            return Markup()
        say = self._context.say
        return self._context.html(text(say.ours(f"{length}. {say('page.pause')}")))

    def _module(self, module: Module) -> ModuleView:
        return ModuleView(
            module.id,
            module.welcome.ordinal,
            module.title,
            page_file(module.welcome.id),
            self._frame.minutes(module.minutes),
            len(read_in_order(module)) - 1,
            self._contents(module),
        )

    def _contents(self, module: Module) -> Markup:
        rows = [
            RowView(
                page.id,
                page.ordinal,
                page_kind(page, module),
                page.title,
                page_file(page.id),
                self._frame.minutes(page.minutes),
            )
            for page in read_in_order(module)[1:]
        ]
        return self._context.render("contents.html", pages=rows)
