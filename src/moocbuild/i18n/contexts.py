"""What each message is: its path of ids, and what translators are told of it.

The path is the context of a message in a catalogue: `active-listening/silence/option-b`. It holds
ids, letters and names of fields, never a position and never words, so that it survives edits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatchmethod

from moocbuild.i18n.leaves import Leaf
from moocbuild.model.gaps import GapsInteraction
from moocbuild.model.question import (
    ChoiceInteraction,
    HottextInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    SurveyInteraction,
    TextEntryInteraction,
)
from moocbuild.model.scenario import Scene
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.markdown.below import is_of_heading
from moocbuild.values import dataclass

Thing = Question | Scene

_ID = re.compile(r"\s*<!--\s*(?P<words>#(?P<id>[a-z0-9-]+)[^>\n]*?)(?:-->|$)")
_HEADING = re.compile(r" {0,3}##(?!#)")
_SIGNS = re.compile(r"[\W_]+")
_HINTS = frozenset({"alert-tip"})
_EXPLAINING = frozenset({"alert-note", "alert-important", "alert-warning", "alert-caution"})
_QUOTES = frozenset({"blockquote", *_HINTS, *_EXPLAINING})
_RIGHT = "the right answer"


@dataclass(frozen=True, slots=True)
class Told:
    """A message's context, and comments for those who translate it."""

    context: str
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Owner:
    """What a line of answers belongs to. cells: name of each cell of a row."""

    name: str
    says: str
    words: str = ""
    cells: tuple[str, ...] = ()


class Contexts:
    """The contexts of one page. page: its id. things: questions and scenes by heading line."""

    def __init__(self, file: SourceFile, page: str, things: Mapping[int, Thing]) -> None:
        self._file, self._page = file, page
        self._things = things
        self._owners = {line: dict(_owners(thing)) for line, thing in things.items()}
        self._line, self._id = 0, ""

    def of(self, found: Sequence[Leaf]) -> Iterator[tuple[Leaf, Told]]:
        """Each leaf that learners see, with its context. found: in the order of the file."""
        for leaf in found:
            if leaf.within[:1] == ("heading",) and _HEADING.match(
                self._file.line(leaf.place.first)
            ):
                self._line = leaf.place.first
                self._id = self._written_id(leaf.place.last)
            told = self._told(leaf)
            if told is not None:
                yield leaf, told

    def _written_id(self, line: int) -> str:
        near = line + 1
        while line < len(self._file.lines) and not self._file.line(line + 1).strip():
            line += 1
        match = _ID.match(self._file.line(line + 1))
        if match and (line + 1 == near or is_of_heading(match["words"])):
            return match["id"]
        return ""

    def _told(self, leaf: Leaf) -> Told | None:
        thing = self._things.get(self._line)
        if leaf.within == ("abbreviation",):
            return Told(f"{self._page}/abbreviation", ("what an abbreviation stands for",))
        if leaf.within[:1] == ("footnote_block",):
            return Told(f"{self._page}/note", ("footnote",))
        if isinstance(thing, Question):
            return self._of_question(leaf, thing)
        if isinstance(thing, Scene):
            return self._of_scene(leaf, thing)
        return self._of_prose(leaf)

    def _of_prose(self, leaf: Leaf) -> Told:
        title = leaf.within == ("heading",) and not self._line
        here = f"{self._page}/{self._id}" if self._id else self._page
        if title and self._file.line(leaf.place.first).lstrip().startswith("# "):
            return Told(f"{self._page}/title", ("title of the page",))
        what = next((_KINDS[name] for name in reversed(leaf.within) if name in _KINDS), "")
        return Told(here, (what,) if what else ())

    def _of_scene(self, leaf: Leaf, scene: Scene) -> Told:
        here = f"{self._page}/{scene.id}"
        if leaf.place.first == self._line:
            return Told(f"{here}/title", ("title of a scene",))
        owner = self._owner(leaf)
        if owner is None or "list_item" not in leaf.within:
            return Told(f"{here}/text", ("what happens in a scene",))
        return _of_item(leaf, here, owner)

    def _of_question(self, leaf: Leaf, question: Question) -> Told | None:
        here = f"{self._page}/{question.id}"
        if leaf.place.first == self._line:
            return Told(f"{here}/title", ("title of a question",))
        outer = leaf.within[0]
        owner = self._owner(leaf)
        if leaf.cell >= 0:
            return self._of_cell(leaf, question, owner)
        if owner is not None and "list_item" in leaf.within:
            numbers = isinstance(question.interaction, NumericEntryInteraction)
            if numbers and _QUOTES.isdisjoint(leaf.within):
                return None
            return _of_item(leaf, here, owner)
        if outer in _HINTS:
            return Told(f"{here}/hint", ("hint",))
        if outer in _EXPLAINING:
            return Told(f"{here}/explanation", ("explanation, after an answer",))
        return Told(f"{here}/prompt", ("question",))

    def _of_cell(self, leaf: Leaf, question: Question, owner: _Owner | None) -> Told | None:
        here, asks = f"{self._page}/{question.id}", question.interaction
        if isinstance(asks, SurveyInteraction) and "th" in leaf.within:
            letter = asks.choices[leaf.cell - 1].id if 0 < leaf.cell <= len(asks.choices) else ""
            return Told(f"{here}/scale-{letter}", ("step of a scale",)) if letter else None
        if isinstance(asks, MatchInteraction) and "th" in leaf.within:
            return None  # for authors: learners see rows and options
        if isinstance(asks, MatchInteraction) and leaf.cell == 1:
            return Told(f"{here}/{_right(leaf.words, asks)}", ("cell of a matching question",))
        if owner is None or leaf.cell >= len(owner.cells):
            return Told(f"{here}/prompt", ("question",)) if owner is None else None
        return Told(f"{here}/{owner.cells[leaf.cell]}", (owner.says,))

    def _owner(self, leaf: Leaf) -> _Owner | None:
        """What was begun last above the leaf, among what is answered."""
        owners = self._owners[self._line]
        above = [line for line in owners if line <= leaf.place.first]
        return owners[max(above)] if above else None


def _right(words: str, asks: MatchInteraction) -> str:
    """The right cell with these words: rows without a left one have no place of their own."""
    said = _SIGNS.sub("", words)
    found = (o.id for o in asks.options if _SIGNS.sub("", o.text.plain) == said)
    return f"right-{next(found, '')}".rstrip("-")


def _of_item(leaf: Leaf, here: str, owner: _Owner) -> Told:
    if _QUOTES.isdisjoint(leaf.within):
        return Told(f"{here}/{owner.name}", (owner.says,))
    words = owner.words if len(owner.words) <= 100 else f"{owner.words[:99]}…"
    said = (f"said of: {words}",) if words else (f"said of: {owner.says}",)
    return Told(f"{here}/{owner.name}/feedback", said)


_KINDS = {
    "heading": "heading",
    "summary": "what a fold is called",
    "html": "HTML: keep the tags",
    "th": "head of a column",
    "td": "cell of a table",
    "caption": "title of a callout",
}


def _owners(thing: Thing) -> Iterator[tuple[int, _Owner]]:
    """Each line on which something to choose, to type or to sort begins."""
    if isinstance(thing, Scene):
        for choice in thing.choices:
            says = "what a learner may say or do"
            yield choice.span.line, _Owner(f"choice-{choice.id}", says, choice.text.plain)
    else:
        yield from _Answers(thing).found()


@dataclass(frozen=True, slots=True)
class _Answers:
    """The answers of a question, by line."""

    question: Question

    def found(self) -> Iterator[tuple[int, _Owner]]:
        return self._of(self.question.interaction)

    @singledispatchmethod
    def _of(self, asks: object) -> Iterator[tuple[int, _Owner]]:
        return iter(())

    @_of.register
    def _(self, asks: ChoiceInteraction) -> Iterator[tuple[int, _Owner]]:
        for choice in asks.choices:
            right = _RIGHT if choice.correct else "answer"
            yield choice.span.line, _Owner(f"option-{choice.id}", right, choice.text.plain)

    @_of.register
    def _(self, asks: HottextInteraction) -> Iterator[tuple[int, _Owner]]:
        for choice in asks.choices:
            says = "sentence that is to be marked" if choice.correct else "sentence"
            yield choice.span.line, _Owner(f"option-{choice.id}", says, choice.text.plain)

    @_of.register
    def _(self, asks: OrderInteraction) -> Iterator[tuple[int, _Owner]]:
        for step in asks.steps:
            yield step.span.line, _Owner(f"step-{step.id}", "step", step.text.plain)

    @_of.register
    def _(self, asks: TextEntryInteraction) -> Iterator[tuple[int, _Owner]]:
        for answer in asks.answers:
            says = "accepted when typed" if answer.correct else "not accepted, with feedback"
            yield answer.span.line, _Owner("answer", says, answer.text)

    @_of.register
    def _(self, asks: NumericEntryInteraction) -> Iterator[tuple[int, _Owner]]:
        for number in asks.answers:
            ends = dict.fromkeys(f"{end:g}" for end in (number.low, number.high))
            yield number.span.line, _Owner("answer", "a number", " to ".join(ends))

    @_of.register
    def _(self, asks: GapsInteraction) -> Iterator[tuple[int, _Owner]]:
        for gap in asks.gaps:
            for answer in gap.answers:
                says = "accepted in a gap" if answer.correct else "not accepted in a gap"
                yield answer.span.line, _Owner(f"gap-{gap.id}", says, answer.text)
            for choice in gap.choices:
                says = f"{_RIGHT} in a gap" if choice.correct else "answer in a gap"
                name = f"gap-{gap.id}/option-{choice.id}"
                yield choice.span.line, _Owner(name, says, choice.text.plain)

    @_of.register
    def _(self, asks: MatchInteraction) -> Iterator[tuple[int, _Owner]]:
        for row in asks.rows:
            left = f"row-{row.id}"
            cells = (left, f"right-{row.right}", f"{left}/feedback")
            yield row.span.line, _Owner(left, "cell of a matching question", "", cells)

    @_of.register
    def _(self, asks: SurveyInteraction) -> Iterator[tuple[int, _Owner]]:
        for statement in asks.statements:
            name = f"statement-{statement.id}"
            yield statement.span.line, _Owner(name, "statement", "", (name,))
        if not asks.statements:
            for choice in asks.choices:
                yield choice.span.line, _Owner(f"option-{choice.id}", "answer", choice.text.plain)
