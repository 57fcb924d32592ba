"""What can be asked: interactions, and what each says of itself.

The interactions carry the words of IMS QTI. An interaction may carry detail that a target may
ignore (tolerance, score of a choice); a target must report what it drops.

Each answers the same questions, so that who asks them need not know it:

earns_in_part: whether an answer may be worth a share of the points.
offered: the options that learners pick from, () where they do something else.
distinct: lists in which no two texts may say the same, with their places; None: none of its own.
groups: for each thing to decide, what may be answered and what is said of it.
texts: what stands in options, and what is said of options, entries, rows and steps.

One that lacks an answer is an error of types where the answer is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Literal, NamedTuple

from moocbuild.diagnostics import Span
from moocbuild.model.text import EMPTY, Text, text
from moocbuild.values import dataclass

Texts = Iterator[tuple[Text | str, Span | None]]


class Told(NamedTuple):
    """An answer, and what is said of it. score: 0..1. offered: there to be picked, not typed.

    numbers: of a range, from its low end to its high one, in place of a text.
    """

    text: Text
    score: float
    feedback: Text
    offered: bool = False
    numbers: tuple[float, float] | None = None


Group = tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option. id: a letter frozen in course.lock. score: share of the points, 0..1."""

    id: str
    text: Text
    score: float = 0.0
    feedback: Text = EMPTY
    span: Span = field(compare=False)

    @property
    def correct(self) -> bool:
        """Whether this option belongs to the right answer."""
        return self.score == 1.0


class _Picked:
    """What those say of themselves that have options to pick from."""

    __slots__ = ()
    choices: tuple[Choice, ...]

    @property
    def earns_in_part(self) -> bool:
        """Where several options are right, or one is worth a share."""
        return _part(self.choices)

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Every option."""
        return self.choices

    def distinct(self) -> Iterator[Texts]:
        """The options."""
        yield ((c.text, c.span) for c in self.choices)

    def groups(self) -> Iterator[Group]:
        """The options."""
        yield offers(self.choices)

    def texts(self) -> Iterator[Text]:
        """Of options."""
        return (each for c in self.choices for each in (c.feedback, c.text))


class _Unanswered:
    """What those say of themselves that nobody can answer rightly or wrongly."""

    __slots__ = ()

    @property
    def earns_in_part(self) -> bool:
        """Nothing is earned."""
        return False

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Nothing."""
        return ()

    def distinct(self) -> Iterator[Texts]:
        """Nothing."""
        return iter(())

    def groups(self) -> Iterator[Group]:
        """Nothing."""
        return iter(())

    def texts(self) -> Iterator[Text]:
        """None."""
        return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceInteraction(_Picked):
    """Pick one, or tick several. presentation "truefalse": exactly two opposite options."""

    choices: tuple[Choice, ...]
    multiple: bool = False
    presentation: Literal["list", "truefalse"] = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedText:
    """`exact`: case, accents and punctuation count; else they are folded."""

    text: str
    exact: bool = False
    correct: bool = True
    feedback: Text = EMPTY
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEntryInteraction:
    """A word or a few, compared with what is accepted."""

    answers: tuple[AcceptedText, ...]

    @property
    def earns_in_part(self) -> bool:
        """Right or not."""
        return False

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Nothing."""
        return ()

    def distinct(self) -> Iterator[Texts]:
        """Entries that are folded: in others a dot may make the difference."""
        yield ((a.text, a.span) for a in self.answers if not a.exact)

    def groups(self) -> Iterator[Group]:
        """The entries that are foreseen."""
        yield typed(self.answers)

    def texts(self) -> Iterator[Text]:
        """Feedback: what is typed is no text."""
        return (answer.feedback for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedNumber:
    """Every number from `low` to `high`, both included, given as written (decimal, finite)."""

    low: float
    high: float
    correct: bool = True
    feedback: Text = EMPTY
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericEntryInteraction:
    """A number."""

    answers: tuple[AcceptedNumber, ...]

    @property
    def earns_in_part(self) -> bool:
        """Right or not."""
        return False

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Nothing."""
        return ()

    def distinct(self) -> Iterator[Texts]:
        """Ranges may meet."""
        return iter(())

    def groups(self) -> Iterator[Group]:
        """The ranges that are foreseen."""
        yield tuple(
            Told(EMPTY, float(a.correct), a.feedback, numbers=(a.low, a.high))
            for a in self.answers
        )

    def texts(self) -> Iterator[Text]:
        """Feedback."""
        return (answer.feedback for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendedTextInteraction(_Unanswered):
    """Private writing space: never scored, drawn, counted or sent."""

    lines: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRow:
    """One left cell; `right` is the id of the cell that belongs to it."""

    id: str
    left: Text
    right: str
    feedback: Text = EMPTY
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchOption:
    """A right cell; those no row names are distractors."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchInteraction:
    """Each row finds its right cell; the same right cell may serve several rows (sorting)."""

    rows: tuple[MatchRow, ...]
    options: tuple[MatchOption, ...]

    @property
    def earns_in_part(self) -> bool:
        """Each row has its share."""
        return True

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Nothing."""
        return ()

    def distinct(self) -> Iterator[Texts]:
        """The rows; and the right cells, each known by the first row that names it."""
        yield ((r.left, r.span) for r in self.rows)
        places = {row.right: row.span for row in reversed(self.rows)}
        yield ((o.text, places.get(o.id)) for o in self.options)

    def groups(self) -> Iterator[Group]:
        """Nothing: rows are told as pairs."""
        return iter(())

    def texts(self) -> Iterator[Text]:
        """Of right cells, and what is said of rows."""
        yield from (option.text for option in self.options)
        yield from (row.feedback for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One place in the order; `feedback` is shown when this step is misplaced."""

    id: str
    text: Text
    feedback: Text = EMPTY
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderInteraction:
    """Steps in their right order."""

    steps: tuple[Step, ...]

    @property
    def earns_in_part(self) -> bool:
        """Each step in its place has its share."""
        return True

    @property
    def offered(self) -> tuple[Choice, ...]:
        """Nothing."""
        return ()

    def distinct(self) -> Iterator[Texts]:
        """The steps."""
        yield ((s.text, s.span) for s in self.steps)

    def groups(self) -> Iterator[Group]:
        """Nothing: steps are told in their order."""
        return iter(())

    def texts(self) -> Iterator[Text]:
        """Of steps."""
        return (each for step in self.steps for each in (step.text, step.feedback))


@dataclass(frozen=True, slots=True, kw_only=True)
class HottextInteraction(_Picked):
    """Sentences in reading order; those with score 1 are to be marked."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Unreadable(_Unanswered):
    """What could not be parsed, kept so that later checks still run."""

    why: str


def offers(choices: Iterable[Choice]) -> Group:
    """Options as they are told."""
    return tuple(Told(c.text, c.score, c.feedback, offered=True) for c in choices)


def typed(answers: Iterable[AcceptedText]) -> Group:
    """Entries as they are told."""
    return tuple(Told(text(a.text), float(a.correct), a.feedback) for a in answers)


def _part(choices: tuple[Choice, ...]) -> bool:
    several = sum(choice.correct for choice in choices) > 1
    return several or any(0 < choice.score < 1 for choice in choices)
