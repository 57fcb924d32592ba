"""What stands around every page: menu, place, content note, what comes before and after, items.

Knows the course as a whole; does not know what a page shows inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from moocbuild.model.competency import Competency, CompetencyRef
from moocbuild.model.course import MADE_MODULE, Activity, Lesson, Module, Quiz
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Ref, Text, attribute, text, walk
from moocbuild.package.names import page_file
from moocbuild.player.html.names import COMPETENCIES, COMPLETION, HOME, JOURNAL
from moocbuild.player.html.render import Context
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
    """The frame of one course's pages."""

    def __init__(self, context: Context) -> None:
        self.context = context
        course = context.course
        self._items = course.framework.by_code
        order = [page for module in course.units() for page in read_in_order(module)]
        self.first = self.link(order[0]) if order else None
        self._neighbours = _neighbours([self.link(page) for page in order], order)
        self.up = Neighbours(up=LinkView(context.word("page.menu_home"), page_file(HOME)))

    def link(self, page: Activity) -> LinkView:
        """A link to a page, by its title."""
        return LinkView(self.context.titled(page), page_file(page.id))

    def neighbours(self, page: Activity) -> Neighbours:
        """What comes before and after."""
        return self._neighbours.get(page.id, self.up)

    def menu(self, page_id: str) -> tuple[LinkView, ...]:
        """The frame's menu: only pages that the course has."""
        entries = []
        for id in _MENU:
            href = self.context.href(Ref("page", id))
            if href is not None:
                word = self.context.word(f"page.menu_{id or 'home'}")
                entries.append(LinkView(word, href, id == page_id))
        return tuple(entries)

    def help(self) -> str:
        """The file of the help page."""
        return self.context.href(Ref("page", "help")) or page_file(HOME)

    def place(self, page: Activity, module: Module) -> Markup | str:
        """How far into the module a page is, "" for pages outside the order."""
        order = read_in_order(module)
        if page not in order[1:]:
            return ""
        return self.context.word("page.place", n=order.index(page), total=len(order) - 1)

    def minutes(self, minutes: int) -> Markup:
        """A length in words, "" where it is not known."""
        return self.context.html(text(self.context.say.ours(self.length(minutes))))

    def length(self, minutes: int) -> str:
        """The same where only characters can stand."""
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
        known = [
            self._items[code]
            for code in dict.fromkeys(r.code for r in refs)
            if code in self._items
        ]
        return tuple(map(self.item, known))

    def item(self, item: Competency) -> ItemView:
        """One competency with the way to its place in the framework."""
        return ItemView(
            item.short_label or item.statement,
            item.code,
            self.context.href(Ref("page", "framework", item.code)) or "",
        )

    def imprint(self) -> Markup:
        """Title, version and licence."""
        course, word = self.context.course, self.context.word
        facts = [course.title, word("page.version", version=course.version)]
        if course.licence:
            facts.append(word("page.licence", licence=course.licence))
        return Markup(" · ").join(facts)

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
        yield LinkView(word("page.note_help"), self.help())

    def _summary(self, page: Activity) -> str:
        """The id of the heading under which a lesson is told in short, "" without one."""
        begins = tuple(summaries(self.context.course.language))
        parts = page.parts if isinstance(page, Lesson) else ()
        texts = (part.nodes for part in parts if isinstance(part, Text))
        headings = (e for nodes in texts for e in walk(nodes) if e[0] == "h2")
        ids = (attribute(heading, "id") for heading in headings)
        return next((id for id in ids if id.startswith(begins)), "")


def _neighbours(links: Sequence[LinkView], order: Sequence[Activity]) -> dict[str, Neighbours]:
    before = [None, *links[:-1]]
    after = [*links[1:], None]
    return {
        page.id: Neighbours(previous, following)
        for page, previous, following in zip(order, before, after, strict=True)
    }
