"""What stands around every page: menu, place, content note, what comes before and after, items.

Knows the course as a whole; does not know what a page shows inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from moocbuild.model.competency import Competency, CompetencyRef
from moocbuild.model.course import MADE_MODULE, Activity, Lesson, Module, Quiz
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Ref, Text, attribute, text, walk
from moocbuild.model.theme import Picture
from moocbuild.player.html.names import COMPETENCIES, COMPLETION, HOME, JOURNAL
from moocbuild.player.html.render import Context
from moocbuild.values import dataclass
from moocbuild.words.languages import summaries

_MENU = (HOME, COMPETENCIES, JOURNAL, COMPLETION, "framework", "glossary", "sources", "about")
_END = "page-end"


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link of the frame."""

    title: Markup | str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture of the course's look. width, height: pixels, 0 where unknown."""

    title: str
    href: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ItemView:
    """A competency: its short label, and the code small beside it."""

    label: str
    code: str
    href: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A content note: a line that says what, and ways round it."""

    line: Markup
    text: Markup
    ways: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where one may go from the end of a page. up: from made pages, which are in no order."""

    previous: LinkView | None = None
    next: LinkView | None = None
    up: LinkView | None = None


def page_kind(page: Activity, module: Module) -> str:
    """What the script and the style call a page."""
    if isinstance(page, Quiz):
        return "quiz"
    if isinstance(page, Scenario):
        return "scenario"
    return "module" if page is module.welcome and module.id != MADE_MODULE else page.kind


def read_in_order(module: Module) -> list[Activity]:
    """Pages of a module without those that the tool made (reading versions)."""
    return [page for page in module.pages() if page_kind(page, module) != "page"]


class Frame:
    """The frame of one course's pages.

    links: to each page, by its title. first: to where one begins. up: neighbours of made pages.
    minutes: each length in words, "" where it is not known; metas: the same as a page says it
    that is read in order.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        course = context.course
        self._items = {code: self.item(each) for code, each in course.framework.by_code.items()}
        self.links = {
            page.id: LinkView(context.titled(page), context.files[page.id])
            for page in course.pages()
        }
        lengths = {each.minutes for each in (*course.pages(), *course.modules)}
        self.minutes = {minutes: self._ours(self.length(minutes)) for minutes in lengths}
        self.metas = {minutes: self._ours(self._meta(minutes)) for minutes in lengths}
        self._places = {id: place for module in course.modules for id, place in _places(module)}
        order = [page for module in course.units() for page in read_in_order(module)]
        self.first = self.links[order[0].id] if order else None
        self._neighbours = _neighbours([self.links[page.id] for page in order], order)
        self.up = Neighbours(up=LinkView(context.word("page.menu_home"), context.files[HOME]))
        ids = [id for id in _MENU if id in context.files]
        self._tops = {id: self._top(ids, id) for id in (None, *ids)}

    def neighbours(self, page: Activity) -> Neighbours:
        """What comes before and after."""
        return self._neighbours.get(page.id, self.up)

    def top(self, page_id: str) -> Markup:
        """Where every page begins; the menu says where the page is one of its own."""
        return self._tops.get(page_id) or self._tops[None]

    def bar(self) -> Markup:
        """The end of the bar at the top."""
        return self.context.render("bar.html", help=self.help())

    def help(self) -> str:
        """The file of the help page, "" in a course without one."""
        return self.context.files.get("help", "")

    def place(self, page: Activity) -> Markup | str:
        """How far into its module a page is, "" for pages outside the order."""
        if page.id not in self._places:
            return ""
        n, total = self._places[page.id]
        return self.context.word("page.place", n=n, total=total)

    def length(self, minutes: int) -> str:
        """A length where only characters can stand."""
        hours, rest = divmod(minutes, 60)
        say = self.context.say
        said = [say("page.hours", n=hours)] if hours else []
        return " ".join([*said, say("page.minutes", n=rest)] if rest else said)

    def note(self, page: Activity) -> NoteView | None:
        """The content note of a page, None without one."""
        if not page.content_notes:
            return None
        word, say = self.context.word, self.context.say
        return NoteView(
            word("page.note", notes=say.quoted(say.joined(page.content_notes))),
            word("page.note_text", notes=say.quoted(say.joined(page.content_notes))),
            tuple(self._ways_round(page)),
        )

    def items(self, refs: Iterable[CompetencyRef]) -> tuple[ItemView, ...]:
        """Known competencies, each once."""
        codes = dict.fromkeys(ref.code for ref in refs)
        return tuple(self._items[code] for code in codes if code in self._items)

    def item(self, item: Competency) -> ItemView:
        """One competency with the way to its place in the framework."""
        return ItemView(
            item.short_label or item.statement,
            item.code,
            self.context.href(Ref("page", "framework", item.code)) or "",
        )

    def size(self, module: Module) -> Markup:
        """How many pages a module has, and how long it is."""
        pages = self.context.say("page.unit_pages", n=len(read_in_order(module)) - 1)
        length = self.length(module.minutes)
        return self._ours(self.context.say.joined([pages, *([length] if length else [])]))

    def imprint(self) -> Markup:
        """Title, version and licence."""
        course, word = self.context.course, self.context.word
        facts = [course.title, word("page.version", version=course.version)]
        if course.licence:
            facts.append(word("page.licence", licence=self.context.say.quoted(course.licence)))
        return Markup(" · ").join(facts)

    def _top(self, ids: Iterable[str], current: str | None) -> Markup:
        word, files = self.context.word, self.context.files
        links = [
            LinkView(word(f"page.menu_{id or 'home'}"), files[id], id == current) for id in ids
        ]
        logo = self.picture(self.context.course.theme.logo)
        return self.context.render("top.html", links=links, logo=logo)

    def picture(self, picture: Picture | None) -> PictureView | None:
        """A picture of the course's look, where its file is here."""
        href = self.context.href(Ref("media", picture.href)) if picture else None
        if picture is None or not href:
            return None
        asset = self.context.course.assets[picture.href]
        return PictureView(picture.alt, href, asset.width, asset.height)

    def _meta(self, minutes: int) -> str:
        length = self.length(minutes)
        return f"{length}. {self.context.say('page.pause')}" if length else ""

    def _ours(self, words: str) -> Markup:
        return self.context.html(text(self.context.say.ours(words)))

    def _ways_round(self, page: Activity) -> Iterable[LinkView]:
        word = self.context.word
        summary = self._summary(page)
        if summary:
            yield LinkView(word("page.note_summary"), f"#{summary}")
        else:
            yield LinkView(word("page.note_end"), f"#{_END}")
        onward = self.neighbours(page).next
        if onward is not None:
            yield LinkView(word("page.note_next"), onward.href)
        if self.help():
            yield LinkView(word("page.note_help"), self.help())

    def _summary(self, page: Activity) -> str:
        """The id of the heading under which a lesson is told in short, "" without one."""
        course = self.context.course
        begins = tuple(summaries(course.author_language))
        parts = page.parts if isinstance(page, Lesson) else ()
        texts = (part.nodes for part in parts if isinstance(part, Text))
        headings = (e for nodes in texts for e in walk(nodes) if e[0] == "h2")
        ids = (attribute(heading, "id") for heading in headings)
        return next((id for id in ids if id.startswith(begins)), "")


def _places(module: Module) -> Iterable[tuple[str, tuple[int, int]]]:
    """Of each page that comes after the first its place, and how many these are."""
    order = read_in_order(module)
    return ((page.id, (n, len(order) - 1)) for n, page in enumerate(order) if n)


def _neighbours(links: Sequence[LinkView], order: Sequence[Activity]) -> dict[str, Neighbours]:
    around = zip(order, [None, *links], [*links[1:], None], strict=False)
    return {page.id: Neighbours(previous, following) for page, previous, following in around}
