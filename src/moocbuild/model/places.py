"""Every place of a module that a person may say something of: a paragraph, an option, a scene.

A place is found again by its id. Those of questions, options, scenes and choices stand on what
authors froze; a paragraph has none of its own, so that its id is the heading above it and a count,
and whoever looks for it compares words as well.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator

from moocbuild.diagnostics import Span
from moocbuild.model.blocks import Block, blocks, exact
from moocbuild.model.course import Activity, Course, Lesson, Module, Quiz
from moocbuild.model.options import Row, rows_of
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario, Scene
from moocbuild.model.text import Content, Text, text, walk
from moocbuild.values import dataclass

HASH_LENGTH = 32
"""Hexadecimal digits of the hash of a module's text: 128 bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Something to read, and to comment on.

    id: unique in the course. page: id of the page that it stands on. kind: of block ("paragraph",
    "item", "code" …) or of part ("title", "option", "scene" …). role: of prose, whose it is
    ("hint", "explanation", "prompt"). inside: containers around it, the outermost first. value: of
    an option or entry, its share of the points; of a scene, its number; of a choice, that of the
    scene it leads to; else None. level: of a heading or list. named: its id is an author's own,
    and stays when the text around it changes.
    """

    id: str
    page: str
    kind: str
    text: Text
    role: str = ""
    inside: tuple[str, ...] = ()
    value: float | None = None
    level: int = 0
    named: bool = False
    span: Span


def places_of(course: Course) -> Iterator[Place]:
    """Every place of the course, in reading order; a question that several quizzes ask, once."""
    met: set[str] = set()
    for module in course.units():
        for place in module_places(module):
            if place.id not in met:
                met.add(place.id)
                yield place


def module_places(module: Module) -> Iterator[Place]:
    """Every place of one module, in reading order."""
    for page in module.pages():
        yield from page_places(page, module.outcomes if page is module.welcome else ())


def page_places(page: Activity, outcomes: Iterable[str] = ()) -> Iterator[Place]:
    """Every place of one page. outcomes: what its module promises, which its first page shows."""
    at = _At(page)
    yield at.named("title", "title", page.title, page.span)
    for number, note in enumerate(page.content_notes, 1):
        yield at.named(f"note.{number}", "content_note", note, page.span)
    for number, outcome in enumerate(outcomes, 1):
        yield at.named(f"outcome.{number}", "outcome", outcome, page.span)
    if isinstance(page, Lesson):
        yield from _parts(at, page.parts)
        return
    yield from at.prose("", page.intro)
    if isinstance(page, Quiz):
        yield from _parts(at, page.questions)
    else:
        yield from _simulation(at, page)


def text_hash(module: Module) -> str:
    """The hash of all that people read in a module, and of which answers are right.

    Ids and where lines break do not count, so that formatting and `ids --write` keep it.
    """
    digest = hashlib.sha256()
    for place in module_places(module):
        value = "" if place.value is None else f"{place.value:g}"
        said = "\x1f".join((place.kind, place.role, value, exact(place.text)))
        digest.update(f"{unicodedata.normalize('NFC', said)}\x1e".encode("utf-8", "replace"))
    return digest.hexdigest()[:HASH_LENGTH]


def words_of_place(place: Place) -> str:
    """What stands there, on one line: as it is shown and compared."""
    return exact(place.text, typed=True)


class _At:
    """Makes places of one page."""

    def __init__(self, page: Activity) -> None:
        self.page, self.path = page.id, page.span.path
        self._counts: dict[str, int] = {}

    def named(
        self, id: str, kind: str, content: Content, span: Span, value: float | None = None
    ) -> Place:
        """A place that is a part of the page, with an id of its own."""
        return self._place(f"{self.page}#{id}", kind, content, span, value)

    def of(
        self, id: str, kind: str, content: Content, span: Span, value: float | None = None
    ) -> Place:
        """A place of a question, whose id is unique in the course."""
        return self._place(id, kind, content, span, value)

    def _place(
        self, id: str, kind: str, content: Content, span: Span, value: float | None
    ) -> Place:
        return Place(
            id=id,
            page=self.page,
            kind=kind,
            text=text(content),
            value=value,
            named=True,
            span=span,
        )

    def prose(
        self, base: str, prose: Text, role: str = "", span: Span | None = None
    ) -> Iterator[Place]:
        """A place for each block; those of a page are counted below each heading.

        base: what their ids begin with, "" for the page's own. span: of what the text belongs to.
        """
        path, line = (span.path, span.line) if span else (self.path, 0)
        section = base or f"{self.page}#"
        for block in blocks(prose):
            line = block.line or line
            if block.kind == "heading" and not base:
                section = f"{self.page}#{block.anchor}"
            number = self._counts[section] = self._counts.get(section, 0) + 1
            yield self._block(f"{section}:{number}", block, role, Span(path, line))

    def _block(self, id: str, block: Block, role: str, span: Span) -> Place:
        return Place(
            id=id,
            page=self.page,
            kind=block.kind,
            text=block.text,
            role=role,
            inside=block.inside,
            level=block.level,
            span=span,
        )


def _parts(at: _At, parts: Iterable[Text | Question]) -> Iterator[Place]:
    for part in parts:
        if isinstance(part, Text):
            yield from at.prose("", part)
        else:
            yield from _question(at, part)


def _question(at: _At, question: Question) -> Iterator[Place]:
    id, span = question.id, question.span
    yield at.of(f"{id}#title", "question", question.title, span)
    yield from at.prose(f"{id}#prompt", question.prompt, "prompt", span)
    for row in rows_of(question.interaction):
        yield from _row(at, id, row, row.span or span)
    yield from at.prose(f"{id}#hint", question.hint, "hint", span)
    yield from at.prose(f"{id}#explanation", question.explanation, "explanation", span)


def _row(at: _At, question: str, row: Row, span: Span) -> Iterator[Place]:
    yield at.of(f"{question}#{row.id}", row.kind, row.text, span, row.value)
    if row.feedback:
        own = _first_line(row.feedback, span)
        yield at.of(f"{question}#{row.id}:feedback", "feedback", row.feedback, own)


def _first_line(words: Text, otherwise: Span) -> Span:
    """Where a text begins, where that is known."""
    lines = [line for _, _, _, line in walk(words.nodes) if line]
    return Span(otherwise.path, min(lines)) if lines else otherwise


def _simulation(at: _At, page: Scenario) -> Iterator[Place]:
    order = {scene.id: float(number) for number, scene in enumerate(page.scenes, 1)}
    for scene in page.scenes:
        yield from _scene(at, page, scene, order)
    for meter in page.meters:
        for value, words in meter.words.items():
            said = f"{meter.title}: {words}"
            yield at.named(f"meter.{meter.id}.{value}", "meter", said, page.span)
    if page.debrief_title:
        yield at.named("debrief-title", "debrief", page.debrief_title, page.span)
    yield from at.prose(f"{page.id}#debrief", page.debrief)
    yield from _parts(at, page.debrief_questions)


def _scene(at: _At, page: Scenario, scene: Scene, order: dict[str, float]) -> Iterator[Place]:
    yield at.named(scene.id, "scene", scene.title, scene.span, order[scene.id])
    yield from at.prose(f"{page.id}#{scene.id}", scene.text, span=scene.span)
    for choice in scene.choices:
        id, goes_to = f"{scene.id}.{choice.id}", order.get(choice.goes_to, 0.0)
        yield at.named(id, "choice", text(*choice.text.nodes), choice.span, goes_to)
        if choice.feedback:
            own = _first_line(choice.feedback, choice.span)
            yield at.named(f"{id}:feedback", "feedback", choice.feedback, own)
