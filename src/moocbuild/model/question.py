"""Questions: what is asked, the seven interactions, and how an answer is worth something.

The interactions carry the words of IMS QTI. An interaction may carry detail that a target may
ignore (tolerance, score of a choice); a target must report what it drops.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Concatenate, Generic, Literal, ParamSpec, TypeVar, assert_never

from moocbuild.diagnostics import Span
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.text import EMPTY, Text


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceInteraction:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendedTextInteraction:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class HottextInteraction:
    """Sentences in reading order; those with score 1 are to be marked."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What could not be parsed, kept so that later checks still run."""

    why: str


Interaction = (
    ChoiceInteraction
    | TextEntryInteraction
    | NumericEntryInteraction
    | ExtendedTextInteraction
    | MatchInteraction
    | OrderInteraction
    | HottextInteraction
    | Unreadable
)


def choices_of(asks: Interaction) -> tuple[Choice, ...]:
    """The options of a choice or of a hottext; () where learners pick from none."""
    match asks:
        case ChoiceInteraction(choices=choices) | HottextInteraction(choices=choices):
            return choices
        case (
            TextEntryInteraction()
            | NumericEntryInteraction()
            | ExtendedTextInteraction()
            | MatchInteraction()
            | OrderInteraction()
            | Unreadable()
        ):
            return ()
        case _:
            assert_never(asks)


P = ParamSpec("P")
R = TypeVar("R")
I = TypeVar("I")  # noqa: E741
Make = Callable[Concatenate[I, P], R]


class UnknownInteractionError(LookupError):
    """An interaction that a table does not know: it was to be lowered first (our bug)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderers(Generic[P, R]):
    """What is made of each interaction; None: not known here, so that lower/ has to replace it.

    Called with an interaction, it makes what the row of that interaction makes. A row that may be
    None is one that a file of lower/ replaces. An interaction without a row here is an error of
    types, and so is a table without a row for it.
    """

    choice: Make[ChoiceInteraction, P, R]
    text: Make[TextEntryInteraction, P, R]
    number: Make[NumericEntryInteraction, P, R] | None
    journal: Make[ExtendedTextInteraction, P, R] | None
    match: Make[MatchInteraction, P, R] | None
    order: Make[OrderInteraction, P, R] | None
    hottext: Make[HottextInteraction, P, R] | None

    def __call__(  # noqa: C901 - one case an interaction
        self, interaction: Interaction, /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Raises UnknownInteractionError where the row is None, and for what is unreadable."""
        match interaction:
            case ChoiceInteraction():
                return self.choice(interaction, *args, **kwargs)
            case TextEntryInteraction():
                return self.text(interaction, *args, **kwargs)
            case NumericEntryInteraction():
                return _known(self.number)(interaction, *args, **kwargs)
            case ExtendedTextInteraction():
                return _known(self.journal)(interaction, *args, **kwargs)
            case MatchInteraction():
                return _known(self.match)(interaction, *args, **kwargs)
            case OrderInteraction():
                return _known(self.order)(interaction, *args, **kwargs)
            case HottextInteraction():
                return _known(self.hottext)(interaction, *args, **kwargs)
            case Unreadable():
                raise UnknownInteractionError(interaction.why)
            case _:
                assert_never(interaction)

    @property
    def known(self) -> frozenset[type[Interaction]]:
        """The interactions that have a row."""
        rows: dict[type[Interaction], object] = {
            ChoiceInteraction: self.choice,
            TextEntryInteraction: self.text,
            NumericEntryInteraction: self.number,
            ExtendedTextInteraction: self.journal,
            MatchInteraction: self.match,
            OrderInteraction: self.order,
            HottextInteraction: self.hottext,
        }
        return frozenset(kind for kind, make in rows.items() if make is not None)


def _known(make: Make[I, P, R] | None) -> Make[I, P, R]:
    if make is None:
        raise UnknownInteractionError("no row in this table")
    return make


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """id: unique in the course, what the author wrote. ordinal: frozen place in state, from 1.

    competencies: the first is the main item (weight 1), the others count half. points > 0.
    """

    id: str
    kind: str
    title: str
    prompt: Text
    interaction: Interaction
    ordinal: int = 0
    points: float = 1.0
    level: str = ""
    critical: bool = False
    hint: Text = EMPTY
    explanation: Text = EMPTY
    competencies: tuple[CompetencyRef, ...] = ()
    span: Span = field(compare=False)

    @property
    def scored(self) -> bool:
        """Journal prompts and unreadable questions are never scored, drawn or counted."""
        return not isinstance(self.interaction, ExtendedTextInteraction | Unreadable)
