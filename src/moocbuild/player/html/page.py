"""Pages: the values that each template shows.

Knows the model's activities; the frame around them is `frame`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from markupsafe import Markup, escape

from moocbuild.model.course import Activity, Course, Lesson, Module, Quiz
from moocbuild.model.language import autonym, direction
from moocbuild.model.outline import page_competencies, scenarios, text_version
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Text
from moocbuild.package.names import in_tongue, page_file
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
from moocbuild.player.html.needs import HOME_NEEDS, own_needs, page_needs, questions_on
from moocbuild.player.html.question import question_html
from moocbuild.player.html.quiz import quiz_view
from moocbuild.player.html.render import context
from moocbuild.player.html.scenario import scenario_view
from moocbuild.values import dataclass
from moocbuild.words.statement import statement


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
    contents: Markup


@dataclass(frozen=True, slots=True)
class LanguageView:
    """A language in which the page can be read. tag: as HTML has it. title: its own name."""

    tag: str
    title: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on every page. dir: of writing. bar: the end of the bar above it.

    frames: what its policy allows in frames, which differs where films of other sites are.
    """

    dir: str
    bar: Markup
    imprint: Markup
    policy: str
    frames: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the frame of a page shows; what is empty is left out of the page."""

    site: Site
    id: str
    kind: str
    head: str
    description: str
    heading: Markup | str
    top: Markup
    ordinal: int = 0
    scripts: tuple[str, ...] = ()
    hurried: tuple[str, ...] = ()
    retells: int = 0
    sheets: tuple[str, ...] = ()
    languages: tuple[LanguageView, ...] = ()
    above: LinkView | None = None
    place: Markup | str = ""
    meta: Markup | str = ""
    note: NoteView | None = None
    interactive: bool = False
    around: Neighbours = field(default_factory=Neighbours)
    items: tuple[ItemView, ...] = ()


class PageRenderer:
    """Prints the pages of one course under one content security policy."""

    def __init__(self, course: Course, policy: str) -> None:
        self._course = course
        self._context = context(course)
        self._word = self._context.word
        self._frame = frame = Frame(self._context)
        self._site = Site(direction(course.language), frame.bar(), frame.imprint(), policy)
        self._contents = {module.id: self._listed(module) for module in course.units()}
        self._retells = {text_version(s.id): s.ordinal for s in scenarios(course)}

    def own_pages(self) -> Iterator[tuple[str, str]]:
        """File name and HTML of the player's own pages, the course's first page first."""
        files = self._context.files
        yield files[HOME], self._home()
        for id in learner_page_ids(self._course):
            yield files[id], self._own(id)

    def pages(self, module: Module) -> Iterator[tuple[str, str]]:
        """File name and HTML of every page of a module."""
        for page in module.pages():
            yield self._context.files[page.id], self._page(page, module)

    def _home(self) -> str:
        course = self._course
        view = View(
            site=self._site,
            id=HOME,
            kind="home",
            head=course.title,
            description=course.description,
            heading=self._context.own(course.title),
            top=self._frame.top(HOME),
            languages=self._languages(HOME),
            sheets=HOME_NEEDS.sheets,
            scripts=HOME_NEEDS.scripts,
            meta=self._word("page.version", version=course.version),
        )
        return self._context.render(
            "home.html",
            view=view,
            stated=self._context.html(statement(course)),
            begin=self._frame.first,
            cover=self._frame.picture(course.theme.cover),
            modules=[self._module(module) for module in course.units()],
        )

    def _own(self, id: str) -> str:
        own, needs = LEARNER_PAGES[id], own_needs(id)
        title = self._context.say(f"page.menu_{id}")
        view = View(
            site=self._site,
            id=id,
            kind=id,
            head=self._head(title),
            description=title,
            heading=self._word(f"page.menu_{id}"),
            top=self._frame.top(id),
            languages=self._languages(id),
            sheets=needs.sheets,
            around=self._frame.up,
            scripts=needs.scripts,
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
        welcome = page_kind(page, module) == "module"
        return self._context.render(
            "lesson.html",
            view=self._view(page, module),
            parts=[self._part(part) for part in page.parts],
            outcomes=module.outcomes if welcome else (),
            contents=self._contents[module.id] if welcome else "",
        )

    def _part(self, part: Text | Question) -> Markup:
        if isinstance(part, Question):
            return question_html(part, self._context)
        return self._context.html(part)

    def _quiz(self, page: Quiz, module: Module) -> str:
        return self._context.render(
            "quiz.html",
            view=self._view(page, module),
            intro=self._context.html(page.intro),
            parts=list(self._quiz_questions(page.questions)),
            quiz=quiz_view(page, self._context),
        )

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
        label = Markup(f"<span{t.own}>{escape(place)}</span>")
        return label + t.plain("colon") + t.quiz_critical if question.critical else label

    def _scenario(self, page: Scenario, module: Module) -> str:
        reading = self._context.files.get(text_version(page.id), "")
        return self._context.render(
            "scenario.html",
            view=self._view(page, module),
            scenario=scenario_view(page, self._context, reading),
        )

    def _view(self, page: Activity, module: Module) -> View:
        kind, needs = page_kind(page, module), page_needs(page, module)
        frame = self._frame
        welcome = kind == "module"
        about = module.competencies if welcome else page_competencies(page)
        minutes = module.minutes if welcome else page.minutes
        return View(
            site=self._open_to(page.hosts),
            id=page.id,
            kind=kind,
            head=self._head(page.title),
            description=page.title,
            heading=self._context.titled(page),
            top=frame.top(page.id),
            languages=self._languages(page.id),
            ordinal=page.ordinal,
            scripts=needs.scripts,
            hurried=needs.hurried,
            retells=self._retells.get(page.id, 0),
            sheets=needs.sheets,
            above=frame.links[module.welcome.id] if page is not module.welcome else None,
            place=frame.place(page),
            meta=frame.metas[minutes] if kind != "page" else "",
            note=frame.note(page),
            interactive=bool(questions_on(page)) or not isinstance(page, Lesson),
            around=frame.neighbours(page),
            items=frame.items(about),
        )

    def _languages(self, page_id: str) -> tuple[LanguageView, ...]:
        """The same page in each language of the package."""
        first, *more = self._course.beside or ("",)
        tongues = {first: "", **{tag: tag for tag in more}} if more else {}
        here = self._course.language
        return tuple(
            LanguageView(
                tag, autonym(tag) or tag, in_tongue(page_file(page_id), tongue), tag == here
            )
            for tag, tongue in tongues.items()
        )

    def _open_to(self, hosts: Sequence[str]) -> Site:
        """The site as a page sees it that may show films from these hosts in frames."""
        if not hosts:
            return self._site
        frames = " ".join(f"https://{host}" for host in hosts)
        policy = f"{self._site.policy}; frame-src {frames}"
        return replace(self._site, policy=policy, frames=frames)

    def _head(self, title: str) -> str:
        return f"{title} – {self._course.title}"

    def _module(self, module: Module) -> ModuleView:
        return ModuleView(
            module.id,
            module.welcome.ordinal,
            module.title,
            self._context.files[module.welcome.id],
            self._frame.size(module),
            self._contents[module.id],
        )

    def _listed(self, module: Module) -> Markup:
        rows = [
            RowView(
                page.id,
                page.ordinal,
                page_kind(page, module),
                page.title,
                self._context.files[page.id],
                self._frame.minutes[page.minutes],
            )
            for page in read_in_order(module)[1:]
        ]
        return self._context.render("contents.html", pages=rows)
