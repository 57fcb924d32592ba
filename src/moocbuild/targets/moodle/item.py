"""A question as Moodle keeps it: its type, its texts, its answers. Values, and what a type is.

A type says how a backup and a question file spell what is its own (types.py); which interaction
becomes which type is said in question.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from typing import Protocol

from moocbuild.formats.moodle import Element
from moocbuild.model.text import EMPTY, Text
from moocbuild.targets.moodle.text import NOTHING, Html
from moocbuild.values import dataclass

Options = Mapping[str, str | int]
Parts = Iterable[Element]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionType:
    """name: in a backup. in_file: in a question file.

    records: what the plugin of this type keeps of a question, in a backup. content: what only a
    question of this type has, in a question file.
    """

    name: str
    in_file: str
    records: Callable[[Records, Item, int], Parts]
    content: Callable[[Fragments, Item], Parts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: what it earns, and what it says. typed: plain text, else `text` is HTML."""

    id: str
    fraction: float
    text: Html = NOTHING
    typed: str | None = None
    feedback: Html = NOTHING
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A row of a match: its left side, empty for a distractor, and the plain right side."""

    id: str
    left: Html
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodleQuestion:
    """Type and content. more: what Moodle has no place for, told after the explanation.

    stem: what is asked, where it is not just the prompt. within: questions in its text, which have
    entries of their own in the bank, by what names them within it.
    """

    type: QuestionType
    answers: tuple[Answer, ...] = ()
    pairs: tuple[Pair, ...] = ()
    options: Options = field(default_factory=dict)
    more: Text = EMPTY
    stem: Html | None = None
    within: Mapping[str, Part] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A question in the text of another one. stem: how that text would spell it."""

    question: MoodleQuestion
    stem: Html
    mark: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question with its texts bound. id: the author's, or `question/part`; part: it is one.

    mark: what it earns, 0 for what is not scored. tags: one for each competency code.
    """

    id: str
    title: str
    mark: float
    question: MoodleQuestion
    stem: Html
    explanation: Html = NOTHING
    hint: Html = NOTHING
    tags: tuple[str, ...] = ()
    parent: str = ""

    @property
    def spelled_out(self) -> Html:
        """What is asked, with the questions in its text as that text would spell them."""
        markup = self.stem.markup
        for place, part in enumerate(self.parts(), 1):
            markup = markup.replace(f"{{#{place}}}", part.stem.markup)
        return Html(markup, self.stem.media)

    def parts(self) -> Iterator[Item]:
        """The questions in its text."""
        for name, part in self.question.within.items():
            yield Item(
                id=f"{self.id}/{name}",
                title=self.title,
                mark=part.mark,
                question=part.question,
                stem=part.stem,
                parent=self.id,
            )


class Records(Protocol):
    """What a backup gives to a type."""

    def number(self, kind: str, name: str, /) -> int:
        """The number of a thing in the backup."""
        ...

    def keep(self, area: tuple[str, str, int], text: Html, /) -> object:
        """Remembers the files of a text."""
        ...

    def answers(self, item: Item) -> Element:
        """The answers of a question, in order."""
        ...

    def answer_number(self, item: Item, answer: Answer) -> int:
        """The number of an answer."""
        ...


class Fragments(Protocol):
    """What a question file gives to a type."""

    def html(self, tag: str, text: Html, *more: Element) -> Element:
        """A text with its files, and what comes after them."""
        ...

    def answers(self, item: Item, percent: Callable[[float], float]) -> Iterator[Element]:
        """The answers in order."""
        ...
