"""The files of a course, read one by one, become one course: numbers, anchors, uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import TypeVar

from moocbuild.cache.keep import current, key_of
from moocbuild.diagnostics import Report, Rule, Severity, Span, nearest
from moocbuild.model.course import Activity, Lesson, Module, Pool, Quiz
from moocbuild.model.marks import Mark
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Element, Nodes, Text, reference, rewrite, with_attributes
from moocbuild.model.walk import map_texts
from moocbuild.source.files.lock import Ids
from moocbuild.source.pages.modules import PageRead
from moocbuild.source.pages.question import DUPLICATE_ID
from moocbuild.source.shared import Added, MetLink
from moocbuild.values import dataclass, replace

DEAD_ANCHOR = Rule(
    "MB107",
    "dead-anchor",
    Severity.ERROR,
    "The page exists, but no heading or question on it has this id.",
    remedy="link to an id or a heading of that page, or leave out what follows '#'",
)


Read = TypeVar("Read", Module, Lesson)


@dataclass(slots=True)
class Merged:
    """What all files add, together: see `Added`."""

    anchors: dict[str, set[str]] = field(default_factory=dict)
    aliases: dict[tuple[str, str], str] = field(default_factory=dict)
    links: list[MetLink] = field(default_factory=list)
    media: dict[str, Span] = field(default_factory=dict)
    cited: dict[str, None] = field(default_factory=dict)
    incomplete: bool = False

    @property
    def led(self) -> Mapping[tuple[str, str], str]:
        """GitHub's anchors, and ids of headings to which links by these lead; none if none do."""
        led = {key: id for key, id in self.aliases.items() if key[1] != id}
        return led if any((link.page, link.anchor) in led for link in self.links) else {}

    def add(self, added: Added) -> None:
        """Adds one file's."""
        for page, anchors in added.anchors.items():
            self.anchors.setdefault(page, set()).update(anchors)
        self.aliases.update(added.aliases)
        self.links += added.links
        for href, span in added.media.items():
            self.media.setdefault(href, span)
        self.cited.update(added.cited)
        self.incomplete |= added.incomplete


def modules_of(folders: Sequence[Sequence[PageRead]]) -> tuple[Module, ...]:
    """Each module with its activities; of a folder the index comes last."""
    return tuple(module for reads in folders if (module := _module(reads)))


def _module(reads: Sequence[PageRead]) -> Module | None:
    *activities, index = (read.page for read in reads)
    if not isinstance(index, Module):
        return None
    found = (page for page in activities if page and not isinstance(page, (Module, Pool)))
    return replace(index, activities=tuple(sorted(found, key=_after_pretests)))


def _after_pretests(page: Activity) -> bool:
    """Pre-tests come first, wherever their files lie: before what they ask is taught."""
    return not (isinstance(page, Quiz) and page.pretest)


def numbered(
    modules: tuple[Module, ...], reads: Iterable[PageRead], ids: Ids
) -> tuple[Module, ...]:
    """The modules with a number for everything that the lock does not know yet."""
    for read in reads:
        ids.merge(read.added.path, read.added.ids)
    return tuple(_numbered_module(module, ids) for module in modules)


def _numbered_module(module: Module, ids: Ids) -> Module:
    welcome = _numbered(module.welcome, ids)
    assert isinstance(welcome, Lesson)
    activities = tuple(_numbered(page, ids) for page in module.activities)
    same = all(a is b for a, b in zip((welcome, *activities), module.pages(), strict=True))
    return module if same else replace(module, welcome=welcome, activities=activities)


def _numbered(page: Activity, ids: Ids) -> Activity:
    number = ids.used.lessons[page.id]
    page = page if page.ordinal == number else replace(page, ordinal=number)
    if isinstance(page, Scenario) or all(q.ordinal for q in page.questions):
        return page
    if isinstance(page, Quiz):
        return replace(page, questions=tuple(_asked(q, ids) for q in page.questions))
    parts = (_asked(p, ids) if isinstance(p, Question) else p for p in page.parts)
    return replace(page, parts=tuple(parts))


def _asked(question: Question, ids: Ids) -> Question:
    return replace(question, ordinal=ids.used.questions[question.id])


def check_questions(reads: Iterable[PageRead], report: Report) -> bool:
    """Reports ids of questions that stand twice in the course; whether there are any."""
    taken: dict[str, Span] = {}
    twice = False
    for read in reads:
        for id, span, written in read.added.questions:
            first = taken.setdefault(id, span)
            if first is not span and written:
                message = f"'#{id}' is the id of another question"
                report(DUPLICATE_ID.at(span, message, related=((first, "first used here"),)))
                twice = True
    return twice


def own_anchors(pages: tuple[Read, ...], merged: Merged) -> tuple[Read, ...]:
    """`pages` with links by GitHub's anchor of a heading led to the heading's own id."""
    led = merged.led
    return map_texts(pages, lambda text: _led(text, led)) if led else pages


def _led(text: Text, aliases: Mapping[tuple[str, str], str]) -> Text:
    def own(found: Element) -> Nodes:
        ref = reference(found, "href")
        id = aliases.get((ref.id, ref.anchor)) if ref else None
        return (
            (with_attributes(found, href=ref._replace(anchor=id)),)
            if ref and id is not None
            else (found,)
        )

    nodes = rewrite(text.nodes, {"a": own})
    return text if nodes is text.nodes else Text(nodes)


def know_pages(modules: tuple[Module, ...], reads: Iterable[PageRead], merged: Merged) -> None:
    """Remembers what tells each page from all others: what was read, and what came of it since."""
    keep = current()
    if keep is None:
        return
    reads = list(reads)
    marks = {r.page.id: r.mark for r in reads if r.page and not isinstance(r.page, Pool)}
    pooled = {read.page.id: read.mark for read in reads if isinstance(read.page, Pool)}
    led = sorted(merged.led.items())
    for module in modules:
        for page in module.pages():
            mark = marks.get(module.id if page is module.welcome else page.id)
            pools = page.pools if isinstance(page, Quiz) else ()
            mark = _joined(mark, [pooled.get(use.pool) for use in pools]) if pools else mark
            if mark:
                asked = () if isinstance(page, Scenario) else page.questions
                since = (page.ordinal, [(q.ordinal, q.asked_in) for q in asked], led)
                keep.know(page, Mark(key_of(mark.whole, since), key_of(mark.outline, since)))
                for place, question in enumerate(asked):
                    keep.know(question.interaction, (mark.whole, place, led))


def _joined(mark: Mark | None, pools: Sequence[Mark | None]) -> Mark | None:
    """What tells a quiz from all others whose questions are other files' too."""
    known = [each for each in (mark, *pools) if each]
    if len(known) <= len(pools):
        return None
    return Mark(key_of([m.whole for m in known]), key_of([m.outline for m in known]))


def check_anchors(merged: Merged, report: Report) -> None:
    """Reports links to places that no page has."""
    for link in merged.links:
        known = merged.anchors.get(link.page, set())
        led = (link.page, link.anchor) in merged.aliases
        if link.page in merged.anchors and link.anchor not in known and not led:
            message = f"no '#{link.anchor}' on that page"
            name = nearest(link.anchor, sorted(known))
            report(DEAD_ANCHOR.meant(link.span, message, link.anchor, name))


def pages_read(folders: Sequence[Sequence[PageRead]]) -> Iterator[PageRead]:
    """Every file's, in the order in which numbers are given."""
    for reads in folders:
        yield from reads
